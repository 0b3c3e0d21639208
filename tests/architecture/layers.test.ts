import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allows, FOLDERS, folderOf, layerOf, LAYERS } from './layers.ts';
import { importedNames, sourceFiles, sourceFolder } from './source-tree.ts';

const files = sourceFiles();
const inLayers = files.filter((file) => layerOf(file.path) !== '');

/** A cycle of imports through the file, if there is one. */
function knot(start: string): readonly string[] | undefined {
  const importsOf = new Map(files.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of importsOf.get(path) ?? []) {
      const found = walk(next, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return undefined;
  };
  return walk(start, []);
}

describe('the layers of src', () => {
  it('are checked with type imports, dynamic imports, workers and re-exports', () => {
    const text = `
      import type { A } from './a.ts';
      export { b } from './b.ts';
      const c = import('./c.ts');
      new Worker(new URL('./d.ts', import.meta.url));
      import './e.css';
      // import './commented.ts'`;
    expect(importedNames(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.css']);
  });

  it('have no file outside of them', () => {
    const strangers = inLayers.filter((file) => !(layerOf(file.path) in LAYERS));
    expect(strangers.map((file) => file.path)).toEqual([]);
  });

  it('import only the layers that they may', () => {
    const breaks = inLayers.flatMap((file) => {
      const layer = layerOf(file.path);
      return file.imports
        .filter((path) => layerOf(path) !== layer)
        .filter((path) => !LAYERS[layer]?.mayImport.includes(layerOf(path)))
        .map((path) => `${file.path} imports ${path}`);
    });
    expect(breaks).toEqual([]);
  });

  it.each(Object.entries(FOLDERS))('import no folder of %s that is below', (layer, folders) => {
    const levelOf = (path: string): number => folders.indexOf(folderOf(path));
    const own = inLayers.filter(({ path }) => layerOf(path) === layer);
    expect(own.filter(({ path }) => levelOf(path) < 0).map(({ path }) => path)).toEqual([]);
    const breaks = own.flatMap(({ path, imports }) =>
      imports
        .filter((imported) => layerOf(imported) === layer && levelOf(imported) > levelOf(path))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(breaks).toEqual([]);
  });

  it('use only the packages that they may', () => {
    const breaks = inLayers.flatMap((file) =>
      file.packages
        .filter((name) => {
          const layer = LAYERS[layerOf(file.path)];
          return !layer || !allows(layer, name);
        })
        .map((name) => `${file.path} uses ${name}`),
    );
    expect(breaks).toEqual([]);
  });

  it('import map only from ui/map, and from state only the protocol and the client of the worker', () => {
    const breaks = inLayers.flatMap((file) =>
      file.imports
        .filter(
          (path) =>
            (file.path.startsWith('ui/') &&
              path.startsWith('map/') &&
              !file.path.startsWith('ui/map/')) ||
            (file.path.startsWith('state/') &&
              path.startsWith('worker/') &&
              !['worker/protocol.ts', 'worker/worker-client.ts'].includes(path)),
        )
        .map((path) => `${file.path} imports ${path}`),
    );
    expect(breaks).toEqual([]);
  });

  it('have no import cycles', () => {
    const knots = files.map((file) => knot(file.path)).filter((found) => found !== undefined);
    expect(knots.map((found) => found.join(' → ')).slice(0, 5)).toEqual([]);
  });

  it('are the table in ARCHITECTURE.md', () => {
    const text = readFileSync(join(sourceFolder, 'ARCHITECTURE.md'), 'utf8');
    const rows = text
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, name]) => /^`\w+`$/.test(name ?? ''))
      .map(([, name, , mayImport, packages]) => [
        name?.replaceAll('`', ''),
        { mayImport, packages },
      ]);
    const listed = (names: readonly string[]): string =>
      names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(', ');
    const expected = Object.entries(LAYERS).map(([name, layer]) => [
      name,
      { mayImport: listed(layer.mayImport), packages: listed(layer.packages) },
    ]);
    expect(rows).toEqual(expected);
  });
});
