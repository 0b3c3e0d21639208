/** The query of an address by name, as `URLSearchParams` gives it. */
export type QueryParameters = ReadonlyMap<string, string>;

/** Parts that may say what a reader's own file says. They are in the fragment, which browsers send to no server. */
export const FRAGMENT_PARTS: ReadonlySet<string> = new Set(['own', 'order']);
