import { angleBetween, RADIANS, reachOfLongitude } from '../place/great-circle.ts';
import { AreaEdges } from './area-edges.ts';
import { ringsRegion } from './area-rings.ts';
import type { AreaRegion } from './area-region.ts';
import type { AreaRelation, GroundCircle } from './area-relation.ts';
import type { AreaShape } from './area-shape.ts';

/** Degrees east of a meridian, from 0 up to 360. */
const eastOf = (west: number, lon: number): number => (((lon - west) % 360) + 360) % 360;

/** A rectangle of meridians and parallels; its ends are in it. */
export function boxRegion({
  west,
  south,
  east,
  north,
}: Extract<AreaShape, { kind: 'box' }>): AreaRegion {
  const width = east - west >= 360 ? 360 : eastOf(west, east) || (east > west ? 360 : 0);
  const isRound = width === 360;

  const holds = (lon: number, lat: number): boolean =>
    lat >= south && lat <= north && (isRound || eastOf(west, lon) <= width);

  function surrounds({ lon, lat, angle }: GroundCircle): boolean {
    const reach = reachOfLongitude(lat * RADIANS, angle) / RADIANS;
    const degrees = angle / RADIANS;
    if (lat + degrees > north && north < 90) return false;
    if (lat - degrees < south && south > -90) return false;
    if (isRound) return true;
    const at = eastOf(west, lon);
    return reach < 180 && at - reach >= 0 && at + reach <= width;
  }

  /** The way to the nearest point of one of its two sides. */
  function awayFromSide(side: number, { lon, lat }: GroundCircle): number {
    const foot =
      Math.atan2(
        Math.sin(lat * RADIANS),
        Math.cos(lat * RADIANS) * Math.cos((lon - side) * RADIANS),
      ) / RADIANS;
    const stops = foot > south && foot < north ? [south, north, foot] : [south, north];
    return Math.min(...stops.map((stop) => angleBetween(lon, lat, side, stop)));
  }

  function isNear(circle: GroundCircle): boolean {
    const { lon, lat, angle } = circle;
    if (isRound || eastOf(west, lon) <= width) {
      const degrees = angle / RADIANS;
      if (lat <= north + degrees && lat >= south - degrees) return true;
    }
    return !isRound && Math.min(awayFromSide(west, circle), awayFromSide(east, circle)) <= angle;
  }

  const ring = [
    [west, south],
    [west + width, south],
    [west + width, north],
    [west, north],
  ];
  /** Its sides are none where it goes round the world, and its ends are none at a pole. */
  const edges = new AreaEdges([ring], ([fromLon], [toLon, lat = 0]) =>
    fromLon === toLon ? !isRound : Math.abs(lat) < 90,
  );
  return {
    ofCircle(circle): AreaRelation {
      if (holds(circle.lon, circle.lat))
        return circle.angle === 0 || surrounds(circle) ? 'inside' : 'overlaps';
      if (circle.angle === 0) return 'apart';
      return isNear(circle) ? 'overlaps' : 'apart';
    },
    ofArea: ringsRegion(edges).ofArea,
  };
}
