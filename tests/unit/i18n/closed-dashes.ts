/** Versions of `Intl` differ in the spaces around the dash of a range; here there are none, and all others break. */
export const closedDashes = (text: string): string =>
  text.replace(/\s*–\s*/g, '–').replaceAll('\u00a0', ' ');
