import type { ColumnIndex } from '../records/column-index.ts';
import type { Calendar, DateOrder } from '../time/date-order.ts';
import type { DateOrderEvidence } from './date-order-evidence.ts';

/** The column of the time of day, where it is not in the cell of the date. */
type Clock = ColumnIndex | undefined;

/** Where a row's time is. */
export type TimeMapping =
  /** Any written date, with or without a clock time; EDTF, so intervals too. */
  | {
      readonly kind: 'one';
      readonly column: ColumnIndex;
      readonly order: DateOrder;
      readonly clock?: Clock;
    }
  | {
      readonly kind: 'interval';
      readonly from: ColumnIndex;
      readonly to: ColumnIndex;
      readonly order: DateOrder;
      readonly clock?: Clock;
      readonly clockTo?: Clock;
    }
  /** A full date at the beginning of a name, `05 JAN 2026 – A strike`: documents that have no times do so. */
  | { readonly kind: 'leading'; readonly column: ColumnIndex; readonly order: DateOrder }
  | {
      readonly kind: 'parts';
      readonly year: ColumnIndex;
      readonly month: ColumnIndex | undefined;
      readonly day: ColumnIndex | undefined;
      readonly clock?: Clock;
    }
  | {
      readonly kind: 'epoch';
      readonly column: ColumnIndex;
      /** The end of an interval, counted in the same unit. */
      readonly to?: ColumnIndex | undefined;
      readonly unit: 'seconds' | 'milliseconds';
    }
  | { readonly kind: 'none' };

/** A time whose dates are written in an order of day, month and year. */
type OrderedTime = Extract<TimeMapping, { readonly order: DateOrder }>;
export const hasOrder = (time: TimeMapping): time is OrderedTime => 'order' in time;

/** The order in which dates are read; year first where a time has none. */
export const orderOf = (time: TimeMapping): DateOrder => (hasOrder(time) ? time.order : 'ymd');

/** Where a row's place is. */
export type PlaceMapping =
  | { readonly kind: 'two'; readonly latitude: ColumnIndex; readonly longitude: ColumnIndex }
  | {
      readonly kind: 'one';
      readonly column: ColumnIndex;
      readonly order: 'latitude-first' | 'longitude-first';
    }
  /** The row has a geometry of its own; of a table, the column that writes it. */
  | {
      readonly kind: 'geometry';
      readonly column?: ColumnIndex;
      /** Of a document: the column that keeps as text what cannot be read of a geometry. */
      readonly unread?: ColumnIndex;
    }
  | { readonly kind: 'none' };

/** Whose codes say how finely a place is known. */
export const PLACE_PRECISION_SCALES = [
  'acled',
  'ucdp',
  'gdelt',
  'airwars',
  'atlos',
  'codebook',
  'meters',
] as const;
export type PlacePrecisionScale = (typeof PLACE_PRECISION_SCALES)[number];

export const TIME_PRECISION_SCALES = ['acled', 'ucdp'] as const;
export type TimePrecisionScale = (typeof TIME_PRECISION_SCALES)[number];

/** Layouts that are known by their columns; `table` is any other. */
export const TABLE_SCHEMAS = [
  'codebook',
  'acled',
  'ucdp',
  'gdelt',
  'timemap',
  'bellingcat',
  'airwars',
  'atlos',
  'auto-archiver',
  'geoconfirmed',
  'table',
] as const;
export type TableSchema = (typeof TABLE_SCHEMAS)[number];

/** What the columns of a table mean. Undefined: no column says it. */
export type ColumnMapping = {
  readonly schema: TableSchema;
  readonly place: PlaceMapping;
  readonly placePrecision:
    { readonly column: ColumnIndex; readonly scale: PlacePrecisionScale } | undefined;
  readonly placeName: ColumnIndex | undefined;
  /** The first-level division (governorate, province) that the place lies in. */
  readonly area: ColumnIndex | undefined;
  /** The country of the place, by name or ISO code. */
  readonly country?: ColumnIndex | undefined;
  readonly time: TimeMapping;
  /**
   * The calendar that written dates are in, the Gregorian one where undefined; `unknown`: their years
   * look like another one, and nobody has said so yet. Then rows are not dated.
   */
  readonly calendar?: Calendar | 'unknown' | undefined;
  readonly timePrecision:
    { readonly column: ColumnIndex; readonly scale: TimePrecisionScale } | undefined;
  readonly id: ColumnIndex | undefined;
  readonly title: ColumnIndex | undefined;
  /** What happened, in the words of the author of the file. */
  readonly text: ColumnIndex | undefined;
  /** Who reported it. */
  readonly source: ColumnIndex | undefined;
  readonly link: ColumnIndex | undefined;
  /** What layers are made of. */
  readonly category: ColumnIndex | undefined;
  /** What became of it, in words of the codebook; other schemas are not translated. */
  readonly effect?: ColumnIndex | undefined;
  /** When it was first reported, or added to the data set. */
  readonly published?: ColumnIndex | undefined;
  /** The address of an archived copy of the report, when it was made, and its SHA-256. */
  readonly archive?: ColumnIndex | undefined;
  readonly captured?: ColumnIndex | undefined;
  readonly hash?: ColumnIndex | undefined;
};

/** Those of `COLUMN_FIELDS` that a reader may choose, in the order of the dialog. */
export const CHOOSABLE_FIELDS = [
  'category',
  'title',
  'text',
  'placeName',
  'area',
  'country',
  'source',
  'link',
  'published',
  'archive',
  'captured',
  'hash',
] as const satisfies readonly (keyof ColumnMapping)[];

/** The fields of a mapping that are one column each, or none. */
export const COLUMN_FIELDS = [
  ...CHOOSABLE_FIELDS,
  'id',
  'effect',
] as const satisfies readonly (keyof ColumnMapping)[];
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** A mapping, and what the file could not settle by itself. */
export type MappingProposal = {
  readonly mapping: ColumnMapping;
  /** True for a known layout: nothing need be asked. */
  readonly isKnown: boolean;
  /** What the cells of the time show of their order of day and month; from more rows than a sample has. */
  readonly dateOrder: DateOrderEvidence;
  /** The columns that may be the time, likeliest first. */
  readonly timeCandidates: readonly ColumnIndex[];
};
