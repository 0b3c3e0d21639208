import type { Task } from '../../core/base/task.ts';
import type { IncidentTable, Row } from '../../core/records/incident-table.ts';
import { middleOfPlaces } from '../../core/place/place-bounds.ts';
import { NO_AREA } from '../../core/place/place-table.ts';
import { nearestLongitude } from '../../core/place/longitude.ts';

/** So many rows, and such a part of all, on one point of unstated precision want a question. */
const CROWD_ROWS = 30;
const CROWD_PART = 0.1;
/** Farther from the middle half of all points than this many times its width, and than this many degrees. */
const FAR_TIMES = 8;
const FAR_DEGREES = 5;
/** Few points have no middle to be far from. */
const MIN_POINTS = 20;
/** The middle half of all points is found by this many of them, evenly spread over the file. */
const MAX_SAMPLE = 20_000;
/** Rows or places between two yield points. */
const CHUNK = 50_000;

/** The quarter, three quarters and what lies far outside of them. */
function limitsOf(sorted: Float64Array): { readonly min: number; readonly max: number } {
  const low = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const high = sorted[Math.floor((3 * sorted.length) / 4)] ?? 0;
  const reach = Math.max(FAR_TIMES * (high - low), FAR_DEGREES);
  return { min: low - reach, max: high + reach };
}

/**
 * Sums up counts by point: a hash table with open addressing (linear probing) over positions, which
 * allocates nothing for a point.
 */
class PointCounts {
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  /** For each slot: 1 + the place whose position it holds; 0 if it is free. */
  readonly #slots: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #mask: number;
  readonly #key = new Float64Array(2);
  readonly #words = new Uint32Array(this.#key.buffer);

  constructor(lon: Float64Array, lat: Float64Array) {
    this.#lon = lon;
    this.#lat = lat;
    // At most half full.
    const size = 2 ** Math.ceil(Math.log2(2 * lon.length + 2));
    this.#slots = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** The slot of the position of a place, or the free one that it would take. */
  #slotOf(place: number): number {
    const lon = this.#lon[place] ?? 0;
    const lat = this.#lat[place] ?? 0;
    // -0 and 0 are one position.
    this.#key[0] = lon + 0;
    this.#key[1] = lat + 0;
    let hash = 0;
    for (const word of this.#words) hash = Math.imul(hash ^ word ^ (word >>> 15), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 16)) & this.#mask;
    for (;;) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0 || (this.#lon[known] === lon && this.#lat[known] === lat)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  add(place: number, count: number): void {
    const slot = this.#slotOf(place);
    this.#slots[slot] = place + 1;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
  }

  of(place: number): number {
    return this.#counts[this.#slotOf(place)] ?? 0;
  }
}

/**
 * What looks wrong only in comparison with the other rows: points far outside the rest (by the quartiles of
 * longitude and latitude of a sample), and points that many rows share. One flag a place; nothing is changed.
 */
export async function suspiciousPlaces(
  table: Pick<IncidentTable, 'length' | 'place' | 'places'>,
  unstated: number,
  task: Task,
): Promise<{ readonly far: Uint8Array; readonly crowded: Uint8Array }> {
  const { place, places, length } = table;
  const rows = new Uint32Array(places.length);
  let placed = 0;
  for (let row: Row = 0; row < length; row++) {
    if (row % CHUNK === 0 && task.isDue()) await task.yield((0.4 * row) / length);
    const at = place[row] ?? 0;
    rows[at] = (rows[at] ?? 0) + 1;
    if (places.area[at] === NO_AREA) placed++;
  }
  const far = new Uint8Array(places.length);
  const crowded = new Uint8Array(places.length);
  if (placed < MIN_POINTS) return { far, crowded };
  const middle = middleOfPlaces(places);
  /** 179 and -179 are near each other. */
  const lonOf = (at: number): number => nearestLongitude(places.lon[at] ?? 0, middle);
  const stride = Math.ceil(placed / MAX_SAMPLE);
  const lon = new Float64Array(Math.ceil(placed / stride));
  const lat = new Float64Array(lon.length);
  for (let row: Row = 0, point = 0; row < length; row++) {
    const at = place[row] ?? 0;
    if (places.area[at] !== NO_AREA) continue;
    if (point % stride === 0) {
      lon[point / stride] = lonOf(at);
      lat[point / stride] = places.lat[at] ?? 0;
    }
    point++;
  }
  const east = limitsOf(lon.sort());
  const north = limitsOf(lat.sort());
  if (task.isDue()) await task.yield(0.5);
  const points = new PointCounts(places.lon, places.lat);
  for (let at = 0; at < places.length; at++) {
    if (at % CHUNK === 0 && task.isDue()) await task.yield(0.5 + (0.3 * at) / places.length);
    if (places.area[at] !== NO_AREA) continue;
    const x = lonOf(at);
    const y = places.lat[at] ?? 0;
    if (x < east.min || x > east.max || y < north.min || y > north.max) far[at] = 1;
    if (places.precision[at] === unstated) points.add(at, rows[at] ?? 0);
  }
  const crowd = Math.max(CROWD_ROWS, CROWD_PART * placed);
  for (let at = 0; at < places.length; at++) {
    if (at % CHUNK === 0 && task.isDue()) await task.yield(0.8 + (0.2 * at) / places.length);
    if (places.area[at] === NO_AREA && points.of(at) >= crowd) crowded[at] = 1;
  }
  return { far, crowded };
}
