import { boxAround, contains, depthInEllipse, distanceTo, excessOf, overlapOf } from './box.ts';
import type { Box } from './box.ts';
import {
  ANCHORS,
  directionOf,
  lineBoxes,
  sizeOfLines,
  textBox,
  type Anchor,
  type Direction,
  type Text,
} from './label-box.ts';

/** A name to be placed next to a point. */
export type Name = Text & {
  /** From the place to the text, if no mark lies between. */
  readonly gap: number;
  /** Is drawn over whatever is there, so it must overlap neither marks nor other such names. */
  readonly isKey: boolean;
};

export type Placement = {
  readonly anchor: Anchor;
  /** Pixels from the place to the text. */
  readonly offset: number;
  /** A key name that is free of marks and of other key names. */
  readonly isKey: boolean;
};

/** A position that a name may have. */
type Candidate = {
  readonly anchor: Anchor;
  readonly offset: number;
  readonly box: Box;
  /** Costs that it has in any surroundings. */
  readonly ownCost: number;
};

/** What a name should not overlap; `frame` is what it should not leave. */
type Obstacles = {
  readonly marks: readonly Box[];
  /** The mark that the name is of: it lies next to it. */
  readonly own: Box | undefined;
  readonly names: readonly Box[];
  readonly dots: readonly Box[];
  readonly frame: Box | undefined;
};

const MARK_GAP = 4;
/** Distances beyond the smallest one at which a name is tried. */
const EXTRA_OFFSETS = [0, 8, 16];
const DOT_RADIUS = 4;
/** No name reaches further than its length and the radius of the largest mark. */
const MAX_MARK_RADIUS = 120;
/** Letters do not fill the box of their line, nor marks theirs. */
const MAX_HARMLESS_OVERLAP = 3;
/** For a key name, any free position is better than one that is not. */
const KEY_NOT_FREE = 1e6;
/** `conflict` once for each, the others per pixel; `anchor` per position in the order of preference. */
const COST = { conflict: 40, overlap: 4, outside: 6, distance: 2, anchor: 4 };

/**
 * Greedy point-feature label placement (Christensen, Marks and Shieber: An Empirical Study of Algorithms
 * for Point-Feature Label Placement, 1995): each name in turn, the most important first, takes the
 * cheapest of 24 positions, on 8 sides at 3 distances. Names that were placed do not move.
 *
 * Marks are given by their largest extent over all windows, so names stay where they are while the time
 * window moves. The first name on a mark lies next to the mark; others on it stay at their place, where
 * the mark hides them. `frame`: names of places inside of it should not leave it.
 */
export function placeLabels(
  names: readonly Name[],
  marks: readonly Box[],
  frame: Box | undefined,
): readonly Placement[] {
  const placed: Box[] = [];
  const namedMarks = new Set<Box>();
  const keyDots = names.filter(({ isKey }) => isKey).map(({ x, y }) => boxAround(x, y, DOT_RADIUS));
  return names.map((name) => {
    const { x, y } = name;
    const dot = boxAround(x, y, DOT_RADIUS);
    const near = marks.filter((mark) => isNear(mark, name));
    const ownMark = near.find((mark) => !namedMarks.has(mark) && depthInEllipse(dot, mark) > 0);
    if (ownMark) namedMarks.add(ownMark);
    const best = cheapest(name, candidatesOf(name, ownMark), {
      marks: near.filter((mark) => mark !== ownMark),
      own: ownMark,
      names: placed.filter((one) => isNear(one, name)),
      dots: keyDots.filter((one) => isNear(one, name) && !contains(one, x, y)),
      frame: frame && contains(frame, x, y) ? frame : undefined,
    });
    placed.push(best.box);
    return best.placement;
  });
}

const isNear = (box: Box, { x, y, lines, gap }: Name): boolean =>
  contains(box, x, y, sizeOfLines(lines).width + gap + MAX_MARK_RADIUS);

