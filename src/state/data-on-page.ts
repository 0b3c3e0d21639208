import { fittedAxis } from '../core/index/fitted-axis.ts';
import { DAY } from '../core/time/minute.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import { homeOf, type MapCamera } from './camera.svelte.ts';
import type { Filters } from './filters.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Stands on the axis where nothing is dated; nothing of it is shown. */
const UNDATED: TimeRange = { from: 0, to: DAY };

/** What of a page is that of its data, whatever the reader chose. */
type SettledPage = {
  readonly filters: Filters;
  readonly timeline: Timeline;
  readonly camera: MapCamera;
};

/** Timeline, home view and layers are those of the data. */
export function settleOn(
  { filters, timeline, camera }: SettledPage,
  { layers, period, isByDay, counts, datasets, bounds, home, zoomLimit }: DataSnapshot,
): void {
  filters.know(layers, datasets);
  const limits = period.from < period.to ? period : UNDATED;
  const sets = datasets.filter(({ isOn }) => isOn).length;
  const fitted = fittedAxis(counts.cells.spans, limits, sets);
  timeline.spanPeriod(limits, isByDay ? 'day' : 'hour', fitted);
  if (bounds && home) camera.setHome(homeOf(home, zoomLimit), homeOf(bounds, zoomLimit));
}

/** Whether the same rows are on the map. */
export function isOnAlike(a: DataSnapshot, b: DataSnapshot): boolean {
  const on = ({ datasets }: DataSnapshot): string =>
    JSON.stringify(datasets.flatMap(({ number, isOn, rows }) => (isOn ? [[number, rows]] : [])));
  return on(a) === on(b);
}
