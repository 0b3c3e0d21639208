import fc from 'fast-check';
import {
  COLUMN_FIELDS,
  PLACE_PRECISION_SCALES,
  TABLE_SCHEMAS,
  TIME_PRECISION_SCALES,
  type ColumnMapping,
  type PlaceMapping,
  type TimeMapping,
} from '../../../../src/core/mapping/column-mapping.ts';
import { CALENDARS, DATE_ORDERS } from '../../../../src/core/time/date-order.ts';

/** Columns of a made-up table of this width. */
export const WIDTH = 16;

const column = fc.nat(WIDTH - 1);
const maybe = fc.option(column, { nil: undefined });
const order = fc.constantFrom(...DATE_ORDERS);
const none = fc.constant({ kind: 'none' } as const);

const place: fc.Arbitrary<PlaceMapping> = fc.oneof(
  none,
  fc.record({ kind: fc.constant('two' as const), latitude: column, longitude: column }),
  fc.record({
    kind: fc.constant('one' as const),
    column,
    order: fc.constantFrom('latitude-first', 'longitude-first'),
  }),
  fc.record(
    { kind: fc.constant('geometry' as const), column, unread: column },
    { requiredKeys: ['kind'] },
  ),
);

export const randomTimes: fc.Arbitrary<TimeMapping> = fc.oneof(
  none,
  fc.record({ kind: fc.constant('one' as const), column, order, clock: maybe }),
  fc.record({ kind: fc.constant('leading' as const), column, order }),
  fc.record({
    kind: fc.constant('interval' as const),
    from: column,
    to: column,
    order,
    clock: maybe,
    clockTo: maybe,
  }),
  fc.record({
    kind: fc.constant('parts' as const),
    year: column,
    month: maybe,
    day: maybe,
    clock: maybe,
  }),
  fc.record({
    kind: fc.constant('epoch' as const),
    column,
    to: maybe,
    unit: fc.constantFrom('seconds', 'milliseconds'),
  }),
);

const scaled = <Scale>(scales: readonly Scale[]) =>
  fc.option(fc.record({ column, scale: fc.constantFrom(...scales) }), { nil: undefined });

const fields = fc
  .tuple(...COLUMN_FIELDS.map(() => maybe))
  .map(
    (columns) =>
      Object.fromEntries(COLUMN_FIELDS.map((field, at) => [field, columns[at]])) as Record<
        (typeof COLUMN_FIELDS)[number],
        number | undefined
      >,
  );

/** Any mapping of a made-up table: columns may be read twice. */
export const randomMappings: fc.Arbitrary<ColumnMapping> = fc
  .tuple(
    fc.record({
      schema: fc.constantFrom(...TABLE_SCHEMAS),
      place,
      placePrecision: scaled(PLACE_PRECISION_SCALES),
      time: randomTimes,
      calendar: fc.constantFrom(undefined, 'unknown' as const, ...CALENDARS),
      timePrecision: scaled(TIME_PRECISION_SCALES),
    }),
    fields,
  )
  .map(([typed, columns]) => ({ ...typed, ...columns }));
