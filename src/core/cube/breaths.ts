/** Steps of an inner loop, and rows of a plain one, between two breaths: some ten milliseconds. */
export const STEPS_PER_BREATH = 200_000;
export const ROWS_PER_BREATH = 1 << 17;
