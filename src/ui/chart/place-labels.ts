/** A rectangle in pixels from the upper left of a chart. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Point = { readonly x: number; readonly y: number };

type Size = Pick<Box, 'width' | 'height'>;

/** A label to be placed: where it points to, and the sizes that it can have, the preferred one first. */
export type LabelRequest = {
  readonly anchor: Point;
  /** `cost`: how many pixels further away the label may be before the next size is better. */
  readonly sizes: readonly (Size & { readonly cost: number })[];
};

/** Where labels may be. */
export type LabelRoom = {
  readonly bounds: Box;
  /** What no label may touch. */
  readonly obstacles: readonly Box[];
  /** What a label covers only where it would otherwise be far away. */
  readonly avoided: readonly Box[];
};

export type PlacedLabel = Box & {
  /** Position among the sizes. */
  readonly size: number;
  /** Ends where the label begins; undefined if it is so near that it needs no line. */
  readonly leader: Point | undefined;
};

/** Distances in pixels: between a label and what it points to, and between labels. */
const GAP = 9;
const SPACE = 3;
/** A label that is further away has a line. */
const NEAR = 14;
/** As much as this is better than to lie on what should be avoided. */
const AVOIDED = 45;
/** How far away a label may be, and the positions that are tried. */
const REACH = 150;
const SHIFTS = [0, 12, 30, 60, 100, 140];
const STEP = 5;
/** The cost of a label without a place. */
const NO_PLACE = 100_000;
const ROUNDS = 12;
/** Of each label; those that are left out are worse. */
const MAX_CANDIDATES = 400;

const overlaps = (a: Box, b: Box, space = 0): boolean =>
  a.x < b.x + b.width + space &&
  b.x < a.x + a.width + space &&
  a.y < b.y + b.height + space &&
  b.y < a.y + a.height + space;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The point of a box that is nearest to another point. */
const nearest = ({ x, y, width, height }: Box, to: Point): Point => ({
  x: clamp(to.x, x, x + width),
  y: clamp(to.y, y, y + height),
});

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Whether a line crosses a box (slab method: the part of the line that is inside of both pairs of sides). */
function crosses(from: Point, to: Point, box: Box): boolean {
  let [start, end] = [0, 1];
  for (const [at, along, least, most] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const) {
    if (along === 0) {
      if (at < least || at > most) return false;
    } else {
      const [a, b] = [(least - at) / along, (most - at) / along];
      start = Math.max(start, Math.min(a, b));
      end = Math.min(end, Math.max(a, b));
    }
  }
  return start <= end;
}

type Candidate = PlacedLabel & { readonly cost: number };

/** Where a label can be without touching an obstacle, the best place first. */
function candidatesOf(
  { anchor, sizes }: LabelRequest,
  { bounds, obstacles, avoided }: LabelRoom,
): readonly Candidate[] {
  const tried: Candidate[] = [];
  const rows = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => i * STEP - REACH);
  sizes.forEach(({ width, height, cost }, size) => {
    const right = bounds.x + bounds.width - width;
    const bottom = bounds.y + bounds.height - height;
    const columns = [
      anchor.x - width / 2,
      bounds.x,
      right,
      ...SHIFTS.flatMap((shift) => [anchor.x + GAP + shift, anchor.x - GAP - shift - width]),
    ].filter((x) => x >= bounds.x && x <= right);
    for (const row of rows) {
      // Above the point its lower edge counts, below it its upper one.
      const y = anchor.y - height / 2 + row + Math.sign(row) * (height / 2);
      if (y < bounds.y || y > bottom) continue;
      for (const x of columns) {
        const box = { x, y, width, height };
        const end = nearest(box, anchor);
        const away = distance(end, anchor);
        if (away === 0 || away > REACH) continue;
        // Text reads best at the right of its mark.
        const side = x > anchor.x ? 0 : 6;
        const leader = away > NEAR ? end : undefined;
        const lies = avoided.some((one) => overlaps(box, one)) ? AVOIDED : 0;
        tried.push({ ...box, size, leader, cost: cost + away + side + lies });
      }
    }
  });
  tried.sort((a, b) => a.cost - b.cost);
  const found: Candidate[] = [];
  for (const candidate of tried) {
    if (obstacles.some((obstacle) => overlaps(candidate, obstacle))) continue;
    if (found.push(candidate) === MAX_CANDIDATES) break;
  }
  return found;
}

/** Whether two labels, each with the line to its mark, leave each other free. */
function areFree(a: Candidate, from: Point, b: Candidate, other: Point): boolean {
  if (overlaps(a, b, SPACE)) return false;
  if (a.leader && crosses(from, a.leader, b)) return false;
  return !(b.leader && crosses(other, b.leader, a));
}

/**
 * Places labels so that none overlaps another, an obstacle or the line to another, each as near to its point as the
 * others allow. Each takes the best place that is left; then the one that is worst off takes its place first, some
 * times over, and the best round counts. Undefined for a label that found no place.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  room: LabelRoom,
): readonly (PlacedLabel | undefined)[] {
  const labels = requests.map((request) => ({
    anchor: request.anchor,
    candidates: candidatesOf(request, room),
  }));
  type Label = (typeof labels)[number];
  type Placed = { readonly label: Label; readonly at: Candidate | undefined };
  const costOf = ({ at }: Placed): number => at?.cost ?? NO_PLACE;

  const placeIn = (order: readonly Label[]): readonly Placed[] => {
    const placed: Placed[] = [];
    for (const label of order) {
      const at = label.candidates.find((candidate) =>
        placed.every(
          (other) => !other.at || areFree(candidate, label.anchor, other.at, other.label.anchor),
        ),
      );
      placed.push({ label, at });
    }
    return placed;
  };

  let best: readonly Placed[] = [];
  let least = Infinity;
  const byHeight = labels.toSorted((a, b) => a.anchor.y - b.anchor.y);
  for (const first of [labels, labels.toReversed(), byHeight, byHeight.toReversed()]) {
    let order: readonly Label[] = first;
    for (let round = 0; round < ROUNDS; round++) {
      const placed = placeIn(order);
      const cost = placed.reduce((sum, one) => sum + costOf(one), 0);
      if (cost < least) [best, least] = [placed, cost];
      const [worst] = placed.toSorted((a, b) => costOf(b) - costOf(a));
      order = order.toSorted((a, b) => Number(b === worst?.label) - Number(a === worst?.label));
    }
  }
  return labels.map((label) => best.find((placed) => placed.label === label)?.at);
}
