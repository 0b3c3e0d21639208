/** Rows of the published data that are saved while two periods are compared. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { filterOf } from '../../../src/core/filters/filter.ts';
import { spanAt, type IncidentTable } from '../../../src/core/records/incident-table.ts';
import { SAVED } from '../../../src/core/records/saved-columns.ts';
import { DAY, minuteOf } from '../../../src/core/time/minute.ts';
import { contains, overlaps, type TimeRange } from '../../../src/core/time/time-range.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { incidentAt } from '../core/records/recorded-incidents.ts';
import { DATASET, RECORDS } from '../published-records.ts';
import { handlersWith, outputOf } from './open-handlers.ts';
import { opened, saved } from './save-again.ts';

const published = incidentTable(RECORDS, 0, DATASET);
const START = minuteOf(2026, 2, 28);
const period = fc
  .tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: 1, max: 240 }))
  .map(([from, hours]) => ({ from: START + from * 60, to: START + (from + hours) * 60 }));

/** The cells of one column by the id of the record. */
function cellsOf({ contents, length }: IncidentTable, column: string): Map<string, string> {
  if (contents.kind !== 'file') throw new Error('not a file');
  const { rows } = contents;
  const [id, of] = ['id', column].map((name) => rows.columns.indexOf(name));
  return new Map(
    Array.from({ length }, (_, row) => {
      const { cells } = rows.complete(row);
      return [cells[id ?? -1] ?? '', cells[of ?? -1] ?? ''];
    }),
  );
}

const wordFor = (letter: string, window: TimeRange, span: TimeRange): readonly string[] => {
  if (!overlaps(window, span)) return [];
  return [contains(window, span) ? letter : `possibly ${letter}`];
};

describe('rows that are saved while two periods are compared', () => {
  it('are those of both, and say in which they are, certainly or possibly', async () => {
    const handlers = await handlersWith('');
    const filter = filterOf({ hidden: ['energy'] });
    const of = { filter, extent: undefined, group: undefined };
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(period, period, async (window, compared) => {
        const asked = { ...of, window, compared, selection: 'A and B.' };
        const blob = await outputOf(handlers.exportRows(asked, UNINTERRUPTED));
        const listed = await Promise.all(
          [window, compared].map((one) =>
            outputOf(handlers.list({ ...of, window: one }, UNINTERRUPTED)),
          ),
        );
        const isListed = new Set(listed.flatMap((list) => [...(list?.rows ?? [])]));
        const expected = new Map(
          [...isListed].map((row) => {
            const span = spanAt(published, row);
            const words = [...wordFor('A', window, span), ...wordFor('B', compared, span)];
            return [incidentAt(published, row).id, words.join('; ')];
          }),
        );
        for (const words of expected.values()) found.add(words);
        if (isListed.size === 0) return;
        const bytes = new Uint8Array(await blob.arrayBuffer());
        const { table } = (await opened('saved.csv', bytes)).dataset;
        expect(cellsOf(table, SAVED.period)).toEqual(expected);
        expect(new Set(cellsOf(table, SAVED.selection).values())).toEqual(new Set(['A and B.']));
      }),
      { numRuns: 30 },
    );
    expect(found.size).toBeGreaterThan(4);
  });

  it('keep their periods when they are saved again, unless others are compared', async () => {
    const first = { from: START, to: START + 2 * DAY };
    const periods = { a: first, b: { from: first.to, to: first.to + DAY } };
    const view = { selection: 'Compared.', knownBefore: undefined };
    const rows = [0, 1, 2];
    const bytes = await saved(published, undefined, rows, { ...view, periods });
    const { table } = (await opened('saved.csv', bytes)).dataset;
    const said = cellsOf(table, SAVED.period);
    const again = (await opened('again.csv', await saved(table, undefined, undefined, view)))
      .dataset.table;
    expect(cellsOf(again, SAVED.period)).toEqual(said);
    const swapped = { a: periods.b, b: periods.a };
    const other = await saved(table, undefined, undefined, { ...view, periods: swapped });
    expect([...cellsOf((await opened('b.csv', other)).dataset.table, SAVED.period)]).toEqual(
      [...said].map(([id, words]) => [id, words.replace('A', 'B')]),
    );
    expect(said.get(incidentAt(published, 0).id)).toBe('A');
  });
});
