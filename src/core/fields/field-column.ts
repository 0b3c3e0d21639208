import type { ColumnIndex } from '../records/column-index.ts';
import type { FieldKey } from './field-key.ts';

/** What the values of a field are, as found in them. Categories are few enough to be listed, texts are not. */
export type FieldKind = 'category' | 'number' | 'date' | 'boolean' | 'text';

/** A field of the records of a data set. */
export type FieldInfo = {
  readonly key: FieldKey;
  readonly kind: FieldKind;
  /** The name of its column in a reader's file; undefined for a field of ours, which `i18n` names. */
  readonly column: string | undefined;
  /** A record may have several values, such as the publishers of its reports. */
  readonly isMultiple: boolean;
};

/**
 * Values as codes: 1 byte a row up to 255 values, 2 above. Value 0 is `NOT_GIVEN`. Of a field with several
 * values a record, those of row r are `codes[first[r] .. first[r + 1])`; none: not given.
 */
export type CategoryColumn = {
  readonly kind: 'category' | 'boolean';
  readonly values: readonly string[];
  readonly codes: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  readonly first: Uint32Array<ArrayBuffer> | undefined;
};
/** Least and most, both included; `NaN` twice: not given. The same array where each row has one number. */
export type NumberColumn = {
  readonly kind: 'number';
  readonly min: Float64Array<ArrayBuffer>;
  readonly max: Float64Array<ArrayBuffer>;
};
/** Half-open civil minutes: the widest range that the date may mean; `NaN` twice: not given. */
export type DateColumn = {
  readonly kind: 'date';
  readonly from: Float64Array<ArrayBuffer>;
  readonly to: Float64Array<ArrayBuffer>;
};
/**
 * The hours of the week that a time may lie in, which follow on each other: the position of the first, counted from
 * the one after midnight on Monday, and how many they are. It is a category, of which a row that is not known to the hour has several values possibly.
 */
export type WeekHoursColumn = {
  readonly kind: 'week-hours';
  readonly first: Uint8Array<ArrayBuffer>;
  readonly count: Uint8Array<ArrayBuffer>;
};
/** Nothing is kept: its texts are read again. */
type TextFieldColumn = { readonly kind: 'text' };

/** The values of one field of all rows of a table. */
export type FieldColumn = PlainColumn | WeekHoursColumn;
/** One whose kind is that of its field. */
export type PlainColumn = CategoryColumn | NumberColumn | DateColumn | TextFieldColumn;

/** How the cells of a number or a date are read: both ends; undefined where a cell is none. */
export type RangeReader = {
  readonly kind: 'number' | 'date';
  readonly read: (text: string) => { readonly low: number; readonly high: number } | undefined;
  /** A cell that shows that the column is none, however many others are. */
  readonly isVeto: (text: string) => boolean;
};

/** A field with its values. */
export type TypedField = {
  readonly info: FieldInfo;
  readonly column: FieldColumn;
  /** The column of a reader's file that it is; undefined for a field of ours. */
  readonly cell?: ColumnIndex;
  /** How its numbers or dates are read from the file, where they are. */
  readonly reader?: RangeReader;
};

/**
 * Builds columns in steps of a few milliseconds, which are yield points; each gives how much is done, 0 to 1.
 * A caller may leave it between two steps to the next one.
 */
export type FieldPass = Generator<number, readonly TypedField[], void>;
