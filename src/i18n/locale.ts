export type Locale = {
  /** The BCP 47 tag that `Intl` formats by. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
};

/** The languages of this page, a line each. The messages of one are in the folder of its name. */
export const LOCALES = {
  en: { tag: 'en-GB', direction: 'ltr' },
} as const satisfies Readonly<Record<string, Locale>>;

export type Language = keyof typeof LOCALES;

/** The language of the page: `lang`, `dir`, messages and formats follow from it. */
export const LANGUAGE: Language = 'en';

/** The plural categories of whole numbers in each language (Unicode CLDR, Language Plural Rules). */
type PluralCategories = {
  readonly en: 'one' | 'other';
  readonly ckb: 'one' | 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
};
export type PluralLanguage = keyof PluralCategories;

/**
 * A text for each plural category of a language, so that none is forgotten; `#` is the number:
 * `{ one: '# row', other: '# rows' }`.
 */
export type PluralForms<Of extends PluralLanguage> = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
> &
  Readonly<Record<PluralCategories[Of], string>>;
