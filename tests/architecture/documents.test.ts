import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS } from './layers.ts';
import { PUBLISHED } from '../unit/published-counts.ts';
import { projectFolder } from './source-tree.ts';

/** Paths in backticks or as targets of links, from the project folder. */
const PATHS = /[`(]((?:src|tests|geodata)\/[\w./-]*)[`)]/g;

/** Names such as `core/index` and `formats/csv/csv-row`. */
const MODULES = new RegExp('`((?:' + Object.keys(LAYERS).join('|') + ')/[\\w./-]*)`', 'g');

describe('documents', () => {
  it.each([
    ['README.md', 12],
    ['CONTRIBUTING.md', 20],
    ['src/ARCHITECTURE.md', 4],
    ['geodata/README.md', 2],
    ['geodata/basemap/README.md', 1],
    ['tests/bench/README.md', 2],
  ])('%s names only files and folders that exist', (document, minPaths) => {
    const text = readFileSync(join(projectFolder, document), 'utf8');
    const paths = [...text.matchAll(PATHS)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThanOrEqual(minPaths);
    expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });

  it('src/ARCHITECTURE.md names only modules that exist', () => {
    const text = readFileSync(join(projectFolder, 'src/ARCHITECTURE.md'), 'utf8');
    const modules = [...text.matchAll(MODULES)].map((match) => match[1] ?? '');
    expect(modules.length).toBeGreaterThan(20);
    const exists = (name: string): boolean =>
      ['', '.ts', '.svelte.ts', '.svelte'].some((ending) =>
        existsSync(join(projectFolder, 'src', name + ending)),
      );
    expect(modules.filter((name) => !exists(name))).toEqual([]);
  });

  it.each([
    ['README.md', ['incidents', 'attacks', 'halts', 'series', 'totals', 'reports', 'region']],
    [
      'geodata/README.md',
      [
        'records',
        'incidents',
        'series',
        'totals',
        'reports',
        'publishers',
        'languages',
        'region',
        'kirkuk',
      ],
    ],
  ] as const)('%s repeats the figures of the published records', (document, names) => {
    const text = readFileSync(join(projectFolder, document), 'utf8').replaceAll(/\s+/g, ' ');
    const { records, incidents, attacks, halts, series, totals, reports } = PUBLISHED;
    const sentences = {
      records: `${records} records`,
      incidents: `${incidents} incidents`,
      attacks: `${attacks} attacks`,
      halts: `${halts} halts`,
      series: `${series} series`,
      totals: `${totals} totals`,
      reports: `${reports} reports`,
      publishers: `${PUBLISHED.publishers} publishers`,
      languages: `${PUBLISHED.languages} languages`,
      region: `${PUBLISHED.attacksInRegion} located attack reports`,
      kirkuk: `${PUBLISHED.attacksInKirkuk} attacks in Kirkuk`,
    };
    expect(names.map((name) => sentences[name]).filter((one) => !text.includes(one))).toEqual([]);
  });
});
