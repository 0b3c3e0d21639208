import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type {
  CategoryColumn,
  DateColumn,
  NumberColumn,
  TypedField,
  WeekHoursColumn,
} from '../fields/field-column.ts';
import { WEEK_HOURS } from '../fields/week-hours.ts';
import { INCIDENT, type IncidentTable } from '../records/incident-table.ts';
import type { FieldSummary } from './facet.ts';

/** What one data set says of a field: `values` that its incidents have, of a category, and how many have each. */
export type FieldShare = Omit<FieldSummary, 'distinct'> & {
  readonly values: readonly string[];
  readonly counts: readonly number[];
};

type Incidents = Pick<IncidentTable, 'kind' | 'length'>;

/** Counts of the incidents of a table by one field. */
export async function fieldShareOf(
  { info, column }: TypedField,
  table: Incidents,
  task: Task,
): Promise<FieldShare> {
  switch (column.kind) {
    case 'category':
    case 'boolean':
      return { ...info, bounds: undefined, ...(await categoryShare(column, table, task)) };
    case 'week-hours':
      return { ...info, bounds: undefined, ...(await weekShare(column, table, task)) };
    case 'number':
    case 'date':
      return { ...info, values: [], counts: [], ...(await rangeShare(column, table, task)) };
    case 'text':
      return { ...info, given: table.length, values: [], counts: [], bounds: undefined };
  }
}

async function categoryShare(
  { values, codes, first }: CategoryColumn,
  { kind, length }: Incidents,
  task: Task,
): Promise<Pick<FieldShare, 'given' | 'values' | 'counts'>> {
  const counts = new Uint32Array(values.length);
  let given = 0;
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    if (kind[row] !== INCIDENT) continue;
    const start = first ? (first[row] ?? 0) : row;
    const end = first ? (first[row + 1] ?? 0) : row + 1;
    let isGiven = false;
    for (let at = start; at < end; at++) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
      isGiven ||= code !== 0;
    }
    if (isGiven) given++;
  }
  const isPresent = (code: number): boolean => code > 0 && (counts[code] ?? 0) > 0;
  return {
    given,
    values: values.filter((_, code) => isPresent(code)),
    counts: [...counts].filter((_, code) => isPresent(code)),
  };
}

/** Some incident may be at any hour: all of them are values. Given are those that are known to the hour. */
async function weekShare(
  { first, count }: WeekHoursColumn,
  { kind, length }: Incidents,
  task: Task,
): Promise<Pick<FieldShare, 'given' | 'values' | 'counts'>> {
  const counts = WEEK_HOURS.map(() => 0);
  let given = 0;
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    if (kind[row] !== INCIDENT || count[row] !== 1) continue;
    const hour = first[row] ?? 0;
    counts[hour] = (counts[hour] ?? 0) + 1;
    given++;
  }
  return { given, values: WEEK_HOURS, counts };
}

async function rangeShare(
  column: NumberColumn | DateColumn,
  { kind, length }: Incidents,
  task: Task,
): Promise<Pick<FieldShare, 'given' | 'bounds'>> {
  const [lows, highs] =
    column.kind === 'number' ? [column.min, column.max] : [column.from, column.to];
  let [given, min, max] = [0, Infinity, -Infinity];
  let isWhole = true;
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    const [low = NaN, high = NaN] = [lows[row], highs[row]];
    if (kind[row] !== INCIDENT || Number.isNaN(low)) continue;
    given++;
    if (low < min) min = low;
    if (high > max) max = high;
    isWhole &&= Number.isInteger(low) && Number.isInteger(high);
  }
  return { given, bounds: given === 0 ? undefined : { min, max, isWhole } };
}
