import type { Position } from 'geojson';
import type { Bounds } from '../place/bounds.ts';
import { RADIANS, reachOfLongitude } from '../place/great-circle.ts';
import type { GroundCircle } from './area-relation.ts';
import { isEdgeNear } from './edge-distance.ts';

/** Nearer to a pole than this, a Mercator map has no place for it. */
const LAST_LATITUDE = 89.9999;
const TURN = 2 * Math.PI;
const MAX_BANDS = 2048;

/** Height on a Mercator map, as radians of longitude are its width. */
export const mercatorHeight = (lat: number): number =>
  Math.asinh(Math.tan(Math.min(Math.max(lat, -LAST_LATITUDE), LAST_LATITUDE) * RADIANS));

const latitudeAt = (height: number): number => Math.atan(Math.sinh(height)) / RADIANS;

/** Whether an edge is a border: not where data are cut at the antimeridian, and not along a pole. */
export type IsBorder = (from: Position, to: Position) => boolean;

/** Two numbers for each corner: x and y on the map, in radians. */
type Edges = Float64Array<ArrayBuffer>;

/**
 * Closed rings on the Mercator map, even-odd, with straight edges there. Edges are found by bands of height, so
 * a point is compared only with those at its height.
 */
export class AreaEdges {
  /** x and y of both ends, edge after edge. */
  readonly #edges: Edges;
  readonly #isBorder: Uint8Array<ArrayBuffer>;
  /** The edges of band b are `#inBand[#firstOf[b] .. #firstOf[b + 1])`. */
  readonly #firstOf: Uint32Array<ArrayBuffer>;
  readonly #inBand: Uint32Array<ArrayBuffer>;
  readonly #bands: number;
  readonly length: number;
  /** The first corner of each ring: where no borders cross, the whole ring lies on the same side as it. */
  readonly starts: readonly (readonly [x: number, y: number])[];
  #west = Infinity;
  #east = -Infinity;
  #south = Infinity;
  #north = -Infinity;

