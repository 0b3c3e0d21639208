/** A part of an address that says nothing readable, as it stood there. */
export type InvalidParameter = { readonly part: string; readonly text: string };
