/** Numbers and plural forms of one language. */
export type CountWords = {
  number(count: number): string;
  /** For small room: `9,812`, but `116K`. */
  short(count: number): string;
  /** `1 incident`, `31 incidents`, by the plural rules of the language. */
  counted(count: number, forms: PluralForms): string;
};

/** The text for each plural category; `other` replaces the missing ones. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Smaller numbers are short enough as they are. */
const COMPACT_FROM = 10_000;

export function countWords(locale: string): CountWords {
  const rules = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  return {
    number: (count) => format.format(count),
    short: (count) => (count < COMPACT_FROM ? format : compact).format(count),
    counted: (count, forms) =>
      `${format.format(count)} ${forms[rules.select(count)] ?? forms.other}`,
  };
}
