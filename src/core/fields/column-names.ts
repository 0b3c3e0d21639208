/** Numbers under these names identify something or are codes of a list: nobody adds or compares them. */
const IDENTIFIERS =
  'id ids uid uuid guid gid pid oid relid globaleventid code codes key keys ref reference slug hash iso iso2 iso3 fips ' +
  'zip zipcode postcode postal plz pcode phone tel telephone mobile fax gwno gwnoa gwnob isbn doi';
/** The same where they are few: classes of a scale. */
const SCALES =
  'type types class category categories prec precision accuracy clarity interaction inter1 inter2 status level confidence kind mode rank grade';
/** 0 and 1 under these names are numbers, not no and yes. */
const COUNTS =
  'count counts number num no nr total totals sum amount killed dead deaths death fatalities fatality injured wounded injuries casualties ' +
  'victims best high low min max civilians children women men age days hours sources mentions articles';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const [IDENTIFIER_WORDS, SCALE_WORDS, COUNT_WORDS] = [
  setOf(IDENTIFIERS),
  setOf(SCALES),
  setOf(COUNTS),
];

/** `ActionGeo_FeatureID` is `action`, `geo`, `feature`, `id`. */
const wordsOf = (name: string): readonly string[] =>
  name
    .slice(0, 120)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? [];

const hasWord = (name: string, words: ReadonlySet<string>): boolean =>
  wordsOf(name).some((word) => words.has(word));

export const namesIdentifier = (name: string): boolean => hasWord(name, IDENTIFIER_WORDS);
export const namesScale = (name: string): boolean => hasWord(name, SCALE_WORDS);
export const namesCount = (name: string): boolean => hasWord(name, COUNT_WORDS);
