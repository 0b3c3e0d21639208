/** The largest JSON document that is read as a whole. */
export const MAX_DOCUMENT_BYTES = 256 * 2 ** 20;

/** The largest XML document: its tree takes about forty times the memory of its text. */
export const MAX_XML_BYTES = 32 * 2 ** 20;

/** One line of a file of JSON lines. */
export const MAX_LINE_BYTES = 32 * 2 ** 20;

export const MAX_COLUMNS = 2_000;

/** How deep brackets or elements may be nested. */
export const MAX_DEPTH = 64;
