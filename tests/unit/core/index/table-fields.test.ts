/** Made-up records; none of them happened. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Task, UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import type { FieldColumn } from '../../../../src/core/fields/field-column.ts';
import {
  OUR_FIELDS,
  PART_SEPARATOR,
  type OurField,
} from '../../../../src/core/fields/field-key.ts';
import { columnText, valuesAt } from '../../../../src/core/fields/field-text.ts';
import { TableFields } from '../../../../src/core/index/table-fields.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import {
  spanAt,
  type IncidentTable,
  type Row,
} from '../../../../src/core/records/incident-table.ts';
import {
  CLAIMS,
  EFFECTS,
  KINDS,
  STATUSES,
  TARGETS,
  WEAPONS,
  type Incident,
  type Report,
} from '../../../../src/core/records/incident.ts';
import { originsOf } from '../../../../src/core/records/origins.ts';
import { PLACE_PRECISIONS } from '../../../../src/core/place/place.ts';
import { wallClock } from '../../../../src/core/time/minute.ts';
import { alwaysDue } from '../../always-due.ts';
import { RECORDS } from '../../published-records.ts';
import { madeUp, span } from '../records/made-up-incidents.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';

const range = fc.option(
  fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]),
);
const name = fc.constantFrom('Zuqo', 'zuqo', 'Vledrix', 'Othq');

const report: fc.Arbitrary<Report> = fc.record(
  {
    publisher: name,
    title: fc.constant(null),
    url: fc.constant('https://example.org/'),
    published: fc.constantFrom(null, '1998-07-10', '1998-07-12'),
    language: fc.constantFrom('en', 'ar'),
    says: fc.constant('Made up.'),
    quote: fc.constant('made up'),
  },
  { requiredKeys: ['publisher', 'title', 'url', 'published', 'language', 'says'] },
);

const incident: fc.Arbitrary<Incident> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    target: fc.constantFrom(...TARGETS),
    weapon: fc.constantFrom(null, ...WEAPONS),
    effect: fc.constantFrom(...EFFECTS),
    status: fc.constantFrom(...STATUSES),
    killed: range,
    injured: range,
    attribution: fc.array(fc.record({ actor: name, by: name, claim: fc.constantFrom(...CLAIMS) }), {
      maxLength: 3,
    }),
    reports: fc.array(report, { maxLength: 3 }),
    place: fc.record({
      name,
      district: fc.option(name),
      governorate: fc.option(name),
      lat: fc.constant(36.2),
      lon: fc.constant(44),
      precision: fc.constantFrom(...PLACE_PRECISIONS),
      basis: fc.constant('stated' as const),
      note: fc.constant(null),
    }),
  })
  .map(madeUp);

const table: fc.Arbitrary<IncidentTable> = fc
  .array(fc.record({ incident, span }), { minLength: 1, maxLength: 30 })
  .map((records) =>
    incidentTable(
      records.map((one, at) => ({ ...one, incident: { ...one.incident, id: `made-up-${at}` } })),
    ),
  );

/** What a column says of a row, in one form for all kinds. */
function said(column: FieldColumn | undefined, row: Row): readonly unknown[] {
  switch (column?.kind) {
    case undefined:
      return [];
    case 'category':
    case 'boolean':
      return valuesAt(column, row);
    case 'number':
      return Number.isNaN(column.min[row]) ? [] : [column.min[row], column.max[row]];
    case 'date':
      return Number.isNaN(column.from[row]) ? [] : [column.from[row], column.to[row]];
    case 'week-hours':
      return [columnText(column, row)].filter((text) => text !== '');
    case 'text':
      throw new Error('No field of ours is a text here.');
  }
}

const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const given = (text: string | null): readonly string[] => (text === null ? [] : [text]);
const LENGTHS = [
  [1, 'minute'],
  [60, 'hour'],
  [1440, 'day'],
  [10080, 'days'],
  [Infinity, 'longer'],
] as const;

/** The same from the record itself. */
function read(table: IncidentTable, row: Row, field: OurField): readonly unknown[] {
  const one = incidentAt(table, row);
  const { from, to } = spanAt(table, row);
  const isTotal = one.kind === 'total';
  const named = one.attribution.filter(({ claim }) => claim !== 'denied');
  const { reported } = table;
  const clock = wallClock(from);
  switch (field) {
    case 'target':
    case 'effect':
      return isTotal ? [] : [one[field]];
    case 'weapon':
      return isTotal ? [] : [one.weapon ?? 'none'];
    case 'status':
      return [one.status];
    case 'actor':
      return once(named.map(({ actor }) => actor));
    case 'attributed-by':
      return once(named.map(({ by }) => by));
    case 'attribution':
      return once(named.map(({ actor, by }) => actor + PART_SEPARATOR + by));
    case 'killed':
    case 'injured':
      return one[field] ?? [];
    case 'origins': {
      const { length } = originsOf(one.reports);
      return length === 0 ? [] : [length, length];
    }
    case 'place':
      return [one.place.name];
    case 'district':
      return given(one.place.district);
    case 'governorate':
      return given(
        one.place.governorate ?? (one.place.precision === 'governorate' ? one.place.name : null),
      );
    case 'place-precision':
      return [one.place.precision];
    case 'time-precision':
      return LENGTHS.filter(([length]) => to - from <= length)
        .map(([, text]) => text)
        .slice(0, 1);
    case 'reported':
      return one.reports.some(({ published }) => published !== null)
        ? [reported?.from[row], reported?.by[row]]
        : [];
    case 'publisher':
      return once(one.reports.map(({ publisher }) => publisher));
    case 'language':
      return once(one.reports.map(({ language }) => language));
    case 'quoted':
      return [one.reports.some(({ quote }) => quote) ? 'yes' : 'no'];
    case 'week-hour':
      return Math.floor(from / 60) === Math.floor((to - 1) / 60)
        ? [`${clock.getUTCDay() || 7}-${clock.getUTCHours()}`]
        : [];
  }
}

describe('`TableFields` of our own records', () => {
  it('says of each record what the record says', () =>
    fc.assert(
      fc.asyncProperty(table, async (made) => {
        const fields = new TableFields(made);
        for (const field of OUR_FIELDS) {
          const column = await fields.column(field, UNINTERRUPTED);
          for (const row of allRows(made))
            expect([field, row, said(column, row)]).toEqual([field, row, read(made, row, field)]);
        }
      }),
      { numRuns: 60 },
    ));

  it('has every field for the published records', async () => {
    const fields = new TableFields(incidentTable(RECORDS));
    expect((await fields.fields(UNINTERRUPTED)).map(({ key }) => key)).toEqual(OUR_FIELDS);
  });

  it('reads each text once, whichever of two tasks goes on', async () => {
    const whole = incidentTable(RECORDS);
    let reads = 0;
    const counted = new Proxy(whole, {
      get: (target, property) => {
        if (property === 'contents') reads += 1;
        return Reflect.get(target, property) as unknown;
      },
    });
    await new TableFields(counted).fields(UNINTERRUPTED);
    const alone = reads;
    reads = 0;
    const fields = new TableFields(counted);
    const cancelled = fields.fields(
      new Task({ isDue: () => true, nextTurn: () => Promise.reject(new Error('cancelled')) }),
    );
    await expect(cancelled).rejects.toThrow('cancelled');
    const parts: number[] = [];
    const [a, b] = await Promise.all([
      fields.fields(alwaysDue((part) => parts.push(part))),
      fields.fields(alwaysDue(() => undefined)),
    ]);
    expect(a).toEqual(b);
    expect(parts.length).toBeGreaterThan(2);
    expect(reads).toBe(alone);
  });
});
