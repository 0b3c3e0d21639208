import type { Effect } from './incident.ts';
import type { OpenSide, TimeRange } from '../time/time-range.ts';
import type { ImportedPrecision } from '../place/precision.ts';

/** What is wrong with a row, or looks wrong. Words are in `i18n`. */
export const ROW_NOTES = [
  /** Not placed. */
  'no-place',
  'bad-coordinate',
  'outside-world',
  'null-island',
  'too-coarse',
  /** Not dated. */
  'no-date',
  'undated-name',
  'bad-date',
  'reversed-dates',
  'other-calendar',
  'unset-date',
  'far-date',
  /** Dropped: the row is no record. */
  'empty-row',
  'broken-row',
  /** Placed, but not as simply as the row says. */
  'longitude-beyond-180',
  'part-not-read',
  'several-points',
  /** Suspicions: the row is read as it is. */
  'swapped-coordinates',
  'far-outside',
  'odd-year',
  'zero-date',
  /** Day or month 0: the date is read as the whole month or year. */
  'zero-part',
  'open-end',
  'open-begin',
  'no-end',
  'bad-clock',
  'other-clock',
  'local-clock',
  'crowded-point',
  /** `1.500` in a file that does not show how it writes decimals: taken for the larger number. */
  'either-number',
  'open-quote',
  'mixed-encoding',
  'lost-letters',
  'too-long',
  'too-many-cells',
  'too-few-cells',
  /** Precision of place or time that no class of its scale is: read as not given. */
  'bad-precision',
  /** Only known to a province, whose outline is not known or could be one of several. */
  'unknown-area',
  'ambiguous-area',
  'areas-not-loaded',
] as const;
export type RowNoteCode = (typeof ROW_NOTES)[number];

/** What would be understood in place of a cell that cannot be read: examples, the same in all languages. */
export const INFORMATIVE_NOTES: Readonly<Partial<Record<RowNoteCode, readonly string[]>>> = {
  'no-date': ['2026-03-01', '1 March 2026', '1/3/2026'],
  'bad-date': ['2026-03-01', '1 March 2026', '1/3/2026'],
  'no-place': ['36.19', '36°11′24″N', '36.19, 44.01'],
  'bad-coordinate': ['36.19', '36°11′24″N', '36.19, 44.01'],
  'bad-precision': ['500', 'town', 'exact', '1'],
};

/** A note on one row; `column` is a position in the table, undefined for the row as a whole. */
export type RowNote = {
  readonly code: RowNoteCode;
  readonly column: number | undefined;
};

/** A place that is only known to the high seas, or not even to a country: nothing to draw. */
export type StatedPrecision = ImportedPrecision | 'too-coarse';

/** Where a row's record is, as finely as the row itself knows it. */
export type RowPlace = {
  /** WGS 84 degrees; `NaN` where only an area is known. */
  readonly lon: number;
  readonly lat: number;
  readonly precision: ImportedPrecision;
};

/** When a row is: the widest span of civil minutes that its time may mean. */
export type ReadSpan = TimeRange & {
  /** The end that is not known; the span is then the end that is. */
  readonly open?: OpenSide | undefined;
  /** The date may be an empty value, see `zeroDayOf`: the other rows decide. */
  readonly mayBeZero?: boolean | undefined;
};

/** What one row says. A row without place or date is not lost: it is listed, marked so. */
export type ReadRow = {
  /** Undefined: nowhere that could be drawn, not even as an area. */
  readonly place: RowPlace | undefined;
  readonly placeName: string;
  /** How finely the row says that its place is known, be it located or not. */
  readonly precision: StatedPrecision;
  /** The name of the governorate or province; empty when the row has none. */
  readonly area: string;
  /** Its country by name or code; empty when the row has none. */
  readonly country: string;
  readonly span: ReadSpan | undefined;
  /** Empty when the row has none. */
  readonly category: string;
  /** Undefined: the row does not say, or not in words of the codebook. */
  readonly effect?: Effect | undefined;
  readonly notes: readonly RowNote[];
};
