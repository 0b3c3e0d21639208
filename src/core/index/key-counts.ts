import { EFFECT_CLASSES } from '../records/incident.ts';
import { SEVERAL_ORIGINS } from '../records/origin-classes.ts';
import type { IncidentCells } from './incident-cells.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';
import type { Count } from './tally.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

/** What the key of the map counts in a window: sums over the cells of the layers that are on. */
export type KeyCounts = {
  /** Attacks, and halts, by layer where the scheme is `target`, else by category. */
  readonly attacks: GroupCounts;
  readonly halts: GroupCounts;
  /** By position in `EFFECT_CLASSES`. */
  readonly effects: GroupCounts;
  /** With deaths, or perhaps. */
  readonly deaths: Count;
  /** With reports of at least two origins. */
  readonly severalOrigins: Count;
};

/** `counts`: those of the window, by cell. `rows`: how many layers or categories there are. */
export function keyCountsOf(
  { length, scheme, layer, category, effectClass, deaths, origins }: IncidentCells,
  counts: GroupCounts,
  isOn: Uint8Array,
  rows: number,
): KeyCounts {
  const attacks = newCounts(rows);
  const halts = newCounts(rows);
  const effects = newCounts(EFFECT_CLASSES.length);
  const withDeaths = newCounts(1);
  const several = newCounts(1);
  const rowOf = scheme === 'target' ? layer : category;
  for (let cell = 0; cell < length; cell++) {
    if (isOn[layer[cell] as number] !== 1) continue;
    const effect = effectClass[cell] as number;
    add(effect === HALT ? halts : attacks, rowOf[cell] as number, counts, cell);
    add(effects, effect, counts, cell);
    if (deaths[cell] !== 0) add(withDeaths, 0, counts, cell);
    if (origins[cell] === SEVERAL_ORIGINS) add(several, 0, counts, cell);
  }
  return {
    attacks,
    halts,
    effects,
    deaths: countOf(withDeaths),
    severalOrigins: countOf(several),
  };
}

const countOf = ({ certain, possible }: GroupCounts): Count => ({
  certain: certain[0] ?? 0,
  possible: possible[0] ?? 0,
});

function add(to: GroupCounts, at: number, from: GroupCounts, cell: number): void {
  to.certain[at] = (to.certain[at] ?? 0) + (from.certain[cell] ?? 0);
  to.possible[at] = (to.possible[at] ?? 0) + (from.possible[cell] ?? 0);
}

/** Incidents of an area that are certainly in the window and look the same. */
export type AreaSign = {
  readonly layer: number;
  readonly category: number;
  readonly effectClass: number;
  readonly count: number;
};

/** What is known of an area no closer, in the order of layers or categories; of cells by area. */
export function areaSignsOf(
  { length, layer, category, effectClass, area: areas }: IncidentCells,
  { certain }: GroupCounts,
  isOn: Uint8Array,
  area: number,
): readonly AreaSign[] {
  const signs = new Map<string, AreaSign>();
  for (let cell = 0; cell < length; cell++) {
    const own = layer[cell] ?? 0;
    const count = certain[cell] ?? 0;
    if (areas[cell] !== area || isOn[own] !== 1 || count === 0) continue;
    const sign = { layer: own, category: category[cell] ?? 0, effectClass: effectClass[cell] ?? 0 };
    const key = Object.values(sign).join();
    signs.set(key, { ...sign, count: count + (signs.get(key)?.count ?? 0) });
  }
  return [...signs.values()].toSorted(
    (a, b) =>
      Number(a.effectClass === HALT) - Number(b.effectClass === HALT) ||
      a.category - b.category ||
      a.layer - b.layer ||
      a.effectClass - b.effectClass,
  );
}