  constructor(rings: readonly (readonly Position[])[], isBorder: IsBorder = () => true) {
    const edges: number[] = [];
    const borders: number[] = [];
    const starts: [number, number][] = [];
    for (const ring of rings) {
      const [first] = ring;
      if (!first) continue;
      starts.push([(first[0] ?? 0) * RADIANS, mercatorHeight(first[1] ?? 0)]);
      ring.forEach((from, at) => {
        const to = ring[at + 1] ?? first;
        if (from[0] === to[0] && from[1] === to[1]) return;
        const [x, y] = [(from[0] ?? 0) * RADIANS, mercatorHeight(from[1] ?? 0)];
        edges.push(x, y, (to[0] ?? 0) * RADIANS, mercatorHeight(to[1] ?? 0));
        borders.push(isBorder(from, to) ? 1 : 0);
        this.#west = Math.min(this.#west, x);
        this.#east = Math.max(this.#east, x);
        this.#south = Math.min(this.#south, y);
        this.#north = Math.max(this.#north, y);
      });
    }
    this.starts = starts;
    this.length = borders.length;
    this.#edges = Float64Array.from(edges);
    this.#isBorder = Uint8Array.from(borders);
    this.#bands = Math.min(Math.max(this.length, 1), MAX_BANDS);
    [this.#firstOf, this.#inBand] = this.#sortIntoBands();
  }

  /** The box around all corners, in degrees; longitudes may be beyond 180. */
  get bounds(): Bounds {
    return {
      west: this.#west / RADIANS,
      south: latitudeAt(this.#south),
      east: this.#east / RADIANS,
      north: latitudeAt(this.#north),
    };
  }

  #bandOf(y: number): number {
    const band = Math.floor(((y - this.#south) / (this.#north - this.#south)) * this.#bands);
    return Math.min(Math.max(band || 0, 0), this.#bands - 1);
  }

  #sortIntoBands(): [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
    const spans = Array.from({ length: this.length }, (_, edge): [number, number] => {
      const [y1, y2] = [this.#edges[4 * edge + 1] ?? 0, this.#edges[4 * edge + 3] ?? 0];
      return [this.#bandOf(Math.min(y1, y2)), this.#bandOf(Math.max(y1, y2))];
    });
    const firstOf = new Uint32Array(this.#bands + 1);
    for (const [low, high] of spans)
      for (let band = low; band <= high; band++) firstOf[band + 1] = (firstOf[band + 1] ?? 0) + 1;
    for (let band = 0; band < this.#bands; band++)
      firstOf[band + 1] = (firstOf[band + 1] ?? 0) + (firstOf[band] ?? 0);
    const inBand = new Uint32Array(firstOf[this.#bands] ?? 0);
    const next = firstOf.slice();
    spans.forEach(([low, high], edge) => {
      for (let band = low; band <= high; band++) {
        inBand[next[band] ?? 0] = edge;
        next[band] = (next[band] ?? 0) + 1;
      }
    });
    return [firstOf, inBand];
  }

  /** By how many turns, from the first to the last, what spans west to east must be moved to lie next to these edges. */
  #turns(west: number, east: number): [number, number] {
    return [Math.ceil((this.#west - east) / TURN), Math.floor((this.#east - west) / TURN)];
  }

  /** Whether a point lies inside, on whichever turn around the world the rings are. */
  holds(x: number, y: number): boolean {
    if (!(y >= this.#south && y <= this.#north)) return false;
    const [first, last] = this.#turns(x, x);
    for (let turn = first; turn <= last; turn++)
      if (this.#holdsHere(x + turn * TURN, y)) return true;
    return false;
  }

  #holdsHere(x: number, y: number): boolean {
    const edges = this.#edges;
    const band = this.#bandOf(y);
    const end = this.#firstOf[band + 1] ?? 0;
    let isInside = false;
    for (let at = this.#firstOf[band] ?? 0; at < end; at++) {
      const edge = 4 * (this.#inBand[at] ?? 0);
      const y1 = edges[edge + 1] ?? 0;
      const y2 = edges[edge + 3] ?? 0;
      if (y1 > y === y2 > y) continue;
      const x1 = edges[edge] ?? 0;
      if (x < x1 + ((y - y1) / (y2 - y1)) * ((edges[edge + 2] ?? 0) - x1)) isInside = !isInside;
    }
    return isInside;
  }

  /** Whether a border comes as near to the centre of a circle as its radius. */
  isNear(circle: GroundCircle): boolean {
    const lat = circle.lat * RADIANS;
    const reach = reachOfLongitude(lat, circle.angle);
    const x = circle.lon * RADIANS;
    const y = mercatorHeight(circle.lat);
    const low = mercatorHeight((lat - circle.angle) / RADIANS);
    const high = mercatorHeight((lat + circle.angle) / RADIANS);
    return this.#someBorder([x - reach, low, x + reach, high], (x1, y1, x2, y2, shift) =>
      isEdgeNear(x1, y1, x2, y2, x + shift, y, circle.angle),
    );
  }

  /** Whether a border crosses or touches the straight edge between two points of the map. */
  crosses(ax: number, ay: number, bx: number, by: number): boolean {
    const box: Box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    return this.#someBorder(box, (x1, y1, x2, y2, shift) => {
      const [sax, sbx] = [ax + shift, bx + shift];
      const a = side(x1, y1, x2, y2, sax, ay);
      const b = side(x1, y1, x2, y2, sbx, by);
      const c = side(sax, ay, sbx, by, x1, y1);
      const d = side(sax, ay, sbx, by, x2, y2);
      return a * b <= 0 && c * d <= 0;
    });
  }

  /** Whether some border whose box touches another box passes a test; `shift` moves the other one next to it. */
  #someBorder([west, south, east, north]: Box, test: EdgeTest): boolean {
    if (!(north >= this.#south && south <= this.#north)) return false;
    const edges = this.#edges;
    const [first, last] = this.#turns(west, east);
    const end = this.#firstOf[this.#bandOf(north) + 1] ?? 0;
    for (let turn = first; turn <= last; turn++) {
      const shift = turn * TURN;
      for (let at = this.#firstOf[this.#bandOf(south)] ?? 0; at < end; at++) {
        const one = this.#inBand[at] ?? 0;
        const x1 = edges[4 * one] ?? 0;
        const y1 = edges[4 * one + 1] ?? 0;
        const x2 = edges[4 * one + 2] ?? 0;
        const y2 = edges[4 * one + 3] ?? 0;
        if (this.#isBorder[one] === 0) continue;
        if (Math.max(x1, x2) < west + shift || Math.min(x1, x2) > east + shift) continue;
        if (Math.max(y1, y2) < south || Math.min(y1, y2) > north) continue;
        if (test(x1, y1, x2, y2, shift)) return true;
      }
    }
    return false;
  }

  /** Whether some border passes a test. */
  someEdge(test: (x1: number, y1: number, x2: number, y2: number) => boolean): boolean {
    const edges = this.#edges;
    for (let one = 0; one < this.length; one++) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(4 * one, 4 * one + 4);
      if (this.#isBorder[one] === 1 && test(x1, y1, x2, y2)) return true;
    }
    return false;
  }
}

type Box = [west: number, south: number, east: number, north: number];
type EdgeTest = (x1: number, y1: number, x2: number, y2: number, shift: number) => boolean;

/** On which side of a line a point lies; 0 on it. */
const side = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): number =>
  Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
