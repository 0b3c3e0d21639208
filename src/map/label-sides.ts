/** A box in pixels; y grows to the south. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** The side of its text that points to the place, as MapLibre names it: `left` is text to the right. */
export type Anchor =
  'left' | 'right' | 'top' | 'bottom' | 'top-left' | 'bottom-left' | 'top-right' | 'bottom-right';

export type Line = { readonly width: number; readonly height: number };

/** A name to be written next to its place. */
export type Name = {
  readonly x: number;
  readonly y: number;
  /** The lines of the text, from the top. */
  readonly lines: readonly Line[];
  /** From the place to the text, where no mark lies between. */
  readonly gap: number;
  /** Is written whatever else is there, so it must overlap neither marks nor other such names. */
  readonly isKey: boolean;
};

export type Placed = {
  readonly anchor: Anchor;
  /** Pixels from the place to the text. */
  readonly offset: number;
  readonly isKey: boolean;
};

/** Directions in which the text may lie, the usual one first. */
const SIDES: readonly (readonly [anchor: Anchor, x: number, y: number])[] = [
  ['left', 1, 0],
  ['right', -1, 0],
  ['top', 0, 1],
  ['bottom', 0, -1],
  ['top-left', 1, 1],
  ['bottom-left', 1, -1],
  ['top-right', -1, 1],
  ['bottom-right', -1, -1],
];
const MARK_GAP = 4;
/** Further steps from a place to its text, where there is no room closer to it. */
const FURTHER = [0, 8, 16];
const DOT_RADIUS = 4;
const NOT_FREE = 1e6;
/** Letters do not fill the box of their line, nor marks theirs. */
const SLACK = 3;
/** What a fault costs, for each pixel and at all; a later side costs a little. */
const COST = { overlap: 4, outside: 6, some: 40, distance: 2, side: 4 };

/** The box around some lines. */
const sizeOfLines = (lines: readonly Line[]): Line => ({
  width: Math.max(...lines.map(({ width }) => width)),
  height: lines.reduce((sum, { height }) => sum + height, 0),
});

type Text = Pick<Name, 'x' | 'y' | 'lines'>;

const directionOf = (anchor: Anchor | 'center') =>
  SIDES.find(([name]) => name === anchor) ?? [anchor, 0, 0];

/** The box of a name's text at a side. */
export function textBox({ x, y, lines }: Text, anchor: Anchor | 'center', offset: number): Box {
  const { width, height } = sizeOfLines(lines);
  const [, dx, dy] = directionOf(anchor);
  // MapLibre's radial offset is the way to the corner.
  const step = dx !== 0 && dy !== 0 ? offset / Math.SQRT2 : offset;
  const middleX = x + dx * (step + width / 2);
  const middleY = y + dy * (step + height / 2);
  return {
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  };
}

/** The box of each line: lines begin or end at the side of the place, or lie centred. */
export function lineBoxes(
  { lines }: Pick<Name, 'lines'>,
  anchor: Anchor | 'center',
  box: Box,
): readonly Box[] {
  const [, dx] = directionOf(anchor);
  let { top } = box;
  return lines.map(({ width, height }) => {
    const slack = box.right - box.left - width;
    const left = box.left + (slack * (1 - dx)) / 2;
    const line = { left, right: left + width, top, bottom: top + height };
    top += height;
    return line;
  });
}

/** How deep two boxes lie in each other, in pixels; 0 or less when they do not. */
export const overlapOf = (a: Box, b: Box): number =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );

const holds = (box: Box, x: number, y: number, margin: number): boolean =>
  x > box.left - margin &&
  x < box.right + margin &&
  y > box.top - margin &&
  y < box.bottom + margin;

/** How deep a box lies in a mark, in pixels; 0 or less when it does not. Marks are round. */
function depthInMark(box: Box, mark: Box): number {
  const [radiusX, radiusY] = [(mark.right - mark.left) / 2, (mark.bottom - mark.top) / 2];
  const [middleX, middleY] = [mark.left + radiusX, mark.top + radiusY];
  const dx = Math.min(Math.max(middleX, box.left), box.right) - middleX;
  const dy = Math.min(Math.max(middleY, box.top), box.bottom) - middleY;
  return (1 - Math.hypot(dx / radiusX, dy / radiusY)) * Math.min(radiusX, radiusY);
}

/** No name reaches further than its length and the radius of the largest mark. */
const LARGEST_MARK = 120;
const isNear = (box: Box, { x, y, lines, gap }: Name): boolean =>
  holds(box, x, y, sizeOfLines(lines).width + gap + LARGEST_MARK);

