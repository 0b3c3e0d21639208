import type { Task } from '../base/task.ts';
import { STEPS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { GATHER_PIXELS } from './gather-places.ts';
import { radiusOf } from './mark-radius.ts';
import { bucketOf, NO_INDEX, indexes, slotsFor, type WeightedPoints } from './weighted-points.ts';

/** Marks are kept this many pixels apart when both represent all their incidents. */
const GAP_PIXELS = 1;

/** Discs on the map that are joined in place: of two, one takes the sum and the other is gone. */
export class Discs {
  readonly length: number;
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  /** Incidents; 0 when gone. */
  readonly count: Uint32Array<ArrayBuffer>;
  /** The disc that took this one; itself while it is there. */
  readonly takenBy: Uint32Array<ArrayBuffer>;
  readonly #pixels: number;
  readonly #side: number;
  readonly #ofOne: number;
  readonly #mask: number;
  readonly #radius: Float64Array;
  #largest = 0;
  /** Each pair is handled by the younger of the two; at first the larger is the younger. */
  readonly #birth: Uint32Array;
  #births: number;
  /** The older disc that each overlaps most, and by how many pixels. */
  readonly #partner: Uint32Array;
  readonly #overlap: Float64Array;
  /** The discs of a bucket of cells are a list. */
  readonly #first: Uint32Array;
  readonly #next: Uint32Array;
  /** Discs with a partner, a heap with the worst overlap on top. */
  readonly #heap: Uint32Array;
  #waiting = 0;

  /** Groups in descending order of count. */
  constructor(groups: WeightedPoints, scale: number, ofOne: number) {
    const { length } = groups;
    this.x = groups.x.slice();
    this.y = groups.y.slice();
    this.count = groups.count.slice();
    this.takenBy = indexes(length);
    this.#pixels = scale;
    this.#side = GATHER_PIXELS / scale;
    this.#ofOne = ofOne;
    this.#mask = slotsFor(length / 2) - 1;
    this.length = length;
    this.#radius = new Float64Array(length);
    this.#birth = new Uint32Array(length);
    this.#births = length;
    this.#partner = new Uint32Array(length).fill(NO_INDEX);
    this.#overlap = new Float64Array(length);
    this.#first = new Uint32Array(this.#mask + 1).fill(NO_INDEX);
    this.#next = new Uint32Array(length);
    this.#heap = new Uint32Array(length);
    for (let disc = 0; disc < length; disc += 1) {
      this.#birth[disc] = length - 1 - disc;
      this.#insert(disc);
    }
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Looks for the worst overlap of a disc with an older one. Returns its steps. */
  examine(disc: number): number {
    const x = this.x[disc] ?? 0;
    const y = this.y[disc] ?? 0;
    const radius = this.#radius[disc] ?? 0;
    const birth = this.#birth[disc] ?? 0;
    const reach = radius + (birth < this.length ? radius : this.#largest) + GAP_PIXELS;
    const far = reach / this.#pixels;
    const lastColumn = Math.floor((x + far) / this.#side);
    const lastRow = Math.floor((y + far) / this.#side);
    let partner = NO_INDEX;
    let worst = 0;
    let steps = 0;
    for (let row = Math.floor((y - far) / this.#side); row <= lastRow; row += 1) {
      for (let column = Math.floor((x - far) / this.#side); column <= lastColumn; column += 1) {
        let other = this.#first[bucketOf(column, row, this.#mask)] ?? NO_INDEX;
        for (steps += 1; other !== NO_INDEX; other = this.#next[other] ?? NO_INDEX) {
          steps += 1;
          const otherBirth = this.#birth[other] ?? 0;
          if (otherBirth >= birth) continue;
          const dx = (this.x[other] ?? 0) - x;
          const dy = (this.y[other] ?? 0) - y;
          const apart = Math.sqrt(dx * dx + dy * dy) * this.#pixels;
          const overlap = radius + (this.#radius[other] ?? 0) + GAP_PIXELS - apart;
          if (overlap < worst || overlap <= 0) continue;
          if (overlap === worst && otherBirth < (this.#birth[partner] ?? 0)) continue;
          partner = other;
          worst = overlap;
        }
      }
    }
    this.#partner[disc] = partner;
    this.#overlap[disc] = worst;
    if (partner !== NO_INDEX) this.#push(disc);
    return steps;
  }

  /** Joins the two discs that overlap most. Returns the one that is left, or `NONE` if not sure. */
  joinWorst(): number {
    const disc = this.#pop();
    if (this.takenBy[disc] !== disc) return NO_INDEX;
    const partner = this.#partner[disc] ?? NO_INDEX;
    const isGone = this.takenBy[partner] !== partner;
    if (isGone || (this.#birth[partner] ?? 0) > (this.#birth[disc] ?? 0)) {
      this.examine(disc);
      return NO_INDEX;
    }
    this.#remove(disc);
    this.#remove(partner);
    const own = this.count[disc] ?? 0;
    const added = this.count[partner] ?? 0;
    const mean = (p = 0, q = 0): number => (p * own + q * added) / (own + added);
    this.x[disc] = mean(this.x[disc], this.x[partner]);
    this.y[disc] = mean(this.y[disc], this.y[partner]);
    this.count[disc] = own + added;
    this.count[partner] = 0;
    this.takenBy[partner] = disc;
    this.#birth[disc] = this.#births;
    this.#births += 1;
    this.#insert(disc);
    return disc;
  }

  #bucket(disc: number): number {
    const column = Math.floor((this.x[disc] ?? 0) / this.#side);
    return bucketOf(column, Math.floor((this.y[disc] ?? 0) / this.#side), this.#mask);
  }

  #insert(disc: number): void {
    const radius = radiusOf(this.count[disc] ?? 0, this.#ofOne);
    this.#radius[disc] = radius;
    this.#largest = Math.max(this.#largest, radius);
    const bucket = this.#bucket(disc);
    this.#next[disc] = this.#first[bucket] ?? NO_INDEX;
    this.#first[bucket] = disc;
  }

  #remove(disc: number): void {
    const bucket = this.#bucket(disc);
    const after = this.#next[disc] ?? NO_INDEX;
    let other = this.#first[bucket] ?? NO_INDEX;
    if (other === disc) {
      this.#first[bucket] = after;
      return;
    }
    while (other !== NO_INDEX && this.#next[other] !== disc) other = this.#next[other] ?? NO_INDEX;
    if (other !== NO_INDEX) this.#next[other] = after;
  }

  #isWorse(a: number, b: number): boolean {
    const by = (this.#overlap[a] ?? 0) - (this.#overlap[b] ?? 0);
    return by > 0 || (by === 0 && (this.#birth[a] ?? 0) > (this.#birth[b] ?? 0));
  }

  #push(disc: number): void {
    const heap = this.#heap;
    let at = this.#waiting;
    this.#waiting += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] ?? 0;
      if (!this.#isWorse(disc, other)) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = disc;
  }

  #pop(): number {
    const heap = this.#heap;
    const top = heap[0] ?? 0;
    this.#waiting -= 1;
    const disc = heap[this.#waiting] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#waiting) break;
      if (below + 1 < this.#waiting && this.#isWorse(heap[below + 1] ?? 0, heap[below] ?? 0)) {
        below += 1;
      }
      if (!this.#isWorse(heap[below] ?? 0, disc)) break;
      heap[at] = heap[below] ?? 0;
      at = below;
    }
    heap[at] = disc;
    return top;
  }
}

type Joined = { readonly kind: 'joined'; readonly discs: Discs };
type TooLarge = { readonly kind: 'too-large'; readonly count: number };

/** Joins what overlaps until nothing does, or until a disc holds more than `most` incidents. */
export async function mergeOverlapping(
  discs: Discs,
  most: number,
  task: Task,
): Promise<Joined | TooLarge> {
  let steps = 0;
  const { length } = discs;
  for (let disc = 0; disc < length; disc += 1) {
    steps += discs.examine(disc);
    if (steps < STEPS_PER_YIELD_POINT) continue;
    steps = 0;
    if (task.isDue()) await task.yield(disc / length);
  }
  while (discs.waiting > 0) {
    const disc = discs.joinWorst();
    steps += 10;
    if (disc !== NO_INDEX) {
      const count = discs.count[disc] ?? 0;
      if (count > most) return { kind: 'too-large', count };
      steps += discs.examine(disc);
    }
    if (steps < STEPS_PER_YIELD_POINT) continue;
    steps = 0;
    if (task.isDue()) await task.yield(1);
  }
  return { kind: 'joined', discs };
}
