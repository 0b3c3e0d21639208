/** What a reader may choose in a `Select`, a `RadioList` or a `SegmentedControl`. */
export type Choice<Value> = {
  readonly value: Value;
  readonly text: string;
  /** Shown under the pointer. */
  readonly hint?: string;
};

/** One of a `Select`; those of one group follow each other under its name. */
export type SelectChoice<Value> = Choice<Value> & { readonly group?: string | undefined };

/** Values by their names in a table of words. */
export const namedChoices = <const Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly Choice<Value>[] => values.map((value) => ({ value, text: words[value] }));
