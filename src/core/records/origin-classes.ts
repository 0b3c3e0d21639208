/** How records are counted by their origins: no report named, one at most, or more. */
export const ORIGIN_CLASSES = ['none', 'one', 'several'] as const;

export const SEVERAL_ORIGINS = ORIGIN_CLASSES.indexOf('several');

/** The position in `ORIGIN_CLASSES` of a row, by the column of such bytes. */
export const originClassAt = (origins: Uint8Array, row: number): number =>
  Math.min(origins[row] ?? 0, ORIGIN_CLASSES.length - 1);