/** Pixels by which a box sticks out of another. */
const outside = (box: Box, frame: Box): number =>
  Math.max(frame.left - box.left, 0) +
  Math.max(box.right - frame.right, 0) +
  Math.max(frame.top - box.top, 0) +
  Math.max(box.bottom - frame.bottom, 0);

/** Pixels from a point in a mark's box to the mark's edge, in a direction. */
function wayOut(mark: Box, x: number, y: number, dx: number, dy: number): number {
  const toSide = dx < 0 ? x - mark.left : mark.right - x;
  const toEnd = dy < 0 ? y - mark.top : mark.bottom - y;
  if (dx === 0) return toEnd;
  if (dy === 0) return toSide;
  // A mark is round: its edge lies on the way to the corner of its box.
  return Math.max(toSide, toEnd);
}

/** What lies between a place and its text: a mark in it would take the name. */
function boxBetween(x: number, y: number, text: Box, dx: number, dy: number): Box {
  const toX = Math.min(Math.max(x, text.left), text.right);
  const toY = Math.min(Math.max(y, text.top), text.bottom);
  return {
    left: dx === 0 ? text.left : Math.min(x, toX),
    right: dx === 0 ? text.right : Math.max(x, toX),
    top: dy === 0 ? text.top : Math.min(y, toY),
    bottom: dy === 0 ? text.bottom : Math.max(y, toY),
  };
}

const distance = (box: Box, x: number, y: number): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

const dotBox = (x: number, y: number): Box => ({
  left: x - DOT_RADIUS,
  right: x + DOT_RADIUS,
  top: y - DOT_RADIUS,
  bottom: y + DOT_RADIUS,
});

const sumOf = (depths: readonly number[]): number =>
  depths.reduce((sum, depth) => sum + COST.some + COST.overlap * depth, 0);

/**
 * Gives each name a side of its place, in the order of the names: the most important first. What is
 * given depends on the boxes of the marks alone, which do not change with the window, so no name moves
 * while the reader goes through time. The first name under a mark is written next to the mark; the
 * others keep to their place, where the mark hides them.
 *
 * A key name is free of marks and of other key names; where it cannot be, it is as any other. `frame`
 * is where names should stay, because the home view ends there.
 */
export function placeLabels(
  names: readonly Name[],
  marks: readonly Box[],
  frame: Box | undefined,
): readonly Placed[] {
  const written: Box[] = [];
  const taken = new Set<Box>();
  const keyDots = names.flatMap(({ x, y, isKey }) => (isKey ? [dotBox(x, y)] : []));
  return names.map((name) => {
    const { x, y } = name;
    const near = marks.filter((box) => isNear(box, name));
    const cover = near.find((box) => !taken.has(box) && depthInMark(dotBox(x, y), box) > 0);
    if (cover) taken.add(cover);
    const others = near.filter((box) => box !== cover);
    const dots = keyDots.filter((dot) => isNear(dot, name) && !holds(dot, x, y, 0));
    let best: { readonly placed: Placed; readonly box: Box; readonly cost: number } | undefined;
    for (const [i, [anchor, dx, dy]] of SIDES.entries()) {
      const least = Math.max(name.gap, cover ? wayOut(cover, x, y, dx, dy) + MARK_GAP : 0);
      for (const further of FURTHER) {
        const offset = least + further;
        const box = textBox(name, anchor, offset);
        const parts = lineBoxes(name, anchor, box);
        const overMarks = others
          .map((mark) => Math.max(...parts.map((part) => depthInMark(part, mark))))
          .filter((depth) => depth > SLACK);
        const overNames = written
          .map((one) => overlapOf(box, one))
          .filter((depth) => depth > SLACK);
        const way = boxBetween(x, y, box, dx, dy);
        const between = [...others, ...dots].filter((one) => overlapOf(way, one) > 0);
        const overDots = dots.filter((dot) => overlapOf(box, dot) > 0);
        const out = frame && holds(frame, x, y, 0) ? outside(box, frame) : 0;
        const cost =
          sumOf(overMarks) +
          sumOf(overNames) +
          COST.some * (between.length + overDots.length) +
          (out > 0 ? COST.some + COST.outside * out : 0) +
          COST.distance * distance(box, x, y) +
          COST.side * i;
        const isFree = overMarks.length + overNames.length === 0 && out <= 0;
        const isKey = name.isKey && isFree;
        // Of a key name, any free place is better than one that is not.
        const rank = name.isKey && !isFree ? cost + NOT_FREE : cost;
        if (!best || rank < best.cost)
          best = { placed: { anchor, offset, isKey }, box, cost: rank };
      }
    }
    if (!best) throw new Error('A name has no side.');
    written.push(best.box);
    return best.placed;
  });
}
