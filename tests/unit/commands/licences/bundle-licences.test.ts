// The packages below are made up.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  licenceOf,
  licencesText,
  packageFolders,
} from '../../../../src/commands/licences/bundle-licences.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function install(manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, 'node_modules', 'made-up');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe('packageFolders', () => {
  const used = { renderedLength: 10 };

  it('finds scoped, nested and virtual modules, and fonts', () => {
    const folders = packageFolders(
      [
        {
          type: 'chunk',
          modules: {
            '/app/node_modules/@scope/one/dist/esm/index.js': used,
            '\0/app/node_modules/two/index.js': used,
            '/app/node_modules/two/node_modules/three/index.js': used,
            '/app/src/main.ts': used,
          },
        },
        { type: 'asset', originalFileNames: ['../node_modules/@font/four/files/a.woff2'] },
      ],
      '/app/src',
    );
    expect([...folders]).toEqual([
      '/app/node_modules/@scope/one',
      '/app/node_modules/two',
      '/app/node_modules/two/node_modules/three',
      '/app/node_modules/@font/four',
    ]);
  });

  it('leaves out what tree-shaking removed', () => {
    const modules = { '/app/node_modules/unused/index.js': { renderedLength: 0 } };
    expect(packageFolders([{ type: 'chunk', modules }], '/app').size).toBe(0);
  });
});

describe('licenceOf', () => {
  it.each(['LICENSE', 'LICENCE', 'license.md', 'COPYING'])('reads %s', (file) => {
    const folder = install({ name: 'made-up', version: '1.0.0' }, { [file]: ' Do as you like.\n' });
    expect(licenceOf(folder).text).toBe('Do as you like.');
  });

  it('adds notices', () => {
    const folder = install(
      { name: 'made-up', version: '1.0.0', license: 'MIT' },
      { NOTICE: 'Made by us.', LICENSE: 'Do as you like.' },
    );
    expect(licenceOf(folder).text).toBe('Do as you like.\n\nMade by us.');
  });

  it('uses the licence of package.json if there is no file', () => {
    const manifest = { name: 'made-up', version: '1.0.0', license: 'MIT', author: { name: 'A B' } };
    expect(licenceOf(install(manifest)).text).toBe('MIT, A B');
  });

  it('refuses a package without a licence', () => {
    const folder = install({ name: 'made-up', version: '1.0.0' });
    expect(() => licenceOf(folder)).toThrow('made-up');
  });
});

describe('licencesText', () => {
  it('sorts by name and keeps two versions of one package apart', () => {
    const text = licencesText([
      { name: 'b', version: '2.0.0', text: 'B two' },
      { name: 'b', version: '1.0.0', text: 'B one' },
      { name: 'a', version: '1.0.0', text: 'A' },
      { name: 'a', version: '1.0.0', text: 'A' },
    ]);
    expect(text.match(/^\w \d\.0\.0$/gm)).toEqual(['a 1.0.0', 'b 1.0.0', 'b 2.0.0']);
  });
});
