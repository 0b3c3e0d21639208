import { NO_AREA } from '../place/place-table.ts';
import { IMPORTED_PRECISIONS } from '../place/precision.ts';
import { NOT_SAID, spanAt, type IncidentTable, type Row } from '../records/incident-table.ts';
import { NEVER } from '../records/reported.ts';
import { isMissing } from '../text/missing-value.ts';
import { textAt } from '../text/text-column.ts';
import { CategoryBuilder } from './category-builders.ts';
import type {
  DateColumn,
  FieldPass,
  NumberColumn,
  TypedField,
  WeekHoursColumn,
} from './field-column.ts';
import { NOT_GIVEN, type OurField } from './field-key.ts';
import { timePrecisionOf } from './time-fields.ts';
import { weekHoursOf } from './week-hours.ts';

const ROWS_PER_STEP = 1 << 13;

const field = (key: OurField, column: TypedField['column']): TypedField => ({
  info: {
    key,
    kind: column.kind === 'week-hours' ? 'category' : column.kind,
    column: undefined,
    isMultiple: false,
  },
  column,
});

/** One value a row, from a column of the table. */
function* categories(
  key: OurField,
  { length }: IncidentTable,
  valueOf: (row: Row) => string,
): Generator<number, TypedField, void> {
  const builder = new CategoryBuilder(length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_STEP === 0) yield 0;
    builder.set(row, valueOf(row));
  }
  return field(key, builder.build('category'));
}

/** `ranges`: least and most by row, see `IncidentTable.people`. */
function peopleColumn(ranges: Uint32Array, length: number): NumberColumn {
  const [min, max] = [new Float64Array(length), new Float64Array(length)];
  for (let row = 0; row < length; row++) {
    const [least = NOT_SAID, most = NOT_SAID] = [ranges[2 * row], ranges[2 * row + 1]];
    min[row] = least === NOT_SAID ? NaN : least;
    max[row] = most === NOT_SAID ? NaN : most;
  }
  return { kind: 'number', min, max };
}

/** A record that names no report does not say how many origins it has. */
function originsColumn({ origins, length }: IncidentTable): NumberColumn {
  const numbers = new Float64Array(length);
  for (let row = 0; row < length; row++) numbers[row] = origins[row] || NaN;
  return { kind: 'number', min: numbers, max: numbers };
}

function reportedColumn({ from, by }: NonNullable<IncidentTable['reported']>): DateColumn {
  const length = from.length;
  const column = {
    kind: 'date',
    from: new Float64Array(length),
    to: new Float64Array(length),
  } as const;
  for (let row = 0; row < length; row++) {
    const end = by[row] ?? NEVER;
    column.from[row] = end === NEVER ? NaN : (from[row] ?? NaN);
    column.to[row] = end === NEVER ? NaN : end;
  }
  return column;
}

function weekHoursColumn(table: IncidentTable): WeekHoursColumn {
  const { length, isUndated } = table;
  const [firsts, counts] = [new Uint8Array(length), new Uint8Array(length)];
  for (let row = 0; row < length; row++) {
    const { first, count } = weekHoursOf(spanAt(table, row), isUndated[row] ?? 0);
    firsts[row] = first;
    counts[row] = count;
  }
  return { kind: 'week-hours', first: firsts, count: counts };
}

/** The name of each place, decoded once. */
function placeNames({ places, contents }: IncidentTable): (place: number) => string {
  const names: (string | undefined)[] = [];
  const isMissingName = contents.kind === 'file' ? isMissing : (): boolean => false;
  return (place) => {
    const known = names[place];
    if (known !== undefined) return known;
    const name = textAt(places.names, place).trim();
    return (names[place] = isMissingName(name) ? NOT_GIVEN : name);
  };
}

/** A row that could not be placed, in the precision of places. */
const UNPLACED = 'none';

/** How finely each place is known; a point whose precision nobody states does not say. */
function precisionOfPlace({ places }: IncidentTable): (place: number) => string {
  const { area, areas, precision } = places;
  return (place) => {
    const name = areas[area[place] ?? NO_AREA];
    if (name === '') return UNPLACED;
    const code = IMPORTED_PRECISIONS[precision[place] ?? 0] ?? 'unstated';
    return code === 'unstated' ? NOT_GIVEN : code;
  };
}

/** The fields that the columns of any table say. */
export function* tablePass(table: IncidentTable): FieldPass {
  const { length, place, isUndated, people, origins, reported } = table;
  const fields: TypedField[] = [];
  const [nameOf, precisionOf] = [placeNames(table), precisionOfPlace(table)];
  fields.push(
    yield* categories('place', table, (row) => nameOf(place[row] ?? 0)),
    yield* categories('place-precision', table, (row) => precisionOf(place[row] ?? 0)),
    yield* categories('time-precision', table, (row) =>
      timePrecisionOf(spanAt(table, row), isUndated[row] ?? 0),
    ),
    field('week-hour', weekHoursColumn(table)),
  );
  yield 0;
  if (people) {
    fields.push(field('killed', peopleColumn(people.killed, length)));
    yield 0;
    fields.push(field('injured', peopleColumn(people.injured, length)));
    yield 0;
  }
  if (origins.some((count) => count > 0)) fields.push(field('origins', originsColumn(table)));
  yield 0;
  if (reported) fields.push(field('reported', reportedColumn(reported)));
  return fields;
}
