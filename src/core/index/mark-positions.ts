import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { bucketOf, slotsFor } from '../layout/weighted-points.ts';
import { radiusOf } from '../layout/mark-radius.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { LEVEL_ZOOMS } from '../layout/zoom-level.ts';
import { wrapLongitude } from '../place/longitude.ts';
import { toMercator, WORLD_PIXELS } from '../place/mercator.ts';
import type { MarkView } from './mark-view.ts';

/** West, east, north and south. */
const SIDES = 4;
/** Marks between two yield points. */
const MARKS = 1_024;

/** Where places are, in one frame: no longitude is more than half a turn from the middle of all. */
export type PlaceFrame = {
  readonly length: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
};

/** Marks to be placed: what they hold, by place, and how large they are drawn. */
export type MarksToPlace = {
  readonly length: number;
  /** Mark of each place, or `NO_MARK`. */
  readonly markOf: Uint32Array;
  /** Incidents by place: all, and those in the window. */
  readonly all: Uint32Array;
  readonly inWindow: Uint32Array;
  /** Incidents by mark: all, and those in the window. */
  readonly count: Uint32Array;
  readonly touching: Uint32Array;
  readonly radiusOfOne: number;
  readonly zoom: number;
};

type Means = {
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  readonly weight: Float64Array<ArrayBuffer>;
};

/**
 * Each mark at the mean of what it holds in the window, of all where that is nothing; where two would
 * touch there, both stay at the mean of all.
 */
export async function placeMarks(
  frame: PlaceFrame,
  marks: MarksToPlace,
  task: Task,
): Promise<Pick<MarkView['marks'], 'lon' | 'lat' | 'extents'>> {
  const whole = await meansOf(frame, marks, marks.all, task.part(0, 0.3));
  const means = await meansOf(frame, marks, marks.inWindow, task.part(0.3, 0.5));
  const reach = await reachOf(frame, marks, whole, task.part(0.5, 0.8));
  const lon = new Float64Array(marks.length);
  const lat = new Float64Array(marks.length);
  const isMoved = new Uint8Array(marks.length);
  for (let mark = 0; mark < marks.length; mark++) {
    const isEmpty = means.weight[mark] === 0;
    isMoved[mark] = isEmpty || means.weight[mark] === whole.weight[mark] ? 0 : 1;
    const at = isEmpty ? whole : means;
    lon[mark] = at.lon[mark] ?? 0;
    lat[mark] = at.lat[mark] ?? 0;
  }
  await returnTouching({ lon, lat, isMoved }, whole, marks, task.part(0.8, 1));
  return {
    lon: lon.map(wrapLongitude),
    lat,
    extents: { lon: whole.lon.map(wrapLongitude), lat: whole.lat, reach },
  };
}

/** Mean positions of the marks, weighted by a count of each place. */
async function meansOf(
  frame: PlaceFrame,
  { length, markOf }: MarksToPlace,
  counts: Uint32Array,
  task: Task,
): Promise<Means> {
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  const weight = new Float64Array(length);
  for (let place = 0; place < frame.length; place++) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / frame.length);
    const count = counts[place] ?? 0;
    const mark = markOf[place] ?? NO_MARK;
    if (count === 0 || mark === NO_MARK) continue;
    weight[mark] = (weight[mark] ?? 0) + count;
    lon[mark] = (lon[mark] ?? 0) + count * (frame.lon[place] ?? 0);
    lat[mark] = (lat[mark] ?? 0) + count * (frame.lat[place] ?? 0);
  }
  for (let mark = 0; mark < length; mark++) {
    lon[mark] = (lon[mark] ?? 0) / (weight[mark] ?? 1);
    lat[mark] = (lat[mark] ?? 0) / (weight[mark] ?? 1);
  }
  return { lon, lat, weight };
}

/**
 * How far from its mean each mark may reach, in pixels. The mean of n of its incidents lies no further
 * to one side than the farthest of them, and no further than the sum of all distances to that side
 * through n; with the radius of n that is most where both are equal, or for all incidents.
 */
