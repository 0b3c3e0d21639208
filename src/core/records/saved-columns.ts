import type { ColumnIndex } from './column-index.ts';

/**
 * Names of the columns that saved rows have besides those of their file: how each row was read. They
 * come first, the shape last, so that they are found again whatever names a file has.
 */
export const SAVED = {
  dataset: 'dataset',
  /** ISO 8601, an interval with both ends where it is no single day or minute. */
  time: 'dateline.time',
  /** WGS 84 degrees; of a line or an area a point on it, drawn no finer than `precision`. */
  latitude: 'dateline.lat',
  longitude: 'dateline.lon',
  precision: 'dateline.precision',
  placeName: 'dateline.place',
  area: 'dateline.area',
  category: 'dateline.category',
  /** `by 2026-03-05` or `possibly by 2026-03-05`: the row was saved as known at the end of that day. */
  known: 'dateline.known',
  /** `A`, `possibly A; B`: in which of two compared periods the row was when it was saved. */
  period: 'dateline.period',
  /** What was chosen when the row was saved, in words. */
  selection: 'dateline.selection',
  /** How many origins the reports of a row have at most; empty where it names none. */
  origins: 'dateline.origins.max',
  /** GeoJSON of a geometry that is more than a point. */
  shape: 'dateline.geometry',
} as const;

export type SavedColumn = keyof typeof SAVED;
/** Undefined: the table was saved without it, since no row has one. */
export type SavedColumns = Readonly<Record<SavedColumn, ColumnIndex | undefined>> & {
  readonly time: ColumnIndex;
  readonly latitude: ColumnIndex;
  readonly longitude: ColumnIndex;
};

/** Where a table of saved rows has these columns; undefined for any other table. Of two alike the first counts. */
export function savedColumns(columns: readonly string[]): SavedColumns | undefined {
  const find = (name: string): ColumnIndex | undefined => {
    const at = columns.indexOf(name);
    return at < 0 ? undefined : at;
  };
  const [time, latitude, longitude] = [SAVED.time, SAVED.latitude, SAVED.longitude].map(find);
  if (time === undefined || latitude === undefined || longitude === undefined) return undefined;
  const dataset = find(SAVED.dataset);
  return {
    // One that comes later is the file's own.
    dataset: dataset !== undefined && dataset < time ? dataset : undefined,
    time,
    latitude,
    longitude,
    precision: find(SAVED.precision),
    placeName: find(SAVED.placeName),
    area: find(SAVED.area),
    category: find(SAVED.category),
    known: find(SAVED.known),
    period: find(SAVED.period),
    selection: find(SAVED.selection),
    origins: find(SAVED.origins),
    shape: find(SAVED.shape),
  };
}

/** The beginning of a file of saved rows, and its delimiter: a spreadsheet program may have changed it. */
export const SAVED_START = /^\ufeff?"?dataset"?([,;\t|])"?dateline\.time"?\1"?dateline\.lat"?\1/;
