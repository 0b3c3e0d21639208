import { WORLD_PIXELS } from '../place/mercator.ts';
import type { Steps } from '../steps.ts';
import { growthAt, radiusOf, radiusOfOne } from './mark-radius.ts';

/** Weighted places: Mercator x, y in 0..1 (as `toMercator`), and how many incidents each holds. */
export type PlacedCounts = {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0: the place is not shown. */
  readonly count: Uint32Array;
};

/** The marks of one zoom, in order of descending count, then x, then y. */
export type MarkLayout = {
  /** Pixels of the radius of a mark of one incident; see `radiusOf`. */
  readonly radiusOfOne: number;
  /** Mark of each place, or `NO_MARK` for a place without incidents. */
  readonly markOf: Uint32Array<ArrayBuffer>;
  readonly length: number;
  /** Mercator mean of the incidents that a mark holds. */
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly count: Uint32Array<ArrayBuffer>;
};

export const NO_MARK = 0xffffffff;

/** Up to so many places each is a mark of its own, and only what overlaps is joined. */
const MOST_UNGATHERED = 2_000;
/** Of more places, those this near to a larger one are gathered around it first. */
const GATHER_PIXELS = 36;
/** Marks are kept this many pixels apart when both stand for all their incidents. */
const GAP_PIXELS = 1;
/** Radius at home zoom that no mark exceeds: about a hundred incidents of full size. */
const LARGEST_PIXELS = 56;
/** In no square of this side at home zoom do marks cover more than this share. */
const SQUARE_PIXELS = 256;
const INK_SHARE = 0.25;
/** When a joined mark grows too large, all marks become smaller by at least this factor of area. */
const SHRINK_STEP = 1.5;
/** The poles lie at infinity; places beyond these edges of the map are counted at the edge. */
const FIRST_EDGE = -0.5;
const LAST_EDGE = 1.5;
/** Steps of an inner loop, and rows of a plain one, between two breaths: some ten milliseconds. */
const STEPS_PER_BREATH = 200_000;
const ROWS_PER_BREATH = 1 << 17;

const NONE = 0xffffffff;
const HASH_FACTOR = 0x9e3779b1;
const WHOLE_32 = 0x1_0000_0000;

/** Points with weights, or groups of them. */
type Weighted = {
  readonly length: number;
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly count: Uint32Array<ArrayBuffer>;
};
/** Which group each point belongs to, and the groups. */
type Grouping = { readonly groupOf: Uint32Array<ArrayBuffer>; readonly groups: Weighted };

const firstOf = (from: Weighted, length: number): Weighted => ({
  length,
  x: from.x.slice(0, length),
  y: from.y.slice(0, length),
  count: from.count.slice(0, length),
});

const emptyWeighted = (length: number): Weighted => ({
  length,
  x: new Float64Array(length),
  y: new Float64Array(length),
  count: new Uint32Array(length),
});

/** Copies that lie in memory as they are gone through: random reads cost more than arithmetic. */
function reordered(from: Weighted, order: Uint32Array): Weighted {
  const to = emptyWeighted(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const position = order[at] ?? 0;
    to.x[at] = from.x[position] ?? 0;
    to.y[at] = from.y[position] ?? 0;
    to.count[at] = from.count[position] ?? 0;
  }
  return to;
}

/** Where each position has gone to. */
function inverse(order: Uint32Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) places[order[at] ?? 0] = at;
  return places;
}

/** Slots for so many entries of a hash table: a power of two, at least twice as many. */
const slotsFor = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(entries, 8) * 2));

function pairHash(a: number, b: number): number {
  const mixed = Math.imul(a, HASH_FACTOR) ^ b;
  const again = Math.imul(mixed ^ (mixed >>> 15), HASH_FACTOR);
  return (again ^ (again >>> 13)) >>> 0;
}

const coordinateHash = (x: number, y: number): number => pairHash(x * WHOLE_32, y * WHOLE_32);