async function reachOf(
  frame: PlaceFrame,
  { length, markOf, all, count, radiusOfOne, zoom }: MarksToPlace,
  whole: Means,
  task: Task,
): Promise<Float32Array<ArrayBuffer>> {
  const degree = (WORLD_PIXELS * 2 ** (zoom + LEVEL_ZOOMS / 2)) / 360;
  const farthest = new Float64Array(length * SIDES);
  const sums = new Float64Array(length * SIDES);
  const add = (side: number, distance: number, weight: number): void => {
    farthest[side] = Math.max(farthest[side] ?? 0, distance);
    sums[side] = (sums[side] ?? 0) + weight * distance;
  };
  // The projection's scale at the mark: exact enough for what one mark joins.
  const scale = whole.lat.map((lat) => degree / Math.cos((lat * Math.PI) / 180));
  for (let place = 0; place < frame.length; place++) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / frame.length);
    const weight = all[place] ?? 0;
    const mark = markOf[place] ?? NO_MARK;
    if (weight === 0 || mark === NO_MARK) continue;
    const east = ((frame.lon[place] ?? 0) - (whole.lon[mark] ?? 0)) * degree;
    const north = ((frame.lat[place] ?? 0) - (whole.lat[mark] ?? 0)) * (scale[mark] ?? 0);
    add(mark * SIDES + (east < 0 ? 0 : 1), Math.abs(east), weight);
    add(mark * SIDES + (north < 0 ? 3 : 2), Math.abs(north), weight);
  }
  return Float32Array.from(farthest, (distance, side) => {
    const n = count[Math.floor(side / SIDES)] ?? 0;
    const ofAll = radiusOf(n, radiusOfOne) + (sums[side] ?? 0) / n;
    if (distance === 0) return ofAll;
    const sum = sums[side] ?? 0;
    const few = Math.min(Math.max(sum / distance, 1), n);
    // Two are drawn larger than by their count, so theirs may reach furthest.
    const ofTwo = n < 2 ? 0 : Math.min(distance, sum / 2) + radiusOf(2, radiusOfOne);
    return Math.max(ofAll, ofTwo, distance + radiusOf(few, radiusOfOne));
  });
}

type Placed = {
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  /** 1: it is not where it is without a window. */
  readonly isMoved: Uint8Array;
};

/**
 * Moves marks back, in place, to the mean of all that they hold, where none touches another, if they
 * would touch one where they are. A mark that moves back may touch the next one, so it goes on until
 * none does. Neighbours are found in a grid whose cells are as wide as the two largest marks reach.
 */
async function returnTouching(
  { lon, lat, isMoved }: Placed,
  whole: Means,
  { touching, radiusOfOne, zoom }: MarksToPlace,
  task: Task,
): Promise<void> {
  const pixels = WORLD_PIXELS * 2 ** zoom;
  const radii = Float64Array.from(touching, (count) => radiusOf(count, radiusOfOne) / pixels);
  const largest = radii.reduce((most, radius) => Math.max(most, radius), 0);
  if (largest === 0 || !isMoved.includes(1)) return;
  const shown = new Uint32Array(radii.length).map((_, mark) => mark);
  const marks = shown.filter((mark) => (radii[mark] ?? 0) > 0);
  const xOf = (at: Float64Array): Float64Array => at.map((degrees) => degrees / 360 + 0.5);
  const yOf = (at: Float64Array): Float64Array => at.map((degrees) => toMercator(0, degrees).y);
  // Both positions of a mark are in the grid: a slot is 2 m where it is now, 2 m + 1 where it returns to.
  const xs = [xOf(lon), xOf(whole.lon)] as const;
  const ys = [yOf(lat), yOf(whole.lat)] as const;
  const state = new Uint8Array(radii.length);
  const side = 2 * largest;
  const mask = slotsFor(2 * marks.length) - 1;
  const head = new Uint32Array(mask + 1);
  const next = new Uint32Array(2 * radii.length + 1);
  const bucketAt = (x: number, y: number): number =>
    bucketOf(Math.floor(x / side), Math.floor(y / side), mask);
  for (const mark of marks)
    for (const place of isMoved[mark] === 1 ? [0, 1] : [0]) {
      const slot = 2 * mark + place + 1;
      const bucket = bucketAt(xs[place]?.[mark] ?? 0, ys[place]?.[mark] ?? 0);
      next[slot] = head[bucket] ?? 0;
      head[bucket] = slot;
    }
  const touchesAny = (mark: number): boolean => {
    const x = xs[0][mark] ?? 0;
    const y = ys[0][mark] ?? 0;
    for (let cell = 0; cell < 9; cell++) {
      const bucket = bucketAt(x + ((cell % 3) - 1) * side, y + (Math.floor(cell / 3) - 1) * side);
      for (let slot = head[bucket] ?? 0; slot !== 0; slot = next[slot] ?? 0) {
        const other = (slot - 1) >>> 1;
        const place = (slot - 1) & 1;
        if (other === mark || state[other] !== place) continue;
        const reach = (radii[mark] ?? 0) + (radii[other] ?? 0);
        const dx = x - (xs[place as 0 | 1][other] ?? 0);
        const dy = y - (ys[place as 0 | 1][other] ?? 0);
        if (Math.abs(dx) < reach && Math.hypot(dx, dy) < reach) return true;
      }
    }
    return false;
  };
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const [position, mark] of marks.entries()) {
      if (position % MARKS === 0 && task.isDue()) await task.yield(position / marks.length);
      if (isMoved[mark] !== 1 || state[mark] === 1 || !touchesAny(mark)) continue;
      state[mark] = 1;
      lon[mark] = whole.lon[mark] ?? 0;
      lat[mark] = whole.lat[mark] ?? 0;
      isSettled = false;
    }
  }
}
