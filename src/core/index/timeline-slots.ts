import { EFFECT_CLASSES, type EffectClass } from '../records/incident.ts';
import { LOOKS } from '../records/color-scheme.ts';
import type { Minute } from '../time/minute.ts';

/**
 * What an incident is drawn as, in a column from the bottom upwards; halts hang below the axis. What passes the filter
 * only possibly is apart, whatever its effect.
 */
export const PARTS = ['hit', 'half', 'open', 'halt', 'possible', 'possibleHalt'] as const;
export type Part = (typeof PARTS)[number];

/** What is counted apart: part p with look l is slot `p * LOOKS + l`. */
export const SLOTS = PARTS.length * LOOKS;
export const slotOf = (part: Part, look: number): number => PARTS.indexOf(part) * LOOKS + look;
export const partOfSlot = (slot: number): Part => PARTS[Math.floor(slot / LOOKS)] ?? 'half';
export const isHaltSlot = (slot: number): boolean => isHaltPart(partOfSlot(slot));
export const isPossibleSlot = (slot: number): boolean => isPossiblePart(partOfSlot(slot));
export const isHaltPart = (part: Part): boolean => part === 'halt' || part === 'possibleHalt';
export const isPossiblePart = (part: Part): boolean =>
  part === 'possible' || part === 'possibleHalt';
export const lookOfSlot = (slot: number): number => slot % LOOKS;
/** The slot of a cell that is not counted. */
export const NO_SLOT = 255;

const PART_OF_EFFECT: Readonly<Record<EffectClass, Part>> = {
  hit: 'hit',
  intercepted: 'open',
  halt: 'halt',
  unknown: 'half',
  fallen: 'half',
};

/** By position in `EFFECT_CLASSES`; what is not known is plain where nothing says any outcome. */
export function partOf(effectClass: number, hasOutcomes: boolean, isPossible = false): Part {
  const effect = EFFECT_CLASSES[effectClass] ?? 'unknown';
  if (isPossible) return effect === 'halt' ? 'possibleHalt' : 'possible';
  return !hasOutcomes && effect === 'unknown' ? 'hit' : PART_OF_EFFECT[effect];
}

/** The last position of `edges` that is not after `minute`; -1 before the first. */
export function binAt(edges: readonly Minute[], minute: Minute): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] as number) <= minute) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many incidents some counts by slot have of each part. */
export function partCounts(counts: Uint32Array, at = 0): Readonly<Record<Part, number>> {
  const sums = { hit: 0, half: 0, open: 0, halt: 0, possible: 0, possibleHalt: 0 };
  for (let slot = 0; slot < SLOTS; slot++) sums[partOfSlot(slot)] += counts[at * SLOTS + slot] ?? 0;
  return sums;
}