function candidatesOf(name: Name, ownMark: Box | undefined): readonly Candidate[] {
  return ANCHORS.flatMap((anchor, i) => {
    const beyondMark = ownMark ? distanceToEdge(ownMark, name, directionOf(anchor)) + MARK_GAP : 0;
    const minOffset = Math.max(name.gap, beyondMark);
    return EXTRA_OFFSETS.map((extra) => {
      const offset = minOffset + extra;
      const box = textBox(name, anchor, offset);
      const ownCost = COST.distance * distanceTo(box, name.x, name.y) + COST.anchor * i;
      return { anchor, offset, box, ownCost };
    });
  });
}

/** Pixels from a point in a mark to the mark's edge, in a direction. */
function distanceToEdge(mark: Box, { x, y }: Text, [dx, dy]: Direction): number {
  const toSide = dx < 0 ? x - mark.left : mark.right - x;
  const toEnd = dy < 0 ? y - mark.top : mark.bottom - y;
  if (dx === 0) return toEnd;
  if (dy === 0) return toSide;
  // A mark is round, so its edge is closer than the corner of its box.
  return Math.max(toSide, toEnd);
}

function cheapest(
  name: Name,
  candidates: readonly Candidate[],
  obstacles: Obstacles,
): { readonly placement: Placement; readonly box: Box } {
  let best: { readonly placement: Placement; readonly box: Box } | undefined;
  let minCost = Infinity;
  for (const candidate of candidates) {
    const { anchor, offset, box, ownCost } = candidate;
    if (ownCost >= minCost) continue;
    const { cost: conflicts, isFree } = conflictsOf(name, candidate, obstacles);
    const cost = ownCost + conflicts + (name.isKey && !isFree ? KEY_NOT_FREE : 0);
    if (cost >= minCost) continue;
    minCost = cost;
    best = { placement: { anchor, offset, isKey: name.isKey && isFree }, box };
  }
  if (!best) throw new Error('A label has no candidate position.');
  return best;
}

function conflictsOf(
  name: Name,
  { anchor, box }: Candidate,
  { marks, own, names, dots, frame }: Obstacles,
): { readonly cost: number; readonly isFree: boolean } {
  const lines = lineBoxes(name, anchor, box);
  // A corner of the text may reach into the mark that the name lies next to.
  const depths = [...marks, ...(own ? [own] : [])]
    .map((mark) => Math.max(...lines.map((line) => depthInEllipse(line, mark))))
    .concat(names.map((other) => overlapOf(box, other)))
    .filter((depth) => depth > MAX_HARMLESS_OVERLAP);
  const gap = gapBetween(name, box, directionOf(anchor));
  const inGap = countOverlaps(gap, marks) + countOverlaps(gap, dots);
  const excess = frame ? excessOf(box, frame) : 0;
  return {
    cost:
      depths.reduce((sum, depth) => sum + COST.conflict + COST.overlap * depth, 0) +
      COST.conflict * (inGap + countOverlaps(box, dots)) +
      (excess > 0 ? COST.conflict + COST.outside * excess : 0),
    isFree: depths.length === 0 && excess <= 0,
  };
}

const countOverlaps = (box: Box, others: readonly Box[]): number =>
  others.reduce((count, other) => (overlapOf(box, other) > 0 ? count + 1 : count), 0);

/** The box between a place and its text: a mark in it would seem to have the name. */
function gapBetween({ x, y }: Text, text: Box, [dx, dy]: Direction): Box {
  const toX = Math.min(Math.max(x, text.left), text.right);
  const toY = Math.min(Math.max(y, text.top), text.bottom);
  return {
    left: dx === 0 ? text.left : Math.min(x, toX),
    right: dx === 0 ? text.right : Math.max(x, toX),
    top: dy === 0 ? text.top : Math.min(y, toY),
    bottom: dy === 0 ? text.bottom : Math.max(y, toY),
  };
}
