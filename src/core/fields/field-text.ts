import { isoText } from '../time/minute.ts';
import { NOT_GIVEN, PART_SEPARATOR } from './field-key.ts';
import type { CategoryColumn, DateColumn, NumberColumn, WeekHoursColumn } from './field-column.ts';
import { weekHourAt } from './week-hours.ts';

/** The values of a row; none where it does not say. */
export function valuesAt({ values, codes, first }: CategoryColumn, row: number): readonly string[] {
  if (!first) {
    const value = values[codes[row] ?? 0] ?? NOT_GIVEN;
    return value === NOT_GIVEN ? [] : [value];
  }
  const own = codes.subarray(first[row] ?? 0, first[row + 1] ?? 0);
  return Array.from(own, (code) => values[code] ?? NOT_GIVEN);
}

const rangeText = (first: string, last: string): string =>
  first === last ? first : `${first}–${last}`;

/** Plain text of the value of a row, as it is searched; empty where it does not say. */
export function columnText(
  column: CategoryColumn | NumberColumn | DateColumn | WeekHoursColumn,
  row: number,
): string {
  switch (column.kind) {
    case 'category':
    case 'boolean':
      return valuesAt(column, row).join('; ').replaceAll(PART_SEPARATOR, ', ');
    case 'week-hours':
      return weekHourAt(column, row);
    case 'number': {
      const [min = NaN, max = NaN] = [column.min[row], column.max[row]];
      return Number.isNaN(min) ? NOT_GIVEN : rangeText(String(min), String(max));
    }
    case 'date': {
      const [from = NaN, to = NaN] = [column.from[row], column.to[row]];
      if (Number.isNaN(from)) return NOT_GIVEN;
      return rangeText(isoText(from).slice(0, 10), isoText(to - 1).slice(0, 10));
    }
  }
}
