/**
 * What searching takes for the same letter, in one table. Each rule is applied to one character at a
 * time, in this order, to the text and to what is searched for alike.
 */
export type FoldRule = {
  readonly name: string;
  /** What is rewritten: a form of normalization, or characters. */
  readonly from: 'NFKD' | 'lower case' | 'decimal digits' | RegExp;
  /** What is written for each; unused where `from` is not a pattern. */
  readonly to: string;
  /** Where the rule is from. UCD: Unicode Character Database; DUCET: default collation table of UTS #10. */
  readonly source: string;
  /** Pairs of spellings that are one because of this rule. */
  readonly examples: readonly (readonly [string, string])[];
};

const CLDR_SEARCH = 'CLDR root collation, type "search" (common/collation/root.xml)';
const CLDR_LATIN = 'CLDR transform Latin-ASCII (common/transforms/Latin-ASCII.xml)';
const KURDISH =
  'Unicode Standard, chapter 9.2 (Arabic): Kurdish letters are base letters with a small v, which keyboards without them leave out';

const letters = (
  name: string,
  from: RegExp,
  to: string,
  source: string,
  ...examples: readonly (readonly [string, string])[]
): FoldRule => ({ name, from, to, source, examples });

export const FOLD_RULES: readonly FoldRule[] = [
  {
    name: 'compatibility forms: presentation forms, ligatures, full width, superscripts, special spaces',
    from: 'NFKD',
    to: '',
    source: 'UAX #15, Normalization Form KD',
    examples: [
      ['\ufeeb\ufeee\ufedf\ufef4\ufeae', 'هولير'],
      ['\ufefb', 'لا'],
      ['Ｅｒｂｉｌ', 'Erbil'],
      ['Khor\u00a0Mor', 'Khor Mor'],
      ['Khor\u3000Mor', 'Khor Mor'],
      ['ﬁre', 'fire'],
      ['H₂O', 'H2O'],
      ['ﷲ', 'الله'],
    ],
  },
  {
    name: 'spaces that decomposition puts before a mark that is written alone',
    from: / (?=\p{M})/gu,
    to: '',
    source: 'UAX #15: a spacing mark decomposes to a space and the mark',
    examples: [
      ['a\u00b4b', 'ab'],
      ['\ufe76ا', 'ا'],
    ],
  },
  {
    name: 'accents, Arabic and Hebrew vowel points, hamza above and below',
    from: /(?=\p{M})[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/gu,
    to: '',
    source:
      'DUCET: ignorable at the first level. Not the vowel signs of Indic and Southeast Asian scripts, which count there',
    examples: [
      ['Hewlêr', 'Hewler'],
      ['Hewle\u0302r', 'Hewler'],
      ['Silêmanî', 'Silemani'],
      ['Süleymaniye', 'Suleymaniye'],
      ['أَرْبِيل', 'اربيل'],
      ['أربيل', 'اربيل'],
      ['إربيل', 'اربيل'],
      ['آمد', 'امد'],
      ['مؤتمر', 'موتمر'],
      ['هيئة', 'هيية'],
      ['ێ', 'ی\u065a'],
      ['İran', 'Iran'],
      ['שָׁלוֹם', 'שלום'],
      ['Ёлка', 'Елка'],
    ],
  },
  {
    name: 'characters without a shape: joiners, marks of direction, soft hyphens, variation selectors',
    from: /\p{DI}/gu,
    to: '',
    source: 'UCD, Default_Ignorable_Code_Point (Unicode Standard, chapter 5.21)',
    examples: [
      ['هه\u200cولێر', 'هەولێر'],
      ['می\u200dد', 'مید'],
      ['\u202bأربيل\u202c', 'أربيل'],
      ['\u2067أربيل\u2069', 'أربيل'],
      ['\u200fأربيل\u200e\u061c', 'أربيل'],
      ['Er\u00adbil', 'Erbil'],
      ['Er\u200bbil', 'Erbil'],
      ['\ufeffErbil', 'Erbil'],
      ['Er\u2060bil', 'Erbil'],
    ],
  },
  {
    name: 'tatweel',
    from: /\u0640/g,
    to: '',
    source: `${CLDR_SEARCH}: ignorable at the first level`,
    examples: [['أربـيـل', 'أربيل']],
  },
  {
    name: 'case',
    from: 'lower case',
    to: '',
    source: 'Unicode Standard, chapter 5.18 (case mappings), without those of one language',
    examples: [
      ['ERBIL', 'erbil'],
      ['ΕΡΜΠΊΛ', 'ερμπιλ'],
      ['ЭРБИЛЬ', 'эрбиль'],
    ],
  },
  letters(
    'alef',
    /[\u0671-\u0673]/g,
    'ا',
    `DUCET: U+0671; the others as in ${CLDR_SEARCH} for alef with hamza`,
    ['ٱلعراق', 'العراق'],
    ['ٲ', 'ا'],
  ),
  letters(
    'high hamza, part of the decomposition of four letters',
    /\u0674/g,
    '',
    'UCD, decomposition of U+0675 to U+0678',
    ['\u0675', 'ا'],
    ['\u0678', 'ي'],
  ),
  letters(
    'yeh: Arabic, Persian, Kurdish e, alef maksura, small yeh',
    /[\u064a\u0649\u06ce\u06e6]/g,
    'ی',
    `${CLDR_SEARCH}: alef maksura, small yeh, yeh with hamza; Unicode Standard, chapter 9.2: Farsi yeh; for U+06CE: ${KURDISH}`,
    ['سليماني', 'سلیمانی'],
    ['سلێمانی', 'سلیمانی'],
    ['مصطفى', 'مصطفي'],
    ['سلێمانى', 'سليماني'],
    ['\u06e6', 'ي'],
  ),
  letters(
    'kaf: Arabic and keheh',
    /\u0643/g,
    'ک',
    'Unicode Standard, chapter 9.2: the Persian and Kurdish form of kaf is U+06A9',
    ['كركوك', 'کرکوک'],
  ),
  letters(
    'heh: doachashmee, Kurdish ae, teh marbuta, heh goal',
    /[\u06be\u06d5\u0629\u06c1\u06c3]/g,
    'ه',
    `${CLDR_SEARCH}: teh marbuta; Unicode Standard, chapter 9.2: forms of heh`,
    ['ھەولێر', 'هەولێر'],
    ['ههولێر', 'هەولێر'],
    ['حلبجة', 'حلبجه'],
    ['ہولیر', 'هولیر'],
    ['\u06c0', 'ه'],
    ['\u06c2', 'ه'],
  ),
  letters(
    'waw: Kurdish o, small waw',
    /[\u06c6\u06e5]/g,
    'و',
    `${CLDR_SEARCH}: small waw; for U+06C6: ${KURDISH}`,
    ['دهۆک', 'دهوك'],
    ['زاخۆ', 'زاخو'],
    ['\u06e5', 'و'],
  ),
  letters('Kurdish velarized lam', /\u06b5/g, 'ل', KURDISH, ['هەڵەبجە', 'هەلەبجە']),
  letters('Kurdish trilled reh', /\u0695/g, 'ر', KURDISH, ['ڕانیە', 'رانیە']),
  {
    name: 'digits',
    from: 'decimal digits',
    to: '',
    source: 'DUCET: decimal digits of one value are one at the first level (UCD, Decimal_Number)',
    examples: [
      ['٢٠٢٦', '2026'],
      ['۲۰۲۶', '2026'],
      ['२०२६', '2026'],
    ],
  },
  {
    name: 'hyphens, dashes and minus signs',
    from: /\p{Dash}/gu,
    to: '-',
    source: 'UCD, Dash',
    examples: [
      ['2026\u20102027', '2026-2027'],
      ['2026\u20112027', '2026-2027'],
      ['2026–2027', '2026-2027'],
      ['2026—2027', '2026-2027'],
      ['−23.5', '-23.5'],
      ['－23', '-23'],
    ],
  },
  {
    name: 'quotation marks',
    from: /\p{Quotation_Mark}/gu,
    to: '',
    source: 'UCD, Quotation_Mark; DUCET: ignorable with alternate weighting "shifted"',
    examples: [
      ["Qa'im", 'Qaim'],
      ['Qa’im', 'Qaim'],
      ['“Erbil”', 'Erbil'],
      ['«Erbil»', 'Erbil'],
      ['"Erbil"', 'Erbil'],
      ['„Erbil‚', 'Erbil'],
    ],
  },
  {
    name: 'apostrophes, primes, and letters that write ayin and hamza',
    from: /[`\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u02c0\u02c1\u2032-\u2037\u055a\u05f3\u05f4\ua78b\ua78c]/g,
    to: '',
    source: `${CLDR_LATIN}: written as an apostrophe; ${CLDR_SEARCH}: U+05F3 and U+05F4 ignorable`,
    examples: [
      ['Baʿaj', 'Baaj'],
      ['Qa`im', 'Qaim'],
      ['Muqdādīyaʾ', 'Muqdadiya'],
      ['ʼAqrah', 'Aqrah'],
      ['Kornet′', 'Kornet'],
      ['צה״ל', 'צהל'],
    ],
  },
  letters('next line', /\u0085/g, ' ', 'UCD, White_Space', ['a\u0085b', 'a b']),
  letters('final sigma', /ς/g, 'σ', 'UCD, CaseFolding', ['Ιράκς', 'Ιράκσ']),
  letters('sharp s', /ß/g, 'ss', CLDR_LATIN, ['Straße', 'Strasse'], ['STRAẞE', 'strasse']),
  letters('ae', /æ/g, 'ae', CLDR_LATIN, ['Ærø', 'Aero']),
  letters('oe', /œ/g, 'oe', CLDR_LATIN, ['cœur', 'coeur']),
  letters('thorn', /þ/g, 'th', CLDR_LATIN, ['Þór', 'Thor']),
  letters('a with a stroke', /ⱥ/g, 'a', CLDR_LATIN, ['Ⱥ', 'a']),
  letters('b with a stroke or hook', /[ƀɓƃ]/g, 'b', CLDR_LATIN, ['ƀ', 'b'], ['Ɓ', 'b']),
  letters('c with a stroke or hook', /[ȼƈ]/g, 'c', CLDR_LATIN, ['Ȼ', 'c']),
  letters(
    'd with a stroke or hook, eth',
    /[đðɖɗƌ]/g,
    'd',
    CLDR_LATIN,
    ['Đặng', 'Dang'],
    ['Seyðis', 'Seydis'],
  ),
  letters(
    'schwa, turned and open e, e with a stroke',
    /[əǝɛɇ]/g,
    'e',
    `${CLDR_LATIN}; CLDR root collation, type "eor", for U+0259 and U+01DD`,
    ['Kərkük', 'Kerkuk'],
    ['Əliyev', 'Eliyev'],
    ['Ɛ', 'e'],
  ),
  letters('f with a hook', /ƒ/g, 'f', CLDR_LATIN, ['ƒ', 'f']),
  letters('g with a stroke or hook', /[ǥɠ]/g, 'g', CLDR_LATIN, ['Ǥ', 'g']),
  letters('h with a stroke or descender', /[ħⱨ]/g, 'h', CLDR_LATIN, ['Ħal', 'Hal']),
  letters(
    'dotless i, i with a stroke',
    /[ıɨ]/g,
    'i',
    CLDR_LATIN,
    ['Sınır', 'SINIR'],
    ['Diyarbakır', 'Diyarbakir'],
  ),
  letters('j with a stroke, dotless j', /[ɉȷ]/g, 'j', CLDR_LATIN, ['Ɉ', 'j']),
  letters('k with a hook or descender', /[ƙⱪ]/g, 'k', CLDR_LATIN, ['Ƙ', 'k']),
  letters(
    'l with a stroke or bar',
    /[łƚⱡɫ]/g,
    'l',
    CLDR_LATIN,
    ['Łódź', 'Lodz'],
    ['Qeładizê', 'Qeladize'],
  ),
  letters('eng, n with a hook or leg', /[ŋɲƞ]/g, 'n', CLDR_LATIN, ['Ŋ', 'n']),
  letters('o with a stroke or long overlay', /[øꝋ]/g, 'o', CLDR_LATIN, ['Ørsted', 'Orsted']),
  letters('p with a stroke or hook', /[ᵽƥ]/g, 'p', CLDR_LATIN, ['Ƥ', 'p']),
  letters('r with a stroke or tail', /[ɍɽ]/g, 'r', CLDR_LATIN, ['Ɍ', 'r']),
  letters('t with a stroke or hook', /[ŧⱦƭʈ]/g, 't', CLDR_LATIN, ['Ŧ', 't']),
  letters('u with a bar', /ʉ/g, 'u', CLDR_LATIN, ['Ʉ', 'u']),
  letters('v with a hook', /ʋ/g, 'v', CLDR_LATIN, ['Ʋ', 'v']),
  letters('y with a stroke or hook', /[ɏƴ]/g, 'y', CLDR_LATIN, ['Ɏ', 'y']),
  letters('z with a stroke or hook', /[ƶȥⱬ]/g, 'z', CLDR_LATIN, ['Ƶ', 'z']),
];
