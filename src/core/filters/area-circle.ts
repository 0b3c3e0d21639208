import { angleBetween, EARTH_METERS, MAX_RADIUS_KM, RADIANS } from '../place/great-circle.ts';
import type { AreaEdges } from './area-edges.ts';
import { mercatorHeight } from './area-edges.ts';
import type { AreaRegion } from './area-region.ts';
import type { AreaRelation, GroundCircle } from './area-relation.ts';
import type { AreaShape } from './area-shape.ts';

const holds = (area: AreaEdges, { lon, lat }: GroundCircle): boolean =>
  area.holds(lon * RADIANS, mercatorHeight(lat));

/** A circle on the ground: great circle distances, so it is round on a globe and not on the map. */
export function circleRegion({
  lon,
  lat,
  radiusKm,
}: Extract<AreaShape, { kind: 'circle' }>): AreaRegion {
  const circle = { lon, lat, angle: Math.min(radiusKm, MAX_RADIUS_KM) / (EARTH_METERS / 1000) };
  const isAll = circle.angle >= Math.PI;
  /** All that is not in it is a circle around the other side of the Earth. */
  const rest = { lon: lon + 180, lat: -lat, angle: Math.PI - circle.angle };
  return {
    ofCircle(other): AreaRelation {
      if (isAll) return 'inside';
      // Most places of a world are rejected without any trigonometry.
      if (Math.abs(other.lat - lat) * RADIANS > circle.angle + other.angle) return 'apart';
      const away = angleBetween(lon, lat, other.lon, other.lat);
      if (away + other.angle <= circle.angle) return 'inside';
      return away <= circle.angle + other.angle ? 'overlaps' : 'apart';
    },
    ofArea(other): AreaRelation {
      const isOutside = other.isNear(rest) || holds(other, rest);
      if (!isOutside) return 'inside';
      return other.isNear(circle) || holds(other, circle) ? 'overlaps' : 'apart';
    },
  };
}
