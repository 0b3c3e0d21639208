/** A URL parameter that cannot be read, exactly as the URL has it. */
export type InvalidParameter = { readonly part: string; readonly text: string };
