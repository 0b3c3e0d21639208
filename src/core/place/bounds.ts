import { wrapLongitude } from './longitude.ts';

/** A box in WGS 84 degrees. One across the antimeridian has an east beyond 180 or a west before -180. */
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

export const sameBounds = (a: Bounds | undefined, b: Bounds | undefined): boolean =>
  a === b ||
  (a?.west === b?.west && a?.south === b?.south && a?.east === b?.east && a?.north === b?.north);

/** Number of longitude bins, one per degree: gaps narrower than a bin are ignored. */
const BINS = 360;
/** Tolerance for rounding errors, in degrees: about 0.1 mm. */
const ROUNDING = 1e-9;

/**
 * Finds the smallest box around points, wherever on the globe they lie. Longitudes are a circle, so
 * the box is what their widest gap leaves free; of equal gaps, the one at the antimeridian. Costs one
 * pass: longitudes go into bins of a degree, and gaps lie between bins that hold any.
 */
export class BoundsBuilder {
  readonly #west = new Float64Array(BINS).fill(Infinity);
  readonly #east = new Float64Array(BINS).fill(-Infinity);
  #south = Infinity;
  #north = -Infinity;

  /** Adds a point; its longitude may be beyond 180. */
  add(lon: number, lat: number): void {
    const at = wrapLongitude(lon);
    const bin = Math.min(Math.floor(at + 180), BINS - 1);
    if (at < (this.#west[bin] ?? 0)) this.#west[bin] = at;
    if (at > (this.#east[bin] ?? 0)) this.#east[bin] = at;
    if (lat < this.#south) this.#south = lat;
    if (lat > this.#north) this.#north = lat;
  }

  /** Adds the points of another box. */
  addAll(other: BoundsBuilder): void {
    for (let bin = 0; bin < BINS; bin++) {
      this.#west[bin] = Math.min(this.#west[bin] ?? 0, other.#west[bin] ?? 0);
      this.#east[bin] = Math.max(this.#east[bin] ?? 0, other.#east[bin] ?? 0);
    }
    this.#south = Math.min(this.#south, other.#south);
    this.#north = Math.max(this.#north, other.#north);
  }

  /** Returns undefined if no point was added. */
  build(): Bounds | undefined {
    const full = [...this.#west.keys()].filter((bin) => (this.#west[bin] ?? 0) < Infinity);
    const [firstBin] = full;
    const lastBin = full.at(-1);
    if (firstBin === undefined || lastBin === undefined) return undefined;
    let west = this.#west[firstBin] ?? 0;
    let east = this.#east[lastBin] ?? 0;
    let widest = west + 360 - east + ROUNDING;
    for (const [position, bin] of full.slice(0, -1).entries()) {
      const before = this.#east[bin] ?? 0;
      const after = this.#west[full[position + 1] ?? bin] ?? 0;
      if (after - before <= widest) continue;
      widest = after - before;
      west = after;
      east = before + 360;
    }
    const turn = (west + east) / 2 >= 180 ? 360 : 0;
    return { west: west - turn, south: this.#south, east: east - turn, north: this.#north };
  }
}

/** The smallest box around points, across the antimeridian where that is smaller; undefined for none. */
export function boundsOf(
  points: Iterable<{ readonly lon: number; readonly lat: number }>,
): Bounds | undefined {
  const builder = new BoundsBuilder();
  for (const { lon, lat } of points) builder.add(lon, lat);
  return builder.build();
}

/** Degrees east of `west`, from 0 up to 360. */
const eastOf = (west: number, lon: number): number => {
  const degrees = (lon - west) % 360;
  return degrees < 0 ? degrees + 360 : degrees;
};

/** Whether a meridian lies in the `width` degrees east of another. */
function isBetween(west: number, width: number, lon: number): boolean {
  const degrees = eastOf(west, lon);
  return degrees <= width + ROUNDING || degrees >= 360 - ROUNDING;
}

/** Whether a point lies in the box, edges included. */
export const isWithin = (bounds: Bounds, lon: number, lat: number): boolean =>
  lat >= bounds.south &&
  lat <= bounds.north &&
  isBetween(bounds.west, bounds.east - bounds.west, lon);

/** Whether the inner box lies wholly in the outer one. */
export const surrounds = (outer: Bounds, inner: Bounds): boolean =>
  inner.south >= outer.south &&
  inner.north <= outer.north &&
  (outer.east - outer.west >= 360 ||
    eastOf(outer.west, inner.west) + (inner.east - inner.west) <= outer.east - outer.west);

/** Whether two boxes share a point. */
export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.south <= b.north &&
  b.south <= a.north &&
  (isBetween(a.west, a.east - a.west, b.west) || isBetween(b.west, b.east - b.west, a.west));

/** The box with a margin of `part` of its width and height on each side, as far as the poles. */
export function widened({ west, south, east, north }: Bounds, part: number): Bounds {
  const lon = (east - west) * part;
  const lat = (north - south) * part;
  return {
    west: west - lon,
    south: Math.max(south - lat, -90),
    east: east + lon,
    north: Math.min(north + lat, 90),
  };
}

/** A Web Mercator map ends near these latitudes. */
export const LAST_LATITUDE = 85;

/** Returns the box with a margin in degrees on each side, or the whole world if its ends would overlap. */
export function withMargin({ west, south, east, north }: Bounds, degrees: number): Bounds {
  const isWhole = east - west + 2 * degrees >= 360;
  return {
    west: isWhole ? -180 : west - degrees,
    south: Math.max(south - degrees, -LAST_LATITUDE),
    east: isWhole ? 180 : east + degrees,
    north: Math.min(north + degrees, LAST_LATITUDE),
  };
}
