/** A word for areas that are first-level ones in some countries and far smaller in others. */
type SmallKind = { readonly word: RegExp; readonly countries: ReadonlySet<string> };

/** By ISO 3166-1 alpha-2, the countries in whose areas the file has areas of the kind. */
const SMALL_KINDS: readonly SmallKind[] = [
  {
    word: /\b(?:county|counties)\b/i,
    countries: new Set('AL EE GB HR HU IE KE LR LT NO RO SE TW UG'.split(' ')),
  },
  {
    word: /\b(?:districts?|distrito)\b/i,
    countries: new Set(
      'AI AS AZ BG BN BS BT BW BZ CI CY DJ GB HK IL LK LS LU MD ML MR MU MW NE NR PT RS SC SR SZ TL UG XK'.split(
        ' ',
      ),
    ),
  },
];

/** The name says that it is of a small area, at least in some countries. */
export const mayBeSmall = (name: string): boolean =>
  SMALL_KINDS.some(({ word }) => word.test(name));

/** `Washington County` in the United States is inside of a state; it is not the state of Washington. */
export const isSmall = (name: string, country: string): boolean =>
  SMALL_KINDS.some(({ word, countries }) => word.test(name) && !countries.has(country));
