import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageOf, projectFolder, sourceFiles } from './source-tree.ts';

type Versions = Readonly<Record<string, string>>;
const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
};

/** These names exist only as types: `@types/geojson`, which no page loads. */
const TYPES_ONLY = ['geojson', 'topojson-specification'];

const styles = readFileSync(join(projectFolder, 'src/fonts.css'), 'utf8');
const fontsOf = (css: string): readonly string[] =>
  [...css.matchAll(/url\('(@[^']+)'\)/g)].map((match) => match[1] ?? '');

/** Packages in the bundle of the page: everything but the commands, which run in Node. */
const onPage = sourceFiles()
  .filter((file) => !file.path.startsWith('commands/'))
  .flatMap((file) => file.packages)
  .concat(fontsOf(styles))
  .map(packageOf);
const wanted = [...new Set(onPage)].filter((name) => !TYPES_ONLY.includes(name)).toSorted();

describe('package.json', () => {
  it('names of imported packages leave out the path inside the package', () => {
    expect(['svelte/store', '@turf/turf', '@a/b/c.css', 'ajv'].map(packageOf)).toEqual([
      'svelte',
      '@turf/turf',
      '@a/b',
      'ajv',
    ]);
  });

  it('has exactly the packages of the page as dependencies', () => {
    expect(wanted).toContain('@fontsource/source-sans-3');
    expect(Object.keys(manifest.dependencies).toSorted()).toEqual(wanted);
  });

  it('has packages of types only as development dependencies', () => {
    const missing = TYPES_ONLY.filter((name) => !(`@types/${name}` in manifest.devDependencies));
    expect(missing).toEqual([]);
  });

  it('gives the exact version of every package', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
