/** How high the panel of a phone is open. */
const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof SHEET_HEIGHTS)[number];

/** Enough for the date and the first line of a title. */
export const PEEK_PIXELS = 120;
const HALF = 0.54;

/** Heights in CSS pixels where `available` lies between the top of the page and the timeline. */
const pixelsOf = (height: SheetHeight, available: number): number =>
  ({ peek: PEEK_PIXELS, half: available * HALF, full: available })[height];

export const nearestHeight = (pixels: number, available: number): SheetHeight =>
  SHEET_HEIGHTS.toSorted(
    (a, b) => Math.abs(pixelsOf(a, available) - pixels) - Math.abs(pixelsOf(b, available) - pixels),
  )[0] ?? 'half';

/** The next height up or down; the same at the end. */
export function heightBeside(height: SheetHeight, steps: 1 | -1): SheetHeight {
  return SHEET_HEIGHTS[SHEET_HEIGHTS.indexOf(height) + steps] ?? height;
}
