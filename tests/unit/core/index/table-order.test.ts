/** The order of the table view, compared with a stable sort of the list. Every record is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { EMPTY_RECORD_LIST, type RecordList } from '../../../../src/core/index/record-list.ts';
import type { RowColumn } from '../../../../src/core/index/table-sort.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import { PLACE_PRECISIONS } from '../../../../src/core/place/place.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { spanAt, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import type { IncidentRecord } from '../../../../src/core/records/incident-record.ts';
import { UNDATED } from '../../../../src/core/records/unknown-ends.ts';
import { madeUp, table } from '../records/made-up-incidents.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';
import { alwaysDue } from '../../always-due.ts';
import { withUnknownEnds } from './joined-tables.ts';
import { indexOf } from './views.ts';

const collator = new Intl.Collator('en', { numeric: true });
const NOTHING = Symbol('nothing');
type Key = readonly (number | string)[] | typeof NOTHING;

/** What each column sorts by, read from a record. */
const KEYS = {
  title: ({ title }) => [title],
  time: ({ span, unknownEnd }) => (unknownEnd === 'both' ? NOTHING : [span.from, span.to]),
  place: ({ where }) => nameOf(where),
  precision: ({ where }) =>
    where.kind === 'described' ? [PLACE_PRECISIONS.indexOf(where.place.precision)] : NOTHING,
  origins: ({ sources }) => (sources.origins === 0 ? NOTHING : [sources.origins]),
} satisfies Partial<Record<RowColumn, (record: IncidentRecord) => Key>>;

function nameOf(where: IncidentRecord['where']): Key {
  const name = where.kind === 'described' ? where.place.name : (where.place?.name ?? '');
  return name === '' ? NOTHING : [name];
}

function compareKeys(a: Key, b: Key, isDescending: boolean): number {
  if (a === NOTHING || b === NOTHING) return Number(a === NOTHING) - Number(b === NOTHING);
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? 0;
    const order =
      typeof one === 'string' ? collator.compare(one, String(other)) : one - Number(other);
    if (order !== 0) return isDescending ? -order : order;
  }
  return 0;
}

const NAMES = ['Nowhere', 'Elsewhere 10', 'Elsewhere 9', ''] as const;

/** With few titles and names, so that many are equal. */
const named = (all: IncidentTable): IncidentTable =>
  incidentTable(
    allRows(all).map((row) => {
      const incident = incidentAt(all, row);
      const name = NAMES[row % NAMES.length] ?? '';
      const title = `Made up ${String(row % 12)}`;
      return {
        incident: { ...incident, title, place: { ...incident.place, name } },
        span: spanAt(all, row),
      };
    }),
  );

const tables = fc.array(table.map(named), { minLength: 1, maxLength: 3 }).map((sets) =>
  Promise.all(
    sets.map((one) =>
      withUnknownEnds(
        one,
        one.kind.map((kind, row) => (kind === 0 && row % 5 === 0 ? UNDATED : 0)),
      ),
    ),
  ),
);

const sectionsOf = ({ rows, incidents, series }: RecordList): readonly (readonly number[])[] => [
  [...rows.subarray(0, incidents)],
  [...rows.subarray(incidents, incidents + series)],
  [...rows.subarray(incidents + series)],
];

const QUERY = { filter: EMPTY_FILTER, extent: undefined, window: EVER, group: undefined };

describe('the order of the table view', () => {
  it('is a stable sort of the list, apart for series and totals, over all data sets', async () => {
    const columns = Object.keys(KEYS) as (keyof typeof KEYS)[];
    const property = fc.asyncProperty(
      tables,
      fc.constantFrom(...columns),
      fc.boolean(),
      async (sets, column, isDescending) => {
        const index = indexOf(await sets);
        const list = (await index.list(QUERY, UNINTERRUPTED)) ?? EMPTY_RECORD_LIST;
        const sort = { column, isDescending, values: [], language: 'en' };
        const sorted =
          (await index.tableOrder(
            QUERY,
            sort,
            alwaysDue(() => undefined),
          )) ?? EMPTY_RECORD_LIST;
        const keyOf = (ref: number): Key => {
          const record = index.record(ref);
          return record ? KEYS[column](record) : NOTHING;
        };
        const expected = sectionsOf(list).map((section) =>
          section.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b), isDescending)),
        );
        expect(sectionsOf(sorted)).toEqual(expected);
        expect({ ...sorted, rows: 0 }).toEqual({ ...list, rows: 0 });
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('has the layers in the order of their names on the page', async () => {
    const all = incidentTable(
      (['energy', 'civilian', 'diplomatic'] as const).map((target, at) => ({
        incident: madeUp({ id: `made-up-${String(at)}`, target }),
        span: { from: at, to: at + 1 },
      })),
    );
    const index = indexOf([all]);
    const values = ['civilian', 'energy', 'diplomatic'];
    const sort = { column: 'layer', isDescending: false, values, language: 'en' } as const;
    const sorted = await index.tableOrder(QUERY, sort, UNINTERRUPTED);
    expect([...(sorted?.rows ?? [])]).toEqual([1, 0, 2]);
  });

  it('is that of the list without a column', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (sets) => {
        const index = indexOf(await sets);
        const list = await index.list(QUERY, UNINTERRUPTED);
        expect(await index.tableOrder(QUERY, undefined, UNINTERRUPTED)).toEqual(list);
      }),
      { numRuns: 10 },
    );
  });
});
