import type { ColumnIndex, TimeMeaning } from '../../core/reading/meaning.ts';
import { unreachable } from '../../core/unreachable.ts';

/** The columns that a row's time is read from, in the order of its parts. */
export function timeColumns(time: TimeMeaning): readonly ColumnIndex[] {
  switch (time.kind) {
    case 'one':
    case 'epoch':
      return [time.column];
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
