/** A part of an address that says nothing readable, as it was there. */
export type InvalidParameter = { readonly part: string; readonly text: string };
