/** Steps of an inner loop, and rows of a plain one, between two yield points: some ten milliseconds. */
export const STEPS_PER_YIELD_POINT = 200_000;
export const ROWS_PER_YIELD_POINT = 1 << 17;
