/** Lists of one language: its commas and its “and”. */
export type ListFormats = {
  /** `a, b, c`; empty texts are left out. */
  plain(parts: readonly string[]): string;
  /** `a, b and c` */
  and(parts: readonly string[]): string;
  /** `a, b or c` */
  or(parts: readonly string[]): string;
};

export function listFormats(tag: string): ListFormats {
  const formatter = (options: Intl.ListFormatOptions) => {
    const format = new Intl.ListFormat(tag, options);
    return (parts: readonly string[]): string => format.format(parts.filter(Boolean));
  };
  return {
    plain: formatter({ type: 'unit', style: 'short' }),
    and: formatter({ type: 'conjunction' }),
    or: formatter({ type: 'disjunction' }),
  };
}
