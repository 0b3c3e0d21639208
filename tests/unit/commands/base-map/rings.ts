import { extent, featuresOf, type DecodedTile } from './archive.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface RingCounts {
  readonly rings: number;
  /** Wound as holes, of which MapLibre drops those after the 500th. */
  readonly wrong: number;
  readonly empty: number;
}

export function countRings(tile: DecodedTile): RingCounts {
  const areas = featuresOf(tile, 'earth').flatMap((feature) => feature.loadGeometry().map(areaOf));
  return {
    rings: areas.length,
    wrong: areas.filter((area) => area < 0).length,
    empty: areas.filter((area) => area === 0).length,
  };
}

/** How far the shapes of a tile reach beyond its edge. */
export function overhang(tile: DecodedTile): number {
  const layers = Object.keys(tile.layers).flatMap((layer) => featuresOf(tile, layer));
  const beyond = layers.flatMap((feature) =>
    feature.loadGeometry().flatMap((part) => part.map(({ x, y }) => beyondEdge(x, y))),
  );
  return beyond.reduce((most, distance) => Math.max(most, distance), 0);
}

function beyondEdge(x: number, y: number): number {
  return Math.max(-x, -y, x - extent, y - extent);
}

/** Of a closed ring, positive if it is an outer one by the vector tile specification. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, { x, y }, index) => {
    const before = ring[index - 1] ?? { x, y };
    return sum + (before.x * y - x * before.y) / 2;
  }, 0);
}

export function crossesItself(ring: readonly Point[]): boolean {
  for (let first = 0; first < ring.length - 1; first++) {
    for (let second = first + 2; second < ring.length - 1; second++) {
      const [a, b, c, d] = [ring[first], ring[first + 1], ring[second], ring[second + 1]];
      if (a && b && c && d && cross(a, b, c, d)) return true;
    }
  }
  return false;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: Point, b: Point, c: Point): number {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}
