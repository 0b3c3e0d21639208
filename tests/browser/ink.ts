/** Pixels as red, green, blue and opacity, line by line. */
type Picture = {
  readonly width: number;
  readonly height: number;
  readonly data: { subarray(from: number): Iterable<number> };
};

const MAX_SHIFT = 4;

export type Ink = { readonly width: number; readonly height: number; readonly isInk: boolean[] };

/** The dark pixels of a picture, cut to their box. */
export function inkOf(picture: Picture): Ink {
  const isDark = (x: number, y: number): boolean => {
    const [red = 0, green = 0, blue = 0] = picture.data.subarray((y * picture.width + x) * 4);
    return red + green + blue < 380;
  };
  const all = Array.from({ length: picture.width * picture.height }, (_, i) => i).filter((i) =>
    isDark(i % picture.width, Math.floor(i / picture.width)),
  );
  const columns = all.map((i) => i % picture.width);
  const lines = all.map((i) => Math.floor(i / picture.width));
  const [left, top] = [Math.min(...columns), Math.min(...lines)];
  const width = Math.max(...columns) - left + 1;
  const height = Math.max(...lines) - top + 1;
  if (all.length === 0) return { width: 0, height: 0, isInk: [] };
  return {
    width,
    height,
    isInk: Array.from({ length: width * height }, (_, i) =>
      isDark(left + (i % width), top + Math.floor(i / width)),
    ),
  };
}

/** Shared ink over all ink, where the two lie best on each other. */
export function likeness(one: Ink, other: Ink): number {
  const at = ({ width, height, isInk }: Ink, x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (isInk[y * width + x] ?? false);
  let best = 0;
  for (let dx = -MAX_SHIFT; dx <= MAX_SHIFT; dx++)
    for (let dy = -MAX_SHIFT; dy <= MAX_SHIFT; dy++) {
      let shared = 0;
      let all = 0;
      for (let y = -MAX_SHIFT; y < Math.max(one.height, other.height) + MAX_SHIFT; y++)
        for (let x = -MAX_SHIFT; x < Math.max(one.width, other.width) + MAX_SHIFT; x++) {
          const a = at(one, x, y);
          const b = at(other, x + dx, y + dy);
          if (a && b) shared++;
          if (a || b) all++;
        }
      best = Math.max(best, all === 0 ? 0 : shared / all);
    }
  return best;
}
