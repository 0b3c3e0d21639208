import Flatbush from 'flatbush';

/** A line, or a closed ring without its first vertex again at the end, as x, y, x, y… */
export interface Path {
  readonly xy: ArrayLike<number>;
}

export interface Near {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

const farLeft = -Infinity;

/** The segments of many lines or rings, found by where they are. */
export class SegmentIndex {
  readonly #ends: Float64Array;
  readonly #owners: Uint32Array;
  readonly #boxes: Flatbush;

  constructor(paths: readonly Path[], closed: boolean) {
    const open = closed ? 0 : 1;
    const count = paths.reduce((sum, { xy }) => sum + Math.max(0, xy.length / 2 - open), 0);
    this.#ends = new Float64Array(Math.max(1, count) * 4);
    this.#owners = new Uint32Array(Math.max(1, count));
    this.#boxes = new Flatbush(Math.max(1, count));
    let segment = 0;
    paths.forEach(({ xy }, owner) => {
      const vertices = xy.length / 2;
      for (let from = 0; from < vertices - open; from++) {
        const to = (from + 1) % vertices;
        this.#add(segment, xy, from, to);
        this.#owners[segment++] = owner;
      }
    });
    if (count === 0) this.#boxes.add(NaN, NaN);
    this.#boxes.finish();
  }

  /** Whether a point is inside the rings, by the crossings of a ray to the left. */
  contains(x: number, y: number): boolean {
    let inside = false;
    const ends = this.#ends;
    this.#boxes.search(farLeft, y, x, y, (segment) => {
      const ax = ends[segment * 4] ?? NaN;
      const ay = ends[segment * 4 + 1] ?? NaN;
      const bx = ends[segment * 4 + 2] ?? NaN;
      const by = ends[segment * 4 + 3] ?? NaN;
      if (ay > y !== by > y && ax + ((bx - ax) * (y - ay)) / (by - ay) < x) inside = !inside;
      return false;
    });
    return inside;
  }

  /** Where a segment is crossed, as sorted fractions of its length. */
  crossings(
    ax: number,
    ay: number,
    bx: number,
    by: number,
    isWanted: (owner: number) => boolean = () => true,
  ): number[] {
    const found: number[] = [];
    const dx = bx - ax;
    const dy = by - ay;
    const [left, right] = ax < bx ? [ax, bx] : [bx, ax];
    const [top, bottom] = ay < by ? [ay, by] : [by, ay];
    this.#boxes.search(left, top, right, bottom, (segment) => {
      if (!isWanted(this.#owners[segment] ?? 0)) return false;
      const [cx = NaN, cy = NaN, ex = NaN, ey = NaN] = four(this.#ends, segment);
      const determinant = dx * (ey - cy) - dy * (ex - cx);
      if (determinant === 0) return false;
      const along = ((cx - ax) * (ey - cy) - (cy - ay) * (ex - cx)) / determinant;
      const across = ((cx - ax) * dy - (cy - ay) * dx) / determinant;
      if (along >= 0 && along < 1 && across >= 0 && across < 1) found.push(along);
      return false;
    });
    return found.sort((a, b) => a - b);
  }

  /** The nearest point of a segment within reach, of those whose path is wanted. */
  nearest(
    x: number,
    y: number,
    reach: number,
    isWanted: (owner: number) => boolean = () => true,
  ): Near | undefined {
    let best: Near | undefined;
    this.#boxes.search(x - reach, y - reach, x + reach, y + reach, (segment) => {
      if (!isWanted(this.#owners[segment] ?? 0)) return false;
      const [ax = NaN, ay = NaN, bx = NaN, by = NaN] = four(this.#ends, segment);
      const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthSquared;
      const fraction = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, along));
      const nearX = fraction === 1 ? bx : ax + (bx - ax) * fraction;
      const nearY = fraction === 1 ? by : ay + (by - ay) * fraction;
      const distance = Math.hypot(nearX - x, nearY - y);
      if (distance <= reach && distance < (best?.distance ?? Infinity)) {
        best = { x: nearX, y: nearY, distance };
      }
      return false;
    });
    return best;
  }

  /** Whether the box of a wanted segment comes within reach. */
  hasWithin(x: number, y: number, reach: number, isWanted: (owner: number) => boolean): boolean {
    let found = false;
    this.#boxes.search(x - reach, y - reach, x + reach, y + reach, (segment) => {
      found ||= isWanted(this.#owners[segment] ?? 0);
      return false;
    });
    return found;
  }

  #add(segment: number, xy: ArrayLike<number>, from: number, to: number): void {
    const ax = xy[2 * from] ?? NaN;
    const ay = xy[2 * from + 1] ?? NaN;
    const bx = xy[2 * to] ?? NaN;
    const by = xy[2 * to + 1] ?? NaN;
    this.#ends.set([ax, ay, bx, by], segment * 4);
    this.#boxes.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
}

function four(values: Float64Array, segment: number): Float64Array {
  return values.subarray(segment * 4, segment * 4 + 4);
}
