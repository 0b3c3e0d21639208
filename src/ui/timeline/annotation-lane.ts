/** A caption over the columns. Pixels of the axis. */
export type WantedLabel = {
  /** Where its first day begins. */
  readonly x: number;
  readonly width: number;
};

/** Between two captions. */
const GAP = 12;
/** A caption further from its day would be read as another day's. */
const MAX_SHIFT = 24;

/**
 * Left edges of captions in one line, in the order of time: each at its day, or after an earlier one that
 * reaches there; those of one day follow each other. Undefined: it has no room and goes.
 */
export function lineUp(
  labels: readonly WantedLabel[],
  width: number,
): readonly (number | undefined)[] {
  let free = 0;
  let last: number | undefined;
  return labels.map(({ x, width: own }) => {
    const left = Math.max(x, free);
    const isNear = left - x <= MAX_SHIFT || last === x;
    if (x < 0 || !isNear || left + own > width) return undefined;
    free = left + own + GAP;
    last = x;
    return left;
  });
}
