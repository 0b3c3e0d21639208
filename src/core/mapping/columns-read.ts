import type { ColumnIndex } from '../records/column-index.ts';
import { assertNever } from '../base/assert-never.ts';
import type { ColumnField, ColumnMapping, PlaceMapping, TimeMapping } from './column-mapping.ts';

/** What a column is read as. A mapping has each role once at most; a column may have several. */
export type ColumnRole =
  | 'latitude'
  | 'longitude'
  /** Both coordinates in one cell. */
  | 'place'
  | 'geometry'
  /** The text of a geometry that cannot be read. */
  | 'unreadGeometry'
  | 'placePrecision'
  /** A date, or a count since 1970. */
  | 'time'
  /** The first and the last date of an interval. */
  | 'from'
  | 'to'
  | 'year'
  | 'month'
  | 'day'
  | 'clock'
  /** The time of day at the end of an interval. */
  | 'clockTo'
  | 'timePrecision'
  | ColumnField;

/** A column that is read, and as what. */
export type ColumnRead = { readonly role: ColumnRole; readonly column: ColumnIndex };

const read = (role: ColumnRole, column: ColumnIndex | undefined): readonly ColumnRead[] =>
  column === undefined ? [] : [{ role, column }];

/** The columns of a row's place. */
export function columnsOfPlace(place: PlaceMapping): readonly ColumnRead[] {
  switch (place.kind) {
    case 'two':
      return [...read('latitude', place.latitude), ...read('longitude', place.longitude)];
    case 'one':
      return read('place', place.column);
    case 'geometry':
      return [...read('geometry', place.column), ...read('unreadGeometry', place.unread)];
    case 'none':
      return [];
    default:
      return assertNever(place);
  }
}

/** The columns of a row's dates, the main one first: the start of an interval, the year of parts. */
function columnsOfDates(time: TimeMapping): readonly ColumnRead[] {
  switch (time.kind) {
    case 'one':
    case 'leading':
      return read('time', time.column);
    case 'epoch':
      return [...read('time', time.column), ...read('to', time.to)];
    case 'interval':
      return [...read('from', time.from), ...read('to', time.to)];
    case 'parts':
      return [...read('year', time.year), ...read('month', time.month), ...read('day', time.day)];
    case 'none':
      return [];
    default:
      return assertNever(time);
  }
}

/** The columns of a row's times of day. */
function columnsOfClocks(time: TimeMapping): readonly ColumnRead[] {
  switch (time.kind) {
    case 'one':
    case 'parts':
      return read('clock', time.clock);
    case 'interval':
      return [...read('clock', time.clock), ...read('clockTo', time.clockTo)];
    case 'epoch':
    case 'leading':
    case 'none':
      return [];
    default:
      return assertNever(time);
  }
}

/** The columns that each field of a mapping reads. The compiler asks for an entry for a new field. */
const READ_BY: {
  readonly [Field in keyof ColumnMapping]-?: (mapping: ColumnMapping) => readonly ColumnRead[];
} = {
  schema: () => [],
  calendar: () => [],
  place: ({ place }) => columnsOfPlace(place),
  time: ({ time }) => [...columnsOfDates(time), ...columnsOfClocks(time)],
  placePrecision: ({ placePrecision }) => read('placePrecision', placePrecision?.column),
  timePrecision: ({ timePrecision }) => read('timePrecision', timePrecision?.column),
  placeName: ({ placeName }) => read('placeName', placeName),
  area: ({ area }) => read('area', area),
  country: ({ country }) => read('country', country),
  id: ({ id }) => read('id', id),
  title: ({ title }) => read('title', title),
  text: ({ text }) => read('text', text),
  source: ({ source }) => read('source', source),
  link: ({ link }) => read('link', link),
  category: ({ category }) => read('category', category),
  effect: ({ effect }) => read('effect', effect),
  published: ({ published }) => read('published', published),
  archive: ({ archive }) => read('archive', archive),
  captured: ({ captured }) => read('captured', captured),
  hash: ({ hash }) => read('hash', hash),
};

/**
 * Every column that a mapping reads, and as what: place, dates, times of day, precision, then all others.
 * The only list of them: what else needs columns of a mapping derives them from here.
 */
export const columnsRead = (mapping: ColumnMapping): readonly ColumnRead[] =>
  Object.values(READ_BY).flatMap((columnsOf) => columnsOf(mapping));

/** What each column is read as, in the order of `columnsRead`. */
export function rolesByColumn(
  mapping: ColumnMapping,
): ReadonlyMap<ColumnIndex, readonly ColumnRole[]> {
  const roles = new Map<ColumnIndex, ColumnRole[]>();
  for (const { role, column } of columnsRead(mapping)) {
    const known = roles.get(column);
    if (known) known.push(role);
    else roles.set(column, [role]);
  }
  return roles;
}

const indexes = (columns: readonly ColumnRead[]): readonly ColumnIndex[] =>
  columns.map(({ column }) => column);

export const placeColumns = (place: PlaceMapping): readonly ColumnIndex[] =>
  indexes(columnsOfPlace(place));

/** The columns of a row's dates, the main one first: the start of an interval, the year of parts. */
export const dateColumns = (time: TimeMapping): readonly ColumnIndex[] =>
  indexes(columnsOfDates(time));

export const clockColumns = (time: TimeMapping): readonly ColumnIndex[] =>
  indexes(columnsOfClocks(time));

/** All columns that a row's time is read from: its dates, then its times of day. */
export const timeColumns = (time: TimeMapping): readonly ColumnIndex[] => [
  ...dateColumns(time),
  ...clockColumns(time),
];

/** The columns that have years, which show the calendar of the file; none where days are counted since 1970. */
export const yearColumns = (time: TimeMapping): readonly ColumnIndex[] => {
  if (time.kind === 'epoch') return [];
  return time.kind === 'parts' ? [time.year] : [...new Set(dateColumns(time))];
};

/** The column of the last date of an interval. */
export const endColumn = (time: TimeMapping): ColumnIndex | undefined =>
  columnsOfDates(time).find(({ role }) => role === 'to')?.column;
