import type { RecordList } from '../../core/index/record-list.ts';
import type { WindowCount } from '../../core/index/tally.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** The incidents of a list, counted as the window is. */
export const listCount = (shown: Shown, { incidents, certain, halts }: RecordList): WindowCount =>
  shown.withHalts({ certain, possible: incidents - certain }, halts);

/** Those of one of its sections. */
export function sectionCount(shown: Shown, { days }: RecordList, section: number): WindowCount {
  const count = (days.start[section + 1] ?? 0) - (days.start[section] ?? 0);
  const certain = days.certain[section] ?? 0;
  const halts = {
    certain: days.certainHalts[section] ?? 0,
    possible: days.possibleHalts[section] ?? 0,
  };
  return shown.withHalts({ certain, possible: count - certain }, halts);
}
