import type { Task } from '../base/task.ts';
import { EMPTY_FILTER } from '../filters/filter.ts';
import type { PlacedCounts } from '../layout/mark-layout.ts';
import type { Bounds } from '../place/bounds.ts';
import { homeZoomOf } from '../place/closest-zoom.ts';
import { homeBox } from '../place/home-box.ts';
import { toMercator } from '../place/mercator.ts';
import type { MergedParts } from './merged-parts.ts';

/** What the home view of data sets shows, see `homeBox`; of each outline the box counts as one incident more. */
export async function homeOf(
  { all, isDated, places }: MergedParts,
  points: Pick<PlacedCounts, 'x' | 'y'>,
  outlines: readonly Bounds[],
  zoomLimit: number,
  task: Task,
): Promise<Bounds | undefined> {
  const corners = outlines.flatMap(({ west, south, east, north }) => [
    toMercator(west, north),
    toMercator(east, south),
  ]);
  const length = places + corners.length;
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  const weight = new Float64Array(length).fill(0.5, places);
  x.set(points.x);
  y.set(points.y);
  for (const [at, corner] of corners.entries()) {
    x[places + at] = corner.x;
    y[places + at] = corner.y;
  }
  for (const { index, firstPlace } of all) {
    const counts = await index.placeCounts(EMPTY_FILTER, undefined, isDated, task.part(0, 0.2));
    weight.set(counts, firstPlace);
  }
  return homeBox({ length, x, y, weight }, homeZoomOf(zoomLimit), task.part(0.2, 1));
}
