/** Writes a data set of made-up records where the bench's server finds it. */
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeColumns } from '../../src/formats/columns/write-columns.ts';
import { TARGETS } from '../../src/core/records/incident.ts';
import type { DatasetInfo } from '../../src/core/records/dataset-info.ts';
import { madeUpTable } from './made-up-table.ts';

/** Kept between runs, and no part of the project. */
export const MADE_UP_FOLDER = fileURLToPath(new URL('../../.cache/made-up', import.meta.url));

/** Node writes less than 2 GiB at once. */
const MAX_AT_ONCE = 2 ** 28;

const datasetOf = (count: number): DatasetInfo => ({
  title: 'Made-up records',
  topic: 'Nowhere',
  headline: 'Made-up records.',
  standfirst: `${count.toLocaleString('en')} records drawn by chance to measure and to feel the map. None of them happened.`,
  utc_offset_minutes: 180,
  description: { en: 'Made up.' },
  time_zone: { en: 'Irbil and Baghdad (UTC+3)' },
  map: { lon: 44.3, lat: 36.1, zoom: 6.8 },
  layers: Object.fromEntries(
    TARGETS.map((target) => [target, { en: target }]),
  ) as DatasetInfo['layers'],
  licence: 'Made up; free for any use.',
  method: ['A seeded generator drew every record: tests/bench/made-up-table.ts.'],
  coverage: [],
  coverage_note: 'Made up from the first day to the last.',
  region: { name: { en: 'Nowhere' }, governorates: [], counted_from: '2026-02-28' },
  actors: { iran: [], 'iraqi-groups': [], 'iran-and-iraqi-groups': [], 'israel-or-us': [] },
  totals: [],
  totals_note: 'Nobody counted what did not happen.',
  mapped_note: 'All of it is made up.',
  annotations: [],
  spellings: [],
});

function writeParts(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  for (const part of parts) {
    let at = 0;
    while (at < part.length) at += writeSync(file, part.subarray(at, at + MAX_AT_ONCE));
  }
  closeSync(file);
}

/** Writes the set of so many records unless it is there; returns its folder in an address. */
export function writeMadeUp(count: number): string {
  const folder = join(MADE_UP_FOLDER, String(count));
  const records = join(folder, 'incidents.columns');
  if (!existsSync(records)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify(datasetOf(count)));
    writeParts(records, writeColumns(madeUpTable(count)));
  }
  return `made-up/${count}`;
}
