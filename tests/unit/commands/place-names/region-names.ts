import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One name of the maps of Iraq and its neighbours, as they were before the map of the world: nothing may be lost. */
export type RegionName = Readonly<Record<string, string>>;

export function readRegionNames(): readonly RegionName[] {
  const table = readFileSync(join(import.meta.dirname, 'region-names.tsv'), 'utf8');
  const [header = '', ...rows] = table.trimEnd().split('\n');
  const keys = header.split('\t');
  return rows.map((row) => {
    const values = row.split('\t');
    return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '']));
  });
}
