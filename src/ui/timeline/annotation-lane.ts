/** A caption over the columns. Pixels of the axis. */
export type WantedLabel = {
  /** Where its time begins, which may be before the axis, and ends. */
  readonly x: number;
  readonly end: number;
  readonly width: number;
};

/** Between two captions. */
const GAP = 12;
/** A caption further from its day would be read as another day's. */
const MAX_SHIFT = 24;

/**
 * Left edges of captions in one line, in the order of time: each at its time, or at the start of the axis if it began
 * before, or after an earlier one that reaches there; those of one time follow each other. Undefined: it has no room.
 */
export function lineUp(
  labels: readonly WantedLabel[],
  width: number,
): readonly (number | undefined)[] {
  let free = 0;
  let last: number | undefined;
  return labels.map(({ x, end, width: own }) => {
    const start = Math.max(x, 0);
    const left = Math.max(start, free);
    const isNear = left - start <= MAX_SHIFT || last === start;
    if (end <= 0 || !isNear || left + own > width) return undefined;
    free = left + own + GAP;
    last = start;
    return left;
  });
}
