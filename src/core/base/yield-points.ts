/**
 * Steps of an inner loop, and rows of a plain one, between two yield points: a few milliseconds on an
 * idle machine, as a busy one takes several times as long.
 */
export const STEPS_PER_YIELD_POINT = 50_000;
export const ROWS_PER_YIELD_POINT = 1 << 15;
