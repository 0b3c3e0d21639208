/**
 * How browsers say that a part of the program did not arrive, or that something else came in its place:
 * Chromium, Firefox and Safari, and Vite for the styles of a part.
 */
const NOT_ARRIVED =
  /dynamically imported module|Importing a module script failed|not a valid JavaScript MIME type|Unable to preload CSS/i;

/** A part of the program did not arrive over the network: no mistake in it. */
export class MissingPart extends Error {}

/** Whether that is why something failed. */
export const isMissingPart = (cause: unknown): boolean =>
  cause instanceof MissingPart || (cause instanceof Error && NOT_ARRIVED.test(cause.message));
