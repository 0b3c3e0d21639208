import { SegmentIndex } from '../../../../src/commands/basemap/segment-index.ts';
import { extent, featuresOf, toDegrees, type DecodedTile } from './archive.ts';

/** Two pixels: lines and coasts are simplified by themselves. */
const tolerance = 16;

interface Line {
  readonly xy: readonly number[];
  readonly isOnLand: boolean;
}

/** Where a border on land ends inside the tile and meets neither another border nor a shore. */
export function looseEnds(tile: DecodedTile): string[] {
  const borders = featuresOf(tile, 'border').flatMap((feature) =>
    feature.loadGeometry().map((line): Line => ({
      xy: line.flatMap(({ x, y }) => [x, y]),
      isOnLand: feature.properties['maritime'] === undefined,
    })),
  );
  const rings = featuresOf(tile, 'earth').flatMap((feature) =>
    feature.loadGeometry().map((ring) => ({ xy: ring.slice(0, -1).flatMap(({ x, y }) => [x, y]) })),
  );
  const shores = new SegmentIndex(rings, true);
  const lines = new SegmentIndex(borders, false);
  return borders.flatMap(({ xy, isOnLand }, index) => {
    const ends = isOnLand ? [xy.slice(0, 2), xy.slice(-2)] : [];
    const isRing = String(ends[0]) === String(ends[1]);
    return ends
      .filter(([x = NaN, y = NaN]) => {
        if (isRing || x <= 0 || y <= 0 || x >= extent || y >= extent) return false;
        if (lines.nearest(x, y, tolerance, (owner) => owner !== index)) return false;
        return shores.nearest(x, y, tolerance) === undefined;
      })
      .map(([x = NaN, y = NaN]) => {
        const [longitude, latitude] = toDegrees(tile, x, y);
        const where = shores.contains(x, y) ? 'land' : 'water';
        return `${tile.zoom}: ${longitude.toFixed(2)} ${latitude.toFixed(2)} ${where}`;
      });
  });
}
