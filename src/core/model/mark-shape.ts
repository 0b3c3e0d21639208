import { growthAt } from '../layout/mark-radius.ts';
import { EFFECT_CLASSES, type EffectClass } from '../records/incident.ts';

/*
 * How a mark is drawn, on the map and in its key. Lengths are CSS pixels; shares of a ring count from 12
 * o'clock clockwise.
 */

/** What a mark looks like. Of one incident: what came of it. Of several: a coin, or only halts. */
export const MARK_FORMS = ['filled', 'open', 'half', 'square', 'coin', 'square-coin'] as const;
export type MarkForm = (typeof MARK_FORMS)[number];

const FORM_OF_ONE: Readonly<Record<EffectClass, MarkForm>> = {
  hit: 'filled',
  intercepted: 'open',
  unknown: 'half',
  fallen: 'half',
  halt: 'square',
};

const HALT = EFFECT_CLASSES.indexOf('halt');

/** The form of `count` incidents; `effectClass`: a position in `EFFECT_CLASSES`, or beyond if they differ. */
export function formOf(count: number, effectClass: number): MarkForm {
  if (count > 1) return effectClass === HALT ? 'square-coin' : 'coin';
  return FORM_OF_ONE[EFFECT_CLASSES[effectClass] ?? 'unknown'];
}

const isOfSeveral = (form: MarkForm): boolean => form === 'coin' || form === 'square-coin';

/** The edge of paper around a mark. */
export const edgeOf = (form: MarkForm): number => (isOfSeveral(form) ? 1.5 : 1);

/** Sides of a square and its half, as parts of the radius of the disc that it replaces. */
const HALF_SIDE_OF_ONE = 0.9;
const HALF_SIDE_OF_SEVERAL = Math.sqrt(Math.PI) / 2;

/** From the centre to the edge: the radius, or half the side of a square. */
export function reachOf(form: MarkForm, radius: number): number {
  if (form === 'square') return HALF_SIDE_OF_ONE * radius;
  return form === 'square-coin' ? HALF_SIDE_OF_SEVERAL * radius : radius;
}

/** From the centre to the farthest point: the radius, or a corner of the square. */
const farthestOf = (form: MarkForm, radius: number): number =>
  reachOf(form, radius) * (form === 'square' || form === 'square-coin' ? Math.SQRT2 : 1);

/** The same with the line of what is possible; `all`: the radius by the count of all. */
export const outermost = (form: MarkForm, certain: number, all: number): number =>
  Math.max(farthestOf(form, certain), all);

const MIN_STROKE = 1.5;
const STROKE_PART = 0.3;
const RING_PART = 0.24;
const MIN_RING = 3;
const MAX_RING = 9;

/** Width of the stroke of an open mark, or of the ring of a coin; `zoom`: of the level. */
export const ringWidth = (form: MarkForm, radius: number, zoom: number): number =>
  isOfSeveral(form)
    ? Math.min(Math.max(RING_PART * radius, MIN_RING), MAX_RING * growthAt(zoom))
    : Math.max(MIN_STROKE, STROKE_PART * radius);

/** The line between two parts of a ring. */
export const CUT_WIDTH = 1.2;
/** A shorter part cannot be seen between two cuts. */
const MIN_PART = 2;
/** A quarter of the length of an outline, by its reach: of a circle and of a square. */
const quarterOf = (form: MarkForm, reach: number): number =>
  form === 'square-coin' ? 2 * reach : (Math.PI / 2) * reach;

/** Most parts that a ring can have: one for each look, and one that joins what is too short to be seen. */
export const MAX_PARTS = 9;

/**
 * Where the parts of a ring end, as shares from 0 to 1: written to `ends` from `at` on, `MAX_PARTS - 1` of
 * them; the last part, which joins others, is what is left. `counts` from `first` on: the incidents of each
 * look, `looks` of them; `order`: the looks of the parts, in the order of the legend.
 *
 * Parts that are too short to be seen are joined, and those together are drawn long enough to be seen.
 */
export function writePartEnds(
  {
    form,
    radius,
    zoom,
  }: { readonly form: MarkForm; readonly radius: number; readonly zoom: number },
  {
    counts,
    first,
    looks,
  }: { readonly counts: Uint32Array; readonly first: number; readonly looks: number },
  order: readonly number[],
  ends: Float32Array,
  at: number,
): void {
  let total = 0;
  for (let look = 0; look < looks; look++) total += counts[first + look] ?? 0;
  const middle = reachOf(form, radius) - ringWidth(form, radius, zoom) / 2;
  const length = isOfSeveral(form) ? 4 * quarterOf(form, middle) : Infinity;
  const least = Math.min(MIN_PART / length, 1);
  let joined = total;
  for (const look of order) {
    const count = counts[first + look] ?? 0;
    if (count >= least * total) joined -= count;
  }
  const isTooShort = joined > 0 && joined < least * total;
  const scale = isTooShort && joined < total ? ((1 - least) * total) / (total - joined) : 1;
  let end = 0;
  for (let part = 0; part < MAX_PARTS - 1; part++) {
    const look = order[part];
    const count = look === undefined ? 0 : (counts[first + look] ?? 0);
    if (count >= least * total) end += (count / total) * scale;
    // Rounding must not leave a hair of the last part.
    ends[at + part] = end > 1 - 1e-6 ? 1 : end;
  }
}