/** Work that yields its own progress, 0..1, as a part of a greater whole. */
function* asPart<T>(from: number, to: number, work: Steps<T>): Steps<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

const onMap = (coordinate: number): number => Math.min(Math.max(coordinate, FIRST_EDGE), LAST_EDGE);

/** The places that hold incidents, and which they are. */
function* shownPoints(places: PlacedCounts): Steps<{ points: Weighted; placeOf: Uint32Array }> {
  const all = emptyWeighted(places.length);
  const placeOf = new Uint32Array(places.length);
  let length = 0;
  for (let place = 0; place < places.length; place += 1) {
    if (place % ROWS_PER_BREATH === 0) yield place / places.length;
    const count = places.count[place] ?? 0;
    if (count === 0) continue;
    all.x[length] = onMap(places.x[place] ?? 0);
    all.y[length] = onMap(places.y[place] ?? 0);
    all.count[length] = count;
    placeOf[length] = place;
    length += 1;
  }
  return { points: firstOf(all, length), placeOf: placeOf.slice(0, length) };
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Sorts positions by a 32-bit key of each, ascending; equal keys keep their order. */
function* sortByKey(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (position: number) => number,
): Steps<Uint32Array<ArrayBuffer>> {
  const { length } = order;
  let from = { position: order, key: order.map(keyOf) };
  let to = { position: new Uint32Array(length), key: new Uint32Array(length) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (length > ROWS_PER_BREATH) yield shift / 32;
    const { position, key } = from;
    const start = new Uint32Array(DIGITS + 1);
    for (let at = 0; at < length; at += 1) {
      const digit = ((key[at] ?? 0) >>> shift) & (DIGITS - 1);
      start[digit + 1] = (start[digit + 1] ?? 0) + 1;
    }
    if (start.includes(length)) continue;
    for (let digit = 0; digit < DIGITS; digit += 1) {
      start[digit + 1] = (start[digit + 1] ?? 0) + (start[digit] ?? 0);
    }
    for (let at = 0; at < length; at += 1) {
      const own = key[at] ?? 0;
      const digit = (own >>> shift) & (DIGITS - 1);
      const place = start[digit] ?? 0;
      start[digit] = place + 1;
      to.position[place] = position[at] ?? 0;
      to.key[place] = own;
    }
    [from, to] = [to, from];
  }
  return from.position;
}

const positions = (length: number): Uint32Array<ArrayBuffer> =>
  new Uint32Array(length).map((_, position) => position);

/** Descending by count; equal ones in no direction of the map, so that gathering draws no lines. */
function* seedOrder({ length, x, y, count }: Weighted): Steps<Uint32Array> {
  const scattered = yield* asPart(
    0,
    0.5,
    sortByKey(positions(length), (point) => coordinateHash(x[point] ?? 0, y[point] ?? 0)),
  );
  return yield* asPart(
    0.5,
    1,
    sortByKey(scattered, (point) => ~(count[point] ?? 0)),
  );
}

/** Descending by count, then by x, then by y. */
function* markOrder({ length, x, y, count }: Weighted): Steps<Uint32Array> {
  const keyOf = (mark: number): number =>
    Math.min(Math.max(x[mark] ?? 0, 0) * WHOLE_32, WHOLE_32 - 1) >>> 0;
  const byX = yield* asPart(0, 0.4, sortByKey(positions(length), keyOf));
  const order = yield* asPart(
    0.4,
    0.8,
    sortByKey(byX, (mark) => ~(count[mark] ?? 0)),
  );
  const isTie = (a: number, b: number): boolean => count[a] === count[b] && keyOf(a) === keyOf(b);
  for (let from = 0, to = 0; from < length; from = to) {
    const first = order[from] ?? 0;
    to = from + 1;
    while (to < length && isTie(first, order[to] ?? 0)) to += 1;
    if (to === from + 1) continue;
    order.subarray(from, to).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  }
  return order;
}

/** One group for all points of equal coordinates; `undefined` where there are too many. */
function distinctGroups({ length, x, y, count }: Weighted): Grouping | undefined {
  const mask = slotsFor(MOST_UNGATHERED) - 1;
  const slots = new Uint32Array(mask + 1).fill(NONE);
  const groupOf = new Uint32Array(length);
  const groups = emptyWeighted(Math.min(length, MOST_UNGATHERED));
  let known = 0;
  for (let point = 0; point < length; point += 1) {
    const [atX, atY] = [x[point] ?? 0, y[point] ?? 0];
    let slot = coordinateHash(atX, atY) & mask;
    let group = slots[slot] ?? NONE;
    while (group !== NONE && (groups.x[group] !== atX || groups.y[group] !== atY)) {
      slot = (slot + 1) & mask;
      group = slots[slot] ?? NONE;
    }
    if (group === NONE) {
      if (known === MOST_UNGATHERED) return undefined;
      group = known;
      known += 1;
      slots[slot] = group;
      groups.x[group] = atX;
      groups.y[group] = atY;
    }
    groups.count[group] = (groups.count[group] ?? 0) + (count[point] ?? 0);
    groupOf[point] = group;
  }
  return { groupOf, groups: firstOf(groups, known) };
}

/** Bucket of a cell; cells may share one. Neighbours in a row are neighbours in memory. */
const bucketOf = (column: number, row: number, mask: number): number =>
  (column + Math.imul(row, HASH_FACTOR)) & mask;

/** Points sorted by cell; each bucket is cut short as its points are taken out. */
class Cells {
  readonly #points: Weighted;
  readonly #side: number;
  readonly #mask: number;
  /** Two of each bucket: where it starts, and where it ends. */
  readonly #bounds: Uint32Array;
  readonly #point: Uint32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;

  constructor(points: Weighted, side: number) {
    const { length } = points;
    this.#points = points;
    this.#side = side;
    this.#mask = slotsFor(length / 2) - 1;
    this.#bounds = new Uint32Array(2 * this.#mask + 2);
    this.#point = new Uint32Array(length);
    this.#x = new Float64Array(length);
    this.#y = new Float64Array(length);
  }

  *fill(): Steps<void> {
    const { length, x, y } = this.#points;
    const bounds = this.#bounds;
    for (let point = 0; point < length; point += 1) {
      if (point % ROWS_PER_BREATH === 0) yield (0.4 * point) / length;
      const end = 2 * this.#bucket(point) + 1;
      bounds[end] = (bounds[end] ?? 0) + 1;
    }
    let start = 0;
    for (let end = 1; end < bounds.length; end += 2) {
      const held = bounds[end] ?? 0;
      bounds[end - 1] = bounds[end] = start;
      start += held;
    }
    for (let point = 0; point < length; point += 1) {
      if (point % ROWS_PER_BREATH === 0) yield 0.4 + (0.6 * point) / length;
      const end = 2 * this.#bucket(point) + 1;
      const place = bounds[end] ?? 0;
      bounds[end] = place + 1;
      this.#point[place] = point;
      this.#x[place] = x[point] ?? 0;
      this.#y[place] = y[point] ?? 0;
    }
  }

  #bucket(point: number): number {
    const column = Math.floor((this.#points.x[point] ?? 0) / this.#side);
    const row = Math.floor((this.#points.y[point] ?? 0) / this.#side);
    return bucketOf(column, row, this.#mask);
  }

  /** Takes out all points within one side of a spot; `taken` receives them. Returns its steps. */
  takeAround(x: number, y: number, taken: (point: number) => void): number {
    const side = this.#side;
    const column = Math.floor(x / side);
    const row = Math.floor(y / side);
    let steps = 0;
    for (let cell = 0; cell < 9; cell += 1) {
      const at = bucketOf(column - 1 + (cell % 3), row - 1 + Math.floor(cell / 3), this.#mask);
      let place = this.#bounds[2 * at] ?? 0;
      let end = this.#bounds[2 * at + 1] ?? 0;
      steps += 1 + end - place;
      while (place < end) {
        const dx = (this.#x[place] ?? 0) - x;
        const dy = (this.#y[place] ?? 0) - y;
        if (dx * dx + dy * dy > side * side) {
          place += 1;
          continue;
        }
        taken(this.#point[place] ?? 0);
        end -= 1;
        this.#point[place] = this.#point[end] ?? 0;
        this.#x[place] = this.#x[end] ?? 0;
        this.#y[place] = this.#y[end] ?? 0;
      }
      this.#bounds[2 * at + 1] = end;
    }
    return steps;
  }
}

/** Gathers around each point, the largest first, the yet free ones near it. */
function* gather(scattered: Weighted, scale: number): Steps<Grouping> {
  const order = yield* asPart(0, 0.2, seedOrder(scattered));
  yield 0.2;
  const points = reordered(scattered, order);
  yield 0.2;
  const cells = new Cells(points, GATHER_PIXELS / scale);
  yield* asPart(0.2, 0.3, cells.fill());
  const groupOf = new Uint32Array(points.length).fill(NONE);
  const groups = emptyWeighted(points.length);
  let known = 0;
  let sumX = 0;
  let sumY = 0;
  let sum = 0;
  const take = (point: number): void => {
    const count = points.count[point] ?? 0;
    sumX += (points.x[point] ?? 0) * count;
    sumY += (points.y[point] ?? 0) * count;
    sum += count;
    groupOf[point] = known;
  };
  let steps = 0;
  for (let seed = 0; seed < points.length; seed += 1) {
    if (groupOf[seed] !== NONE) continue;
    sumX = sumY = sum = 0;
    steps += cells.takeAround(points.x[seed] ?? 0, points.y[seed] ?? 0, take);
    groups.x[known] = sumX / sum;
    groups.y[known] = sumY / sum;
    groups.count[known] = sum;
    known += 1;
    if (steps < STEPS_PER_BREATH) continue;
    steps = 0;
    yield 0.3 + (0.7 * seed) / points.length;
  }
  const groupOfScattered = new Uint32Array(points.length);
  for (let seed = 0; seed < order.length; seed += 1) {
    if (seed % ROWS_PER_BREATH === 0) yield 1;
    groupOfScattered[order[seed] ?? 0] = groupOf[seed] ?? 0;
  }
  return { groupOf: groupOfScattered, groups: firstOf(groups, known) };
}

/** Most incidents in a square of a side, of those squares that lie half a side apart. */
function* fullestSquare({ length, x, y, count }: Weighted, side: number): Steps<number> {
  const mask = slotsFor(length) - 1;
  const slots = new Uint32Array(mask + 1).fill(NONE);
  const columns = new Int32Array(length);
  const rows = new Int32Array(length);
  const held = new Uint32Array(length);
  let known = 0;
  const slotOf = (column: number, row: number): number => {
    for (let slot = pairHash(column, row) & mask; ; slot = (slot + 1) & mask) {
      const quarter = slots[slot] ?? NONE;
      if (quarter === NONE || (columns[quarter] === column && rows[quarter] === row)) return slot;
    }
  };
  for (let group = 0; group < length; group += 1) {
    if (group % ROWS_PER_BREATH === 0) yield (0.4 * group) / length;
    const column = Math.floor(((x[group] ?? 0) / side) * 2);
    const row = Math.floor(((y[group] ?? 0) / side) * 2);
    const slot = slotOf(column, row);
    let quarter = slots[slot] ?? NONE;
    if (quarter === NONE) {
      quarter = known;
      known += 1;
      slots[slot] = quarter;
      columns[quarter] = column;
      rows[quarter] = row;
    }
    held[quarter] = (held[quarter] ?? 0) + (count[group] ?? 0);
  }
  const heldAt = (column: number, row: number): number => {
    const quarter = slots[slotOf(column, row)] ?? NONE;
    return quarter === NONE ? 0 : (held[quarter] ?? 0);
  };
  let most = 0;
  for (let quarter = 0; quarter < known; quarter += 1) {
    if (quarter % ROWS_PER_BREATH === 0) yield 0.4 + (0.6 * quarter) / known;
    const column = columns[quarter] ?? 0;
    const row = rows[quarter] ?? 0;
    // A square may start at an empty quarter to the left of this one.
    const upper = heldAt(column, row);
    const lower = heldAt(column, row + 1);
    const right = heldAt(column + 1, row) + heldAt(column + 1, row + 1);
    const left = heldAt(column - 1, row) + heldAt(column - 1, row + 1);
    most = Math.max(most, upper + lower + Math.max(left, right));
  }
  return most;
}

/** Discs on the map that are joined in place: of two, one takes the sum and the other is gone. */
class Discs {
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
  /** Each pair is looked after by the younger of the two; at first the larger is the younger. */
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
  constructor(groups: Weighted, scale: number, ofOne: number) {
    const { length } = groups;
    this.x = groups.x.slice();
    this.y = groups.y.slice();
    this.count = groups.count.slice();
    this.takenBy = positions(length);
    this.#pixels = scale;
    this.#side = GATHER_PIXELS / scale;
    this.#ofOne = ofOne;
    this.#mask = slotsFor(length / 2) - 1;
    this.length = length;
    this.#radius = new Float64Array(length);
    this.#birth = new Uint32Array(length);
    this.#births = length;
    this.#partner = new Uint32Array(length).fill(NONE);
    this.#overlap = new Float64Array(length);
    this.#first = new Uint32Array(this.#mask + 1).fill(NONE);
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
    let partner = NONE;
    let worst = 0;
    let steps = 0;
    for (let row = Math.floor((y - far) / this.#side); row <= lastRow; row += 1) {
      for (let column = Math.floor((x - far) / this.#side); column <= lastColumn; column += 1) {
        let other = this.#first[bucketOf(column, row, this.#mask)] ?? NONE;
        for (steps += 1; other !== NONE; other = this.#next[other] ?? NONE) {
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
    if (partner !== NONE) this.#push(disc);
    return steps;
  }

  /** Joins the two discs that overlap most. Returns the one that is left, or `NONE` if not sure. */
  joinWorst(): number {
    const disc = this.#pop();
    if (this.takenBy[disc] !== disc) return NONE;
    const partner = this.#partner[disc] ?? NONE;
    const isGone = this.takenBy[partner] !== partner;
    if (isGone || (this.#birth[partner] ?? 0) > (this.#birth[disc] ?? 0)) {
      this.examine(disc);
      return NONE;
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
    this.#next[disc] = this.#first[bucket] ?? NONE;
    this.#first[bucket] = disc;
  }

  #remove(disc: number): void {
    const bucket = this.#bucket(disc);
    const after = this.#next[disc] ?? NONE;
    let other = this.#first[bucket] ?? NONE;
    if (other === disc) {
      this.#first[bucket] = after;
      return;
    }
    while (other !== NONE && this.#next[other] !== disc) other = this.#next[other] ?? NONE;
    if (other !== NONE) this.#next[other] = after;
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
function* joinOverlapping(discs: Discs, most: number): Steps<Joined | TooLarge> {
  let steps = 0;
  const { length } = discs;
  for (let disc = 0; disc < length; disc += 1) {
    steps += discs.examine(disc);
    if (steps < STEPS_PER_BREATH) continue;
    steps = 0;
    yield disc / length;
  }
  while (discs.waiting > 0) {
    const disc = discs.joinWorst();
    steps += 10;
    if (disc !== NONE) {
      const count = discs.count[disc] ?? 0;
      if (count > most) return { kind: 'too-large', count };
      steps += discs.examine(disc);
    }
    if (steps < STEPS_PER_BREATH) continue;
    steps = 0;
    yield 1;
  }
  return { kind: 'joined', discs };
}

/** The last disc in the chain of those that took one another; shortens the chain. */
function lastTaker(takenBy: Uint32Array, disc: number): number {
  let last = disc;
  for (let taker = takenBy[last] ?? last; taker !== last; taker = takenBy[last] ?? last) {
    takenBy[last] = takenBy[taker] ?? taker;
    last = taker;
  }
  return last;
}

type Members = { readonly placeOf: Uint32Array; readonly groupOf: Uint32Array };

/** The marks that are left, in their order, and the mark of each place. */
function* layoutOf(
  places: PlacedCounts,
  { placeOf, groupOf }: Members,
  discs: Discs,
  ofOne: number,
): Steps<MarkLayout> {
  const { takenBy } = discs;
  const left = positions(discs.length).filter((disc) => takenBy[disc] === disc);
  const marks = reordered(discs, left);
  yield 0.2;
  const order = yield* asPart(0.2, 0.7, markOrder(marks));
  const rank = inverse(order);
  const markOfDisc = new Uint32Array(discs.length);
  left.forEach((disc, position) => (markOfDisc[disc] = rank[position] ?? 0));
  const markOf = new Uint32Array(places.length).fill(NO_MARK);
  for (let point = 0; point < placeOf.length; point += 1) {
    if (point % ROWS_PER_BREATH === 0) yield 0.7 + (0.3 * point) / placeOf.length;
    const disc = lastTaker(takenBy, groupOf[point] ?? 0);
    markOf[placeOf[point] ?? 0] = markOfDisc[disc] ?? 0;
  }
  return { radiusOfOne: ofOne, markOf, ...reordered(marks, order) };
}

/**
 * Joins places into the marks of a zoom, so that no two marks overlap when each stands for all its
 * incidents. Yields its progress, 0..1, every some ten milliseconds. The same places give the same
 * marks.
 */
export function* layOutMarks(places: PlacedCounts, zoom: number): Steps<MarkLayout> {
  const scale = WORLD_PIXELS * 2 ** zoom;
  const { points, placeOf } = yield* asPart(0, 0.1, shownPoints(places));
  const gathered = distinctGroups(points) ?? (yield* asPart(0.1, 0.5, gather(points, scale)));
  const order = yield* asPart(0.5, 0.55, markOrder(gathered.groups));
  const groups = reordered(gathered.groups, order);
  const rank = inverse(order);
  const groupOf = gathered.groupOf.map((group) => rank[group] ?? 0);
  const largest = LARGEST_PIXELS * growthAt(zoom);
  const total = groups.count.reduce((sum, count) => sum + count, 0);
  const square = SQUARE_PIXELS * growthAt(zoom);
  const fullest = yield* asPart(0.55, 0.6, fullestSquare(groups, square / scale));
  const fair = Math.min(radiusOfOne(zoom), square * Math.sqrt(INK_SHARE / Math.PI / fullest));
  let most = Math.max(Math.floor((largest / fair) ** 2), groups.count[0] ?? 0);
  let from = 0.6;
  for (;;) {
    const to = (from + 0.9) / 2;
    const ofOne = Math.min(fair, largest / Math.sqrt(most));
    const discs = new Discs(groups, scale, ofOne);
    yield from;
    const result = yield* asPart(from, to, joinOverlapping(discs, most));
    if (result.kind === 'joined') {
      return yield* asPart(0.9, 1, layoutOf(places, { placeOf, groupOf }, discs, ofOne));
    }
    most = Math.min(total, Math.max(result.count, Math.ceil(most * SHRINK_STEP)));
    from = to;
  }
}
