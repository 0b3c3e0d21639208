/** A text for each kind of a union, so that none is forgotten. */
export type ByKind<Of extends { readonly kind: string }> = {
  readonly [Kind in Of['kind']]: (of: Of & { readonly kind: Kind }) => string;
};

/** The text of one kind. */
export function textOf<Of extends { readonly kind: string }>(texts: ByKind<Of>, of: Of): string {
  // The compiler cannot join a kind with its function, though `ByKind` does.
  return texts[of.kind as Of['kind']](of);
}