/** The point of the outline of a mark of reach 1 at a share of it, from the centre; y grows downwards. */
export function onOutline(
  form: MarkForm,
  share: number,
): { readonly x: number; readonly y: number } {
  if (form !== 'square-coin')
    return { x: Math.sin(2 * Math.PI * share), y: -Math.cos(2 * Math.PI * share) };
  // Clockwise in half sides: a coordinate stays 1 along its side and changes along the next.
  const way = 8 * share;
  const near = (middle: number): number => Math.min(Math.max(2 - Math.abs(way - middle), -1), 1);
  return { x: way < 4 ? near(2) : -near(6), y: near(4) };
}

/** A lozenge: half its diagonal, and how far to the side of and above the centre of the mark it is. */
export type Lozenge = { readonly half: number; readonly at: number };

const LOZENGE_AT = 0.74;
/** On the smallest marks of maps with many, the lozenge is smaller, too. */
/** This part of the radius stays free of it: all of the form of one incident, or the number of several. */
const LOZENGE_OF_ONE = { half: 4, part: 0.73, free: 1 };
const LOZENGE_OF_SEVERAL = { half: 5.2, part: 0.58, free: 0.61 };
export const LOZENGE_EDGE = 1.6;
/** Width of the line of an open lozenge. */
export const LOZENGE_STROKE = 1.5;

/** From the centre of a lozenge to a corner, with its edge. */
export const lozengeReach = (half: number): number => half + LOZENGE_EDGE * Math.SQRT2;

/** The sign that deaths are reported of what a mark represents. */
export function lozengeOf(form: MarkForm, radius: number): Lozenge {
  const { half: most, part, free } = isOfSeveral(form) ? LOZENGE_OF_SEVERAL : LOZENGE_OF_ONE;
  const half = Math.min(most, Math.max(part * radius, 2.5));
  const side = half / Math.SQRT2 + LOZENGE_EDGE;
  const at = Math.max(LOZENGE_AT * radius, (free * radius + side) / Math.SQRT2);
  return { half, at };
}

/** Width, dashes and gaps of the line that shows the size with what is possibly in the window. */
export const POSSIBLE_LINE = { width: 1.1, dash: 3, gap: 2 };
/** The line is at least this far from the mark, so that it is seen next to the edge. */
const POSSIBLE_GAP = 2.6;

/** Radius of the line of what is possible: by the count of all, outside of what is certain. */
export const possibleRadius = (form: MarkForm, certain: number, all: number): number =>
  certain === 0 ? all : Math.max(all, farthestOf(form, certain) + POSSIBLE_GAP);

/** Sizes of a number by how many characters it has, as parts of the radius of the core. */
const NUMBER_PARTS = [1.25, 1.25, 1, 0.8];
const NUMBER_PART = 0.66;
const MIN_NUMBER = 11;
const MAX_NUMBER = 22;
/** A number that would be smaller is left out: the area of the mark shows the count. */
const LEAST_NUMBER = 9.5;
/** Height of a digit, in font sizes. */
const DIGIT_HEIGHT = 0.66;
/** How far the corners of a number may reach beyond the core, into the ring. */
const CORNER_PIXELS = 1;

/**
 * Font size of the number on a mark, or 0 if there is no room. `core`: radius of what is inside of the
 * ring; `length`: characters; `width`: of the number in font sizes.
 */
export function numberSize(core: number, length: number, width: number, zoom: number): number {
  const wanted = core * (NUMBER_PARTS[length] ?? NUMBER_PART);
  const size = Math.min(Math.max(wanted, MIN_NUMBER), MAX_NUMBER * growthAt(zoom));
  const room = (2 * (core + CORNER_PIXELS)) / Math.hypot(width, DIGIT_HEIGHT);
  const fitting = Math.min(size, room);
  return fitting < LEAST_NUMBER ? 0 : fitting;
}

/** The same of half a mark: what is left of half the width keeps the number off the straight side. */
export const halfNumberSize = (core: number, length: number, width: number, zoom: number): number =>
  numberSize(core, length, 2 * width + 0.25 * length - 0.1, zoom);

/** Half a mark: from the middle to its straight side, the width of the line there, and where its number is, as a part of the core. */
export const HALF_GAP = 1.25;
export const HALF_LINE = 1;
export const HALF_NUMBER = 0.5;

/** The ring around what is open: its width, and how far outside of the mark its middle is. */
export const CHOSEN_RING = { width: 2.5, gap: 5 };
