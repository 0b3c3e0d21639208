import type { Task } from '../base/task.ts';
import type { RecordRef } from '../records/record-ref.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { ListedRows, ListShare } from './dataset-index.ts';
import { joinListZones } from './list-zones.ts';
import { mergedRows } from './merge-rows.ts';
import { recordListOf, type RecordList } from './record-list.ts';

/** The shares of a list as one. `firstRefs`: of each share, the reference of the first row of its data set. */
export async function joinedList(
  shares: readonly ListShare[],
  firstRefs: readonly RecordRef[],
  window: TimeRange,
  places: Pick<RecordList, 'place' | 'isAround' | 'morePlaces'>,
  task: Task,
): Promise<RecordList> {
  const merged = (rowsOf: (share: ListShare) => ListedRows): Promise<ListedRows> => {
    const parts = shares.map((share, at) => ({
      rows: rowsOf(share),
      firstRef: firstRefs[at] ?? 0,
    }));
    return mergedRows(parts, task.part(0, 0.3));
  };
  const kinds = {
    incidents: await merged(({ incidents }) => incidents),
    series: await merged(({ series }) => series),
    totals: await merged(({ totals }) => totals),
  };
  const zones = joinListZones(shares.map((share) => share.zones));
  return recordListOf(kinds, window, { ...places, zones }, task.part(0.3, 1));
}
