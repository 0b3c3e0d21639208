/**
 * What searching takes for the same letter. Each rule is applied to one character at a time, in this
 * order, to the text and to what is searched for alike. A comment says what a rule is for and its source:
 *
 * - UCD, the Unicode Character Database; DUCET, the default collation table of UTS #10;
 * - CLDR search, the root collation of type "search" (common/collation/root.xml);
 * - CLDR Latin-ASCII, the transform (common/transforms/Latin-ASCII.xml);
 * - base letters with a small v: Kurdish letters, which keyboards without them write as the base letter
 *   (Unicode Standard, chapter 9.2).
 *
 * Examples are in the tests: these rules are in the first load, twice.
 */
export type FoldRule = {
  /** What is rewritten: a form of normalization, or characters. */
  readonly from: 'NFKD' | 'lower case' | 'decimal digits' | RegExp;
  /** What is written for each; unused where `from` is not a pattern. */
  readonly to: string;
};

export const FOLD_RULES: readonly FoldRule[] = [
  // Compatibility forms: presentation forms, ligatures, full width, superscripts, special spaces.
  // UAX #15, Normalization Form KD.
  { from: 'NFKD', to: '' },
  // Spaces that decomposition puts before a mark that is written alone. UAX #15: a spacing mark
  // decomposes to a space and the mark.
  { from: / (?=\p{M})/gu, to: '' },
  // Accents, Arabic and Hebrew vowel points, hamza above and below. DUCET: ignorable at the first
  // level. Not the vowel signs of Indic and Southeast Asian scripts, which count there.
  {
    from: /(?=\p{M})[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/gu,
    to: '',
  },
  // Characters without a shape: joiners, marks of direction, soft hyphens, variation selectors. UCD,
  // Default_Ignorable_Code_Point (Unicode Standard, chapter 5.21).
  { from: /\p{DI}/gu, to: '' },
  // Tatweel. CLDR search: ignorable at the first level.
  { from: /\u0640/g, to: '' },
  // Case. Unicode Standard, chapter 5.18 (case mappings), without those of one language.
  { from: 'lower case', to: '' },
  // Alef. DUCET: U+0671; the others as in CLDR search for alef with hamza.
  { from: /[\u0671-\u0673]/g, to: 'ا' },
  // High hamza, part of the decomposition of four letters. UCD, decomposition of U+0675 to U+0678.
  { from: /\u0674/g, to: '' },
  // Yeh: Arabic, Persian, Kurdish e, alef maksura, small yeh. CLDR search: alef maksura, small yeh,
  // yeh with hamza; Unicode Standard, chapter 9.2: Farsi yeh; for U+06CE: base letters with a small
  // v.
  { from: /[\u064a\u0649\u06ce\u06e6]/g, to: 'ی' },
  // Kaf: Arabic and keheh. Unicode Standard, chapter 9.2: the Persian and Kurdish form of kaf is
  // U+06A9.
  { from: /\u0643/g, to: 'ک' },
  // Heh: doachashmee, Kurdish ae, teh marbuta, heh goal. CLDR search: teh marbuta; Unicode Standard,
  // chapter 9.2: forms of heh.
  { from: /[\u06be\u06d5\u0629\u06c1\u06c3]/g, to: 'ه' },
  // Waw: Kurdish o, small waw. CLDR search: small waw; for U+06C6: base letters with a small v.
  { from: /[\u06c6\u06e5]/g, to: 'و' },
  // Kurdish velarized lam. Base letters with a small v.
  { from: /\u06b5/g, to: 'ل' },
  // Kurdish trilled reh. Base letters with a small v.
  { from: /\u0695/g, to: 'ر' },
  // Digits. DUCET: decimal digits of one value are one at the first level (UCD, Decimal_Number).
  { from: 'decimal digits', to: '' },
  // Hyphens, dashes and minus signs. UCD, Dash.
  { from: /\p{Dash}/gu, to: '-' },
  // Quotation marks. UCD, Quotation_Mark; DUCET: ignorable with alternate weighting "shifted".
  { from: /\p{Quotation_Mark}/gu, to: '' },
  // Apostrophes, primes, and letters that write ayin and hamza. CLDR Latin-ASCII: written as an
  // apostrophe; CLDR search: U+05F3 and U+05F4 ignorable.
  {
    from: /[`\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u02c0\u02c1\u2032-\u2037\u055a\u05f3\u05f4\ua78b\ua78c]/g,
    to: '',
  },
  // Next line. UCD, White_Space.
  { from: /\u0085/g, to: ' ' },
  // Final sigma. UCD, CaseFolding.
  { from: /ς/g, to: 'σ' },
  // Sharp s. CLDR Latin-ASCII.
  { from: /ß/g, to: 'ss' },
  // Ae. CLDR Latin-ASCII.
  { from: /æ/g, to: 'ae' },
  // Oe. CLDR Latin-ASCII.
  { from: /œ/g, to: 'oe' },
  // Thorn. CLDR Latin-ASCII.
  { from: /þ/g, to: 'th' },
  // A with a stroke. CLDR Latin-ASCII.
  { from: /ⱥ/g, to: 'a' },
  // B with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ƀɓƃ]/g, to: 'b' },
  // C with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ȼƈ]/g, to: 'c' },
  // D with a stroke or hook, eth. CLDR Latin-ASCII.
  { from: /[đðɖɗƌ]/g, to: 'd' },
  // Schwa, turned and open e, e with a stroke. CLDR Latin-ASCII; CLDR root collation, type "eor",
  // for U+0259 and U+01DD.
  { from: /[əǝɛɇ]/g, to: 'e' },
  // F with a hook. CLDR Latin-ASCII.
  { from: /ƒ/g, to: 'f' },
  // G with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ǥɠ]/g, to: 'g' },
  // H with a stroke or descender. CLDR Latin-ASCII.
  { from: /[ħⱨ]/g, to: 'h' },
  // Dotless i, i with a stroke. CLDR Latin-ASCII.
  { from: /[ıɨ]/g, to: 'i' },
  // J with a stroke, dotless j. CLDR Latin-ASCII.
  { from: /[ɉȷ]/g, to: 'j' },
  // K with a hook or descender. CLDR Latin-ASCII.
  { from: /[ƙⱪ]/g, to: 'k' },
  // L with a stroke or bar. CLDR Latin-ASCII.
  { from: /[łƚⱡɫ]/g, to: 'l' },
  // Eng, n with a hook or leg. CLDR Latin-ASCII.
  { from: /[ŋɲƞ]/g, to: 'n' },
  // O with a stroke or long overlay. CLDR Latin-ASCII.
  { from: /[øꝋ]/g, to: 'o' },
  // P with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ᵽƥ]/g, to: 'p' },
  // R with a stroke or tail. CLDR Latin-ASCII.
  { from: /[ɍɽ]/g, to: 'r' },
  // T with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ŧⱦƭʈ]/g, to: 't' },
  // U with a bar. CLDR Latin-ASCII.
  { from: /ʉ/g, to: 'u' },
  // V with a hook. CLDR Latin-ASCII.
  { from: /ʋ/g, to: 'v' },
  // Y with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ɏƴ]/g, to: 'y' },
  // Z with a stroke or hook. CLDR Latin-ASCII.
  { from: /[ƶȥⱬ]/g, to: 'z' },
];
