import type { ColumnIndex, TimeMeaning } from '../../core/reading/meaning.ts';
import { unreachable } from '../../core/unreachable.ts';

/** The columns of a row's dates, in the order of their parts. */
export function dateColumns(time: TimeMeaning): readonly ColumnIndex[] {
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
      return unreachable(time);
  }
}

/** The columns of a row's times of day. */
function clockColumns(time: TimeMeaning): readonly ColumnIndex[] {
  const clocks =
    time.kind === 'interval'
      ? [time.clock, time.clockTo]
      : time.kind === 'one' || time.kind === 'parts'
        ? [time.clock]
        : [];
  return clocks.filter((column) => column !== undefined);
}

/** All columns that a row's time is read from: its dates, then its times of day. */
export const timeColumns = (time: TimeMeaning): readonly ColumnIndex[] => [
  ...dateColumns(time),
  ...clockColumns(time),
];
