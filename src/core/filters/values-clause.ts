import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { cellValue } from '../fields/cell-value.ts';
import type { CategoryColumn } from '../fields/field-column.ts';
import { NOT_GIVEN } from '../fields/field-key.ts';
import { isMissing } from '../text/missing-value.ts';
import type { ClauseOf } from './clause.ts';
import { matchWeekHours } from './match-week-hours.ts';
import { NO, YES, type Matcher, type RowFlags, type RowSource } from './match.ts';

type Values = ClauseOf<'values'>;

/** What a value does to its row: `excluded` wins over all. */
const NEITHER = 0;
const INCLUDED = 1;
const EXCLUDED = 2;

/** Whether a record with some values passes. */
export function passesValues(
  { values, excluded }: Pick<Values, 'values' | 'excluded'>,
  own: readonly string[],
): boolean {
  const all = own.length === 0 ? [NOT_GIVEN] : own;
  if (all.some((one) => excluded.includes(one))) return false;
  return values.length === 0 || all.some((one) => values.includes(one));
}

async function matchColumn(
  { values, excluded }: Values,
  column: CategoryColumn,
  length: number,
  task: Task,
): Promise<RowFlags> {
  const included = new Set(values);
  const left = new Set(excluded);
  const effect = Uint8Array.from(column.values, (value) =>
    left.has(value) ? EXCLUDED : included.has(value) ? INCLUDED : NEITHER,
  );
  const isOpen = values.length === 0;
  const { codes, first } = column;
  const flags = new Uint8Array(length);
  // Without `first` a row has the one code at its own position.
  if (!first) {
    const ofCode = effect.map((what) =>
      what === INCLUDED || (isOpen && what === NEITHER) ? YES : NO,
    );
    for (let row = 0; row < length; row++) {
      if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
      flags[row] = ofCode[codes[row] as number] as number;
    }
    return flags;
  }
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    const begin = first[row] ?? 0;
    const end = first[row + 1] ?? 0;
    let isIncluded = isOpen;
    let isExcluded = false;
    if (begin === end) {
      isIncluded ||= effect[0] === INCLUDED;
      isExcluded = effect[0] === EXCLUDED;
    }
    for (let at = begin; at < end; at++) {
      const what = effect[codes[at] ?? 0];
      if (what === INCLUDED) isIncluded = true;
      else if (what === EXCLUDED) isExcluded = true;
    }
    flags[row] = isIncluded && !isExcluded ? YES : NO;
  }
  return flags;
}

/** A field that is no category is compared text by text; what says that a value is missing gives none, as there. */
async function matchTexts(clause: Values, source: RowSource, task: Task): Promise<RowFlags> {
  const flags = new Uint8Array(source.table.length);
  await source.eachText(
    clause.field,
    (row, text) => {
      const value = cellValue(text);
      flags[row] = passesValues(clause, isMissing(value) ? [] : [value]) ? YES : NO;
    },
    task,
  );
  return flags;
}

/** Rows of a table without the field give no value of it. */
export const matchValues: Matcher<Values> = async (clause, source, task) => {
  const { length } = source.table;
  const column = await source.column(clause.field, task.part(0, 0.5));
  if (!column) return new Uint8Array(length).fill(passesValues(clause, []) ? YES : NO);
  const own = task.part(0.5, 1);
  switch (column.kind) {
    case 'category':
    case 'boolean':
      return matchColumn(clause, column, length, own);
    case 'week-hours':
      return matchWeekHours(clause, column, own);
    case 'number':
    case 'date':
    case 'text':
      return matchTexts(clause, source, own);
  }
};
