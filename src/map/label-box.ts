import type { Box } from './box.ts';

/** The side of its text that points to the place, as MapLibre names it: `left` is text to the right. */
export type Anchor =
  'left' | 'right' | 'top' | 'bottom' | 'top-left' | 'bottom-left' | 'top-right' | 'bottom-right';

export type Line = { readonly width: number; readonly height: number };

/** Where text lies from its place, as -1, 0 or 1 per axis; y grows to the south. */
export type Direction = readonly [x: number, y: number];

/** In order of preference. */
export const ANCHORS: readonly Anchor[] = [
  ...(['left', 'right', 'top', 'bottom'] as const),
  ...(['top-left', 'bottom-left', 'top-right', 'bottom-right'] as const),
];

const DIRECTIONS: Readonly<Record<Anchor | 'center', Direction>> = {
  left: [1, 0],
  right: [-1, 0],
  top: [0, 1],
  bottom: [0, -1],
  'top-left': [1, 1],
  'bottom-left': [1, -1],
  'top-right': [-1, 1],
  'bottom-right': [-1, -1],
  center: [0, 0],
};

export const directionOf = (anchor: Anchor): Direction => DIRECTIONS[anchor];

/** Width and height of lines below each other. */
export const sizeOfLines = (lines: readonly Line[]): Line => ({
  width: Math.max(...lines.map(({ width }) => width)),
  height: lines.reduce((sum, { height }) => sum + height, 0),
});

/** Lines of text at a place; all in pixels. */
export type Text = { readonly x: number; readonly y: number; readonly lines: readonly Line[] };

/** The box of a text as MapLibre draws it; `offset` is the distance from the place. */
export function textBox({ x, y, lines }: Text, anchor: Anchor | 'center', offset: number): Box {
  const { width, height } = sizeOfLines(lines);
  const [dx, dy] = DIRECTIONS[anchor];
  // MapLibre measures a diagonal offset along the diagonal.
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

/** The box of each line of a text: lines are aligned to the side of the place, or centred. */
export function lineBoxes(
  { lines }: Pick<Text, 'lines'>,
  anchor: Anchor | 'center',
  box: Box,
): readonly Box[] {
  const [dx] = DIRECTIONS[anchor];
  let { top } = box;
  return lines.map(({ width, height }) => {
    const room = box.right - box.left - width;
    const left = box.left + (room * (1 - dx)) / 2;
    const line = { left, right: left + width, top, bottom: top + height };
    top += height;
    return line;
  });
}
