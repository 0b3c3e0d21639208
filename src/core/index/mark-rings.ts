import { EFFECT_CLASSES } from '../records/incident.ts';

/** Cells of a mark: one for each layer and effect class. */
export const cellsOf = (layers: number): number => layers * EFFECT_CLASSES.length;
export const cellOf = (layer: number, effectClass: number): number =>
  layer * EFFECT_CLASSES.length + effectClass;

/** Code of a ring that represents several layers at once; no layer has it. */
export const SEVERAL_LAYERS = 0xffff;
/** Code of a ring that represents several effect classes at once; one more than the last of `EFFECT_CLASSES`. */
export const SEVERAL_EFFECT_CLASSES = EFFECT_CLASSES.length;

const HALT = EFFECT_CLASSES.indexOf('halt');
const UNCLEAR = EFFECT_CLASSES.indexOf('unclear');

/** Forms from the outside of a mark inwards: what hit is in the middle. */
const EFFECT_CLASS_ORDER = ['halt', 'intercepted', 'unclear', 'hit'] as const;
const EFFECT_CLASSES_INWARDS = EFFECT_CLASS_ORDER.map((effectClass) =>
  EFFECT_CLASSES.indexOf(effectClass),
);

/** A ring needs about this many pixels to be seen. */
const MIN_RING_PIXELS = 2.5;
/** A small mark takes the colour of a layer that holds at least this part of it. */
const MAJORITY = 0.8;

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
  readonly cells: readonly number[];
};

const positions = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);

function filledCells(
  count: (cell: number) => number,
  layers: number,
  isHalt: boolean,
): readonly Filled[] {
  return positions(layers).flatMap((layer) =>
    EFFECT_CLASSES_INWARDS.flatMap((effectClass) => {
      // Only a mark of nothing but halts is a square; next to attacks a halt is one more with no hit.
      if (effectClass === HALT && !isHalt) return [];
      const effectClasses = effectClass === UNCLEAR && !isHalt ? [UNCLEAR, HALT] : [effectClass];
      const cells = effectClasses
        .map((one) => cellOf(layer, one))
        .filter((cell) => count(cell) > 0);
      return cells.length > 0 ? [{ layer, effectClass, cells }] : [];
    }),
  );
}

/**
 * How a mark's counts are drawn, from the outside inwards, in the order of the legend: a ring for each
 * layer and effect class where there is room; else effectClasses are joined; else the smaller layers, outermost.
 * `count` gives the incidents of a cell (see `cellOf`); `layers` is how many there are; `radius` is the
 * whole mark's, in pixels.
 */
export function planRings(
  count: (cell: number) => number,
  layers: number,
  radius: number,
): { readonly isHalt: boolean; readonly rings: readonly PlannedRing[] } {
  const room = Math.max(Math.floor(radius / MIN_RING_PIXELS), 1);
  const isHalt = EFFECT_CLASSES.every(
    (_, effectClass) =>
      effectClass === HALT ||
      positions(layers).every((layer) => count(cellOf(layer, effectClass)) === 0),
  );
  const filled = filledCells(count, layers, isHalt);
  if (filled.length <= room) {
    const rings = filled.map(({ layer, effectClass, cells }) => ({
      layer,
      effectClass,
      groups: [{ layer, cells }],
    }));
    return { isHalt, rings };
  }
  const whole = positions(layers).flatMap((layer) => {
    const own = filled.filter((one) => one.layer === layer);
    const [first] = own;
    if (!first) return [];
    const cells = own.flatMap((one) => one.cells);
    const sum = cells.reduce((total, cell) => total + count(cell), 0);
    const effectClass = own.length === 1 ? first.effectClass : SEVERAL_EFFECT_CLASSES;
    return [{ layer, effectClass, sum, groups: [{ layer, cells }] }];
  });
  if (whole.length <= room) return { isHalt, rings: whole };
  const bySize = whole.toSorted((a, b) => b.sum - a.sum);
  const total = whole.reduce((sum, one) => sum + one.sum, 0);
  const largest = bySize[0];
  if (room === 1 && largest && largest.sum >= MAJORITY * total)
    return { isHalt, rings: [{ ...largest, groups: whole.flatMap(({ groups }) => groups) }] };
  const kept = new Set(bySize.slice(0, room - 1));
  const joined = whole.filter((one) => !kept.has(one));
  const others = {
    layer: SEVERAL_LAYERS,
    effectClass: SEVERAL_EFFECT_CLASSES,
    groups: joined.flatMap(({ groups }) => groups),
  };
  return { isHalt, rings: [others, ...whole.filter((one) => kept.has(one))] };
}
