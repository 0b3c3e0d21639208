import { EFFECT_CLASSES } from '../records/incident.ts';

/** Code of a ring that represents several layers at once; no layer has it. */
export const SEVERAL_LAYERS = 0xffff_ffff;
/** Code of a ring that represents several effect classes, a hit among them; one more than the last of `EFFECT_CLASSES`. */
export const SEVERAL_EFFECT_CLASSES = EFFECT_CLASSES.length;

const HALT = EFFECT_CLASSES.indexOf('halt');
const HIT = EFFECT_CLASSES.indexOf('hit');
const UNKNOWN = EFFECT_CLASSES.indexOf('unknown');
const FALLEN = EFFECT_CLASSES.indexOf('fallen');

/** From the outside of a mark inwards: hits are in the middle. */
const EFFECT_CLASS_ORDER = ['halt', 'intercepted', 'unknown', 'fallen', 'hit'] as const;
const EFFECT_CLASSES_INWARDS = EFFECT_CLASS_ORDER.map((effectClass) =>
  EFFECT_CLASSES.indexOf(effectClass),
);

/** A ring needs about this many pixels to be seen. */
const MIN_RING_PIXELS = 2.5;
/** A small mark takes the colour of a layer that holds at least this part of it. */
const MAJORITY = 0.8;

/** What a mark has of one layer and effect class, by the number of the cell; see `joinCells`. */
export type MarkCell = {
  readonly cell: number;
  readonly layer: number;
  readonly effectClass: number;
  readonly count: number;
};

/** What is counted by itself: cells of one layer. */
type PlannedGroup = { readonly layer: number; readonly cells: readonly number[] };
/** What is drawn: one or more groups. */
export type PlannedRing = {
  readonly layer: number;
  readonly effectClass: number;
  readonly groups: readonly PlannedGroup[];
};

type Filled = {
  readonly layer: number;
  readonly effectClass: number;
  readonly cells: readonly MarkCell[];
};

const numbersOf = (cells: readonly MarkCell[]): readonly number[] => cells.map(({ cell }) => cell);

/** The cells of each layer in the order of the legend. */
function byLayer(cells: readonly MarkCell[]): readonly (readonly MarkCell[])[] {
  const ofLayer = new Map<number, MarkCell[]>();
  for (const cell of cells.toSorted((a, b) => a.layer - b.layer)) {
    const own = ofLayer.get(cell.layer);
    if (own) own.push(cell);
    else ofLayer.set(cell.layer, [cell]);
  }
  return [...ofLayer.values()];
}

/** A ring for each effect class of a layer, inwards. */
function filledRings(own: readonly MarkCell[], isHalt: boolean): readonly Filled[] {
  return EFFECT_CLASSES_INWARDS.flatMap((effectClass) => {
    // Only a mark of nothing but halts is a square; next to attacks a halt is drawn as one without a hit.
    if (effectClass === HALT && !isHalt) return [];
    const classes = effectClass === FALLEN && !isHalt ? [FALLEN, HALT] : [effectClass];
    const cells = classes.flatMap((one) => own.filter((cell) => cell.effectClass === one));
    const [first] = cells;
    return first ? [{ layer: first.layer, effectClass, cells }] : [];
  });
}

/** The class of a ring that joins others. Without a hit it claims nothing: it must not look like one. */
function joinedClass(rings: readonly { readonly effectClass: number }[]): number {
  const classes = new Set(rings.map(({ effectClass }) => effectClass));
  const [first = UNKNOWN] = classes;
  if (classes.size < 2) return first;
  return classes.has(HIT) || classes.has(SEVERAL_EFFECT_CLASSES) ? SEVERAL_EFFECT_CLASSES : UNKNOWN;
}

/**
 * How a mark's cells are drawn, from the outside inwards, in the order of the legend: a ring for each
 * layer and effect class where there is room; else effect classes are joined; else the smaller layers,
 * outermost. `radius` is the whole mark's, in pixels.
 */
export function planRings(
  cells: readonly MarkCell[],
  radius: number,
): { readonly isHalt: boolean; readonly rings: readonly PlannedRing[] } {
  const room = Math.max(Math.floor(radius / MIN_RING_PIXELS), 1);
  const isHalt = cells.every(({ effectClass }) => effectClass === HALT);
  const layers = byLayer(cells).map((own) => filledRings(own, isHalt));
  const filled = layers.flat();
  if (filled.length <= room) {
    const rings = filled.map(({ layer, effectClass, cells: own }) => ({
      layer,
      effectClass,
      groups: [{ layer, cells: numbersOf(own) }],
    }));
    return { isHalt, rings };
  }
  const whole = layers.flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { layer } = first;
    const all = own.flatMap((one) => one.cells);
    const sum = all.reduce((total, { count }) => total + count, 0);
    return [
      { layer, effectClass: joinedClass(own), sum, groups: [{ layer, cells: numbersOf(all) }] },
    ];
  });
  if (whole.length <= room) return { isHalt, rings: whole };
  const bySize = whole.toSorted((a, b) => b.sum - a.sum);
  const total = whole.reduce((sum, one) => sum + one.sum, 0);
  const largest = bySize[0];
  if (room === 1 && largest && largest.sum >= MAJORITY * total) {
    const groups = whole.flatMap((one) => one.groups);
    return { isHalt, rings: [{ layer: largest.layer, effectClass: joinedClass(whole), groups }] };
  }
  const separate = new Set(bySize.slice(0, room - 1));
  const joined = whole.filter((one) => !separate.has(one));
  const others = {
    layer: SEVERAL_LAYERS,
    effectClass: SEVERAL_EFFECT_CLASSES,
    groups: joined.flatMap(({ groups }) => groups),
  };
  return { isHalt, rings: [others, ...whole.filter((one) => separate.has(one))] };
}
