/** Filters for tests of facets, and counts by a look at every row. */
import fc from 'fast-check';
import { NOT_GIVEN } from '../../../../src/core/fields/field-key.ts';
import type { Clause } from '../../../../src/core/filters/clause.ts';
import { withClause, type Filter } from '../../../../src/core/filters/filter.ts';
import type { FacetCounts } from '../../../../src/core/index/facet.ts';
import { spanAt, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { EFFECTS, STATUSES, TARGETS, WEAPONS } from '../../../../src/core/records/incident.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { passesAllByHand, valuesByHand } from '../filters/fields-by-hand.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';

const VALUES = {
  target: TARGETS,
  weapon: [...WEAPONS, 'none', NOT_GIVEN],
  effect: EFFECTS,
  status: STATUSES,
  actor: ['Iran', 'made-up group', NOT_GIVEN],
  publisher: ['made-up 1', 'AP', NOT_GIVEN],
} as const;
export const CATEGORY_FIELDS = Object.keys(VALUES) as readonly (keyof typeof VALUES)[];
export const NUMBER_FIELDS = ['killed', 'injured', 'origins'] as const;

const values: fc.Arbitrary<Clause> = fc.constantFrom(...CATEGORY_FIELDS).chain((field) =>
  fc.record({
    kind: fc.constant('values' as const),
    field: fc.constant(field),
    values: fc.subarray<string>([...VALUES[field]]),
    excluded: fc.subarray<string>([...VALUES[field]], { maxLength: 2 }),
  }),
);
const bound = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined });
const range: fc.Arbitrary<Clause> = fc.record({
  kind: fc.constant('range' as const),
  field: fc.constantFrom(...NUMBER_FIELDS),
  from: bound,
  to: bound,
  orNotGiven: fc.boolean(),
});
const minuteOfDay = fc.integer({ min: 0, max: DAY - 1 });
const hours: fc.Arbitrary<Clause> = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ kind: 'hours', field: 'hours', from, to }));
const layers: fc.Arbitrary<Clause> = fc
  .subarray([...TARGETS], { minLength: 1 })
  .map((hidden) => ({ kind: 'layers', field: 'layer', hidden }));
export const filter: fc.Arbitrary<Filter> = fc
  .array(fc.oneof({ weight: 3, arbitrary: values }, range, hours, layers), { maxLength: 4 })
  .map((clauses) => clauses.reduce<Filter>(withClause, []));

export type Own = { readonly certain: number; readonly possible: number };

/** Counts the rows that `pick` takes, one by one. */
export function counted(
  tables: readonly IncidentTable[],
  clauses: readonly Clause[],
  window: TimeRange,
  pick: (all: IncidentTable, row: number) => number,
): Own {
  let [certain, possible] = [0, 0];
  for (const all of tables)
    for (const row of allRows(all)) {
      const incident = incidentAt(all, row);
      const time = spanAt(all, row);
      if (incident.kind !== 'incident' || time.from >= window.to || time.to <= window.from)
        continue;
      const passes = passesAllByHand(clauses, incident, time);
      const times = passes === 'no' ? 0 : pick(all, row);
      const isInside = time.from >= window.from && time.to <= window.to;
      if (passes === 'yes' && isInside && times === 1) certain++;
      else if (times > 0) possible++;
    }
  return { certain, possible };
}

/** The clauses that a facet heeds: all but those on its own field. */
export const others = (clauses: Filter, field: string): Filter =>
  clauses.filter((one) => one.field !== field && !(field === 'target' && one.kind === 'layers'));

/** The values that a row has; `NOT_GIVEN` where it says none. */
export function valuesOfRow(all: IncidentTable, row: number, field: string): readonly string[] {
  const own = valuesByHand(incidentAt(all, row), field);
  return own.length === 0 ? [NOT_GIVEN] : own;
}

/** For `counted`: rows that have a value. */
export const hasValue =
  (field: string, value: string) =>
  (all: IncidentTable, row: number): number =>
    valuesOfRow(all, row, field).includes(value) ? 1 : 0;

export const countsOf = (facet: FacetCounts, at: number): Own => ({
  certain: facet.certain[at] ?? 0,
  possible: facet.possible[at] ?? 0,
});
