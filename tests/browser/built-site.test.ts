import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../architecture/source-tree.ts';

const textOf = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');

describe('the built site', () => {
  it('carries the licence of every package that the page depends on', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const licences = textOf('dist/licences.txt');
    // Turf is a package of packages: the bundle has the few that are used.
    const missing = Object.entries(dependencies)
      .filter(([name]) => name !== '@turf/turf')
      .map(([name, version]) => `${name} ${version}`)
      .filter((title) => !licences.includes(`${title}\n`));
    expect(missing).toEqual([]);
    expect(licences).toMatch(/^@turf\/circle \d/m);
  });
});
