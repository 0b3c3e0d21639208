type Point = { readonly x: number; readonly y: number };

/** Pixels that an arrow key moves what is drawn, and with Shift. */
const STEP = 8;
const LARGE_STEP = 48;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key moves a point on screen; undefined: it is another key. */
export function movedByArrow(
  { x, y }: Point,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Point | undefined {
  const arrow = ARROWS[key];
  const step = shiftKey ? LARGE_STEP : STEP;
  return arrow && { x: x + arrow[0] * step, y: y + arrow[1] * step };
}
