/** Made-up records for tests; none of them happened. */
import fc from 'fast-check';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import {
  type DatedIncident,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { EFFECTS, KINDS, TARGETS, type Incident } from '../../../../src/core/records/incident.ts';
import { PLACE_PRECISIONS } from '../../../../src/core/place/place.ts';
import { DAY, isoText, startOfDay } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';

export const madeUp = (changes: Partial<Incident> = {}): Incident => ({
  id: '2000-01-01-made-up',
  kind: 'incident',
  title: 'Made up',
  summary: 'Made up for a test.',
  target: 'energy',
  target_name: 'A made-up field',
  weapon: 'drone',
  effect: 'struck',
  time: '2000-01-01',
  time_note: null,
  place: {
    name: 'Nowhere',
    district: null,
    governorate: 'Irbil',
    lat: 36.2,
    lon: 44,
    precision: 'town',
    basis: 'stated',
    note: null,
  },
  killed: null,
  injured: null,
  attribution: [],
  status: 'reported',
  caveat: null,
  reports: [],
  ...changes,
});

export const PERIOD: TimeRange = { from: 15_000_000, to: 15_010_000 };

/** Spans of all lengths inside the period: a minute, odd lengths, whole days, the period itself. */
export const span: fc.Arbitrary<TimeRange> = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([from, length]) => ({
    from: PERIOD.from + from,
    to: Math.min(PERIOD.from + from + length, PERIOD.to),
  }));

/** Few coordinates, so that many records share one. */
const place = fc.record({
  lon: fc.constantFrom(42.77, 43.96, 44.01, 44.02, 44.63, 45.43, -179.99, 179.99),
  lat: fc.constantFrom(35.47, 36.18, 36.24, 36.25, 37.12, -84.9, 84.9),
  precision: fc.constantFrom(...PLACE_PRECISIONS),
});

/** Reports of few outlets, some without a date, some dated before the event. */
const report = fc
  .record({
    publisher: fc.constantFrom('Example Gazette', 'Example Courier', 'example gazette', 'A (AFP)'),
    daysAfter: fc.option(fc.integer({ min: -2, max: 8 })),
  })
  .map(({ publisher, daysAfter }) => ({
    publisher,
    title: null,
    url: 'https://example.org/made-up',
    published:
      daysAfter === null ? null : isoText(startOfDay(PERIOD.from) + daysAfter * DAY).slice(0, 10),
    language: 'en',
    says: 'Made up.',
  }));

const record: fc.Arbitrary<DatedIncident> = fc
  .record({
    kind: fc.constantFrom('incident' as const, 'incident' as const, ...KINDS),
    target: fc.constantFrom(...TARGETS),
    effect: fc.constantFrom(...EFFECTS),
    killed: fc.constantFrom(null, [0, 0] as const, [0, 2] as const, [1, 1] as const),
    place,
    reports: fc.array(report, { maxLength: 3 }),
    span,
  })
  .map(({ span: time, place: at, ...changes }) => {
    const incident = madeUp(changes);
    return { incident: { ...incident, place: { ...incident.place, ...at } }, span: time };
  });

export const table: fc.Arbitrary<IncidentTable> = fc
  .array(record, { minLength: 1, maxLength: 60 })
  .map((records) =>
    incidentTable(
      records.map((one, i) => ({ ...one, incident: { ...one.incident, id: `made-up-${i}` } })),
    ),
  );
