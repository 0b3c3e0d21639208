import { isWithin, type Bounds } from '../core/place/bounds.ts';
import { nearestLongitude } from '../core/place/longitude.ts';
import type { MapModel, ModelHalo } from '../core/model/map-model.ts';
import { groundPixels } from './ground-circle.ts';
import { drawnRadius } from './hit-test.ts';

/** Up to this many circles in view are drawn in full: they are too few to cover the map. */
const MAX_FULL_HALOS = 6;
/** At rest, a circle that is hardly wider than its mark says nothing and thickens its edge. */
const MIN_RADIUS_OF_MARK = 1.6;

/** How a circle is drawn: not at all, as a light outline, or in full. */
export type HaloLook = 'none' | 'light' | 'full';

/** The widest circle of each mark in the window; of several, the one nearest to the middle of the mark. */
function widestOfMarks({ shapes: { view }, halos }: MapModel): ReadonlySet<number> {
  const { marks } = view;
  const widest = new Map<number, number>();
  const distance = (halo: ModelHalo, mark: number): number =>
    Math.hypot(
      nearestLongitude(halo.lon, marks.lon[mark] ?? 0) - (marks.lon[mark] ?? 0),
      halo.lat - (marks.lat[mark] ?? 0),
    );
  view.halos.mark.forEach((mark, i) => {
    const halo = halos.circles[i];
    if (!halo || halos.isInWindow[i] !== 1) return;
    const before = halos.circles[widest.get(mark) ?? -1];
    const isWider =
      !before ||
      halo.radiusMeters > before.radiusMeters ||
      (halo.radiusMeters === before.radiusMeters && distance(halo, mark) < distance(before, mark));
    if (isWider) widest.set(mark, i);
  });
  return new Set(widest.values());
}

/**
 * How each circle of precision is drawn, by its position. In full: those of what is open or pointed at, and
 * all where at most `MAX_FULL_HALOS` are in `extent`, the part of the map in view. Else each mark has one
 * light outline, the coarsest precision in it, if that is clearly wider than the mark.
 */
export function haloLooks(model: MapModel, extent: Bounds): readonly HaloLook[] {
  const { shapes, halos, emphasis } = model;
  const { view } = shapes;
  const isInView = ({ lon, lat }: ModelHalo): boolean => isWithin(extent, lon, lat);
  const inView = halos.circles.filter((halo, i) => halos.isInWindow[i] === 1 && isInView(halo));
  const areFew = inView.length <= MAX_FULL_HALOS;
  const widest = areFew ? undefined : widestOfMarks(model);
  return halos.circles.map((halo, i): HaloLook => {
    if (emphasis.halos.has(i)) return 'full';
    if (halos.isInWindow[i] !== 1) return 'none';
    if (!widest) return 'full';
    const room = MIN_RADIUS_OF_MARK * drawnRadius(model, view.halos.mark[i] ?? 0);
    return widest.has(i) && groundPixels(halo.radiusMeters, halo.lat, view.zoom) > room
      ? 'light'
      : 'none';
  });
}
