import { area, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { NamedArea } from '../place/named-area.ts';
import type { AreaRelation } from './area-relation.ts';

/** Outlines of several sources differ at their edges: less than this part of the smaller area is no overlap. */
const SLIVER = 0.03;

const featureOf = ({ shape }: NamedArea): Feature<Polygon | MultiPolygon> => ({
  type: 'Feature',
  geometry: shape,
  properties: {},
});

/**
 * How one named area lies to another. Neighbours share a border, and a country may have been drawn by another hand
 * than its provinces, so it is their areas that are compared. An outline that cannot be cut overlaps.
 */
export function relationOfOutlines(inner: NamedArea, outer: NamedArea): AreaRelation {
  try {
    const features = [featureOf(inner), featureOf(outer)];
    const common = intersect({ type: 'FeatureCollection', features });
    const shared = common ? area(common) : 0;
    const own = area(inner.shape);
    if (shared <= SLIVER * Math.min(own, area(outer.shape))) return 'apart';
    return shared >= (1 - SLIVER) * own ? 'inside' : 'overlaps';
  } catch {
    return 'overlaps';
  }
}
