import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { assertNever } from '../../core/base/assert-never.ts';

/** The columns of a row's dates, in the order of their parts. */
export function dateColumns(time: TimeMapping): readonly ColumnIndex[] {
  switch (time.kind) {
    case 'one':
      return [time.column];
    case 'epoch':
      return [time.column, time.to].filter((column) => column !== undefined);
    case 'interval':
      return [time.from, time.to];
    case 'parts':
      return [time.year, time.month, time.day].filter((column) => column !== undefined);
    case 'none':
      return [];
    default:
      return assertNever(time);
  }
}

/** The columns of a row's times of day. */
function clockColumns(time: TimeMapping): readonly ColumnIndex[] {
  const clocks =
    time.kind === 'interval'
      ? [time.clock, time.clockTo]
      : time.kind === 'one' || time.kind === 'parts'
        ? [time.clock]
        : [];
  return clocks.filter((column) => column !== undefined);
}

/** All columns that a row's time is read from: its dates, then its times of day. */
export const timeColumns = (time: TimeMapping): readonly ColumnIndex[] => [
  ...dateColumns(time),
  ...clockColumns(time),
];
