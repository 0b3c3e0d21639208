import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import type { Filter } from '../../../src/core/filters/filter.ts';
import type { FacetCounts, FieldSummary } from '../../../src/core/index/facet.ts';
import { handlersWith, opened, outputOf } from './open-handlers.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** What no other cell has: the position of its row. */
const markOf = (row: number): string => `<<${row}>>`;

export type OddColumn = readonly [name: string, cells: readonly string[]];

/** A made-up table with these columns next to the day, the place and the number of each row. */
export function csvOf(columns: readonly OddColumn[]): string {
  const rows = Math.max(...columns.map(([, cells]) => cells.length));
  return [
    ['event_date', 'lat', 'lon', 'n', ...columns.map(([name]) => quoted(name))].join(','),
    ...Array.from({ length: rows }, (_, row) =>
      [
        `2026-03-${String(1 + (row % 28)).padStart(2, '0')}`,
        '36.25',
        '44.125',
        markOf(row),
        ...columns.map(([, cells]) => quoted(cells[row] ?? '')),
      ].join(','),
    ),
  ].join('\r\n');
}

/** A file as the page has it: its fields, the counts of one, and the rows that a filter leaves in the list and in an export. */
export async function oddFile(text: string, name = 'made-up.csv') {
  const handlers = await handlersWith(text);
  const { snapshot, dataset, isComplete } = await opened(handlers, 1, name);
  for (let isRead = isComplete; !isRead;) {
    const read = await outputOf(handlers.readOn(dataset, UNINTERRUPTED));
    if (read.kind === 'failed') throw new Error(read.failure.kind);
    isRead = read.value.isComplete;
  }
  await outputOf(handlers.showDatasets([dataset], UNINTERRUPTED));
  const { period } = snapshot;
  const whole = { extent: undefined, window: { from: period.from, to: period.to + 1e6 } };
  const fields = await outputOf(handlers.fields(undefined, UNINTERRUPTED));
  const fieldOf = (key: string): FieldSummary => {
    const field = fields.find((one) => one.key === key);
    if (!field) throw new Error(`No field ${key}.`);
    return field;
  };
  const count = async (field: string, filter: Filter = []) => {
    const facets = [{ field, search: '', limit: 1_000_000 }];
    const answer = await outputOf(handlers.facets({ ...whole, filter, facets }, UNINTERRUPTED));
    const [counts] = answer.facets;
    if (!counts) throw new Error(`No counts of ${field}.`);
    return { counts, total: answer.total };
  };
  const listed = async (filter: Filter): Promise<number> => {
    const list = await outputOf(
      handlers.list({ ...whole, filter, group: undefined }, UNINTERRUPTED),
    );
    return list?.rows.length ?? 0;
  };
  /** The positions of the rows in the file. */
  const exported = async (filter: Filter): Promise<readonly number[]> => {
    const request = { ...whole, filter, group: undefined, selection: '' };
    const blob = await outputOf(handlers.exportRows(request, UNINTERRUPTED));
    const marks = (await blob.text()).matchAll(/<<(\d+)>>/g);
    return Array.from(marks, ([, row]) => Number(row)).toSorted((a, b) => a - b);
  };
  return { fields, fieldOf, count, listed, exported };
}

/** What a facet says of each of its values. */
export const byValue = (counts: FacetCounts): ReadonlyMap<string, number> => {
  if (counts.kind !== 'values') throw new Error('No values.');
  return new Map(counts.values.map((value, at) => [value, counts.certain[at] ?? 0]));
};
