/** The file is made up. */
import { expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { TableIndex } from '../../../src/core/index/table-index.ts';
import { openFile } from './import-file.ts';

const COLUMNS = 60;
const ROWS = 300;

it('counts more open histograms than bins are kept of, each time alike, alone as together', async () => {
  const names = Array.from({ length: COLUMNS }, (_, column) => `m${column}`);
  const lines = Array.from({ length: ROWS }, (_, row) =>
    [`2026-03-${10 + (row % 20)}`, '36.25', '44.125']
      .concat(names.map((_, column) => String(((row * (column + 7)) % 100) + 0.5)))
      .join(','),
  );
  const text = [['event_date', 'lat', 'lon', ...names].join(','), ...lines].join('\n');
  const opened = await openFile('made-up.csv', new TextEncoder().encode(text));
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  const { table } = opened.dataset;
  const index = new TableIndex(table, 0, [], () => undefined);
  const all = await index.fieldShares(UNINTERRUPTED);
  const edges = Float64Array.from({ length: 11 }, (_, bin) => bin * 10);
  const fields = all.flatMap(({ key, kind }) => (kind === 'number' ? [{ field: key, edges }] : []));
  expect(fields.length).toBeGreaterThanOrEqual(COLUMNS);
  const query = { filter: [], extent: undefined, window: table.period, fields };
  const first = await index.facets(query, true, UNINTERRUPTED);
  expect(new Set(first.facets.map(({ kind }) => kind))).toEqual(new Set(['bins']));
  expect(await index.facets(query, true, UNINTERRUPTED)).toEqual(first);
  for (const at of [0, COLUMNS - 1]) {
    const alone = { ...query, fields: fields.slice(at, at + 1) };
    const { facets } = await index.facets(alone, true, UNINTERRUPTED);
    expect(facets).toEqual(first.facets.slice(at, at + 1));
  }
});
