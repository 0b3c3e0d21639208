/** ASCII codes that delimited text is made of. */
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const QUOTE = 34;

/** Tab, line ends and the like, and the space. */
export const isBlankByte = (byte: number): boolean => byte === SPACE || (byte >= 9 && byte <= 13);
