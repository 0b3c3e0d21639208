/** The query of an address by name, as `URLSearchParams` gives it. */
export type QueryParameters = ReadonlyMap<string, string>;
