import { radiusOf } from '../core/layout/mark-radius.ts';
import type { MarkCounts } from '../core/index/mark-counter.ts';
import type { MapModel } from '../core/model/map-model.ts';

export type Point = { readonly x: number; readonly y: number };

/** Radius of a mark as it is drawn in the window, the possible ones included, or the larger of its halves; 0 when empty. */
export function drawnRadius(
  { counts, shapes }: Pick<MapModel, 'counts' | 'shapes'>,
  mark: number,
): number {
  const countOf = ({ marks }: MarkCounts): number =>
    (marks.certain[mark] ?? 0) + (marks.possible[mark] ?? 0);
  const count = Math.max(countOf(counts), counts.second ? countOf(counts.second) : 0);
  return radiusOf(count, shapes.view.radiusOfOne);
}

/**
 * The mark under a point, or the nearest within `reach` pixels of its edge. Uses the model: MapLibre's own
 * query knows nothing of what a custom layer draws.
 */
export function hitTestMark(
  model: MapModel,
  at: Point,
  reach: number,
  project: (lon: number, lat: number) => Point,
): number | undefined {
  const { marks } = model.shapes.view;
  let nearest: { readonly mark: number; readonly gap: number } | undefined;
  for (let mark = 0; mark < marks.length; mark++) {
    const radius = drawnRadius(model, mark);
    if (radius === 0) continue;
    const centre = project(marks.lon[mark] ?? 0, marks.lat[mark] ?? 0);
    const gap = Math.hypot(centre.x - at.x, centre.y - at.y) - radius;
    if (gap <= reach && gap < (nearest?.gap ?? Infinity)) nearest = { mark, gap };
  }
  return nearest?.mark;
}
