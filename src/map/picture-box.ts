/** A box on the map in CSS pixels from its top left corner. */
export type PixelBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** On a narrower picture the names would be large and their surroundings missing. */
const MIN_WIDTH = 900;
const MIN_HEIGHT = 560;
/** Room for names around what the picture is about. */
const MARGIN = 70;
/** With less that is free, parts of the page cover the map: then all of it is shown. */
const MIN_FREE = 200;

function along(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  minLength: number,
): readonly [number, number] {
  const room = high - low;
  const length = Math.min(Math.max(to - from, minLength), room);
  const start = Math.min(Math.max((from + to - length) / 2, low), high - length);
  return [start, start + length];
}

/** What of a map is printed: what is free, and of that the surroundings of `about` where it is given. */
export function pictureBox(
  { width, height }: { readonly width: number; readonly height: number },
  uncovered: PixelBox,
  about: PixelBox | undefined,
): PixelBox {
  const isCovered =
    uncovered.right - uncovered.left < MIN_FREE || uncovered.bottom - uncovered.top < MIN_FREE;
  const free = isCovered ? { left: 0, top: 0, right: width, bottom: height } : uncovered;
  if (!about) return free;
  const [left, right] = along(
    [free.left, free.right],
    [about.left - MARGIN, about.right + MARGIN],
    MIN_WIDTH,
  );
  const [top, bottom] = along(
    [free.top, free.bottom],
    [about.top - MARGIN, about.bottom + MARGIN],
    MIN_HEIGHT,
  );
  return { left, top, right, bottom };
}
