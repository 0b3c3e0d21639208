/**
 * MapLibre draws one grapheme at a time and picks the joined shape of an Arabic letter from the
 * Unicode presentation forms (blocks FB50–FDFF and FE70–FEFF). Letters that were encoded without such
 * forms, among them ێ ڵ ڕ ە of Central Kurdish, are drawn as if they stood alone. A zero-width joiner
 * next to such a letter makes it one grapheme with its neighbour, so the browser shapes both.
 */
const JOINER = '\u200d';

/** Letters that join to the letter before them only: type R in Unicode's ArabicShaping.txt. */
const JOINS_BEFORE_ONLY =
  /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0870-\u0882\u088e\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9]/;
/** Letters that join to none: type U. */
const JOINS_NONE = /[\u0621\u0674\u0887\u08ad]/;
/** Two letters next to each other, marks between them looked through; tatweel counts as a letter. */
const PAIRS = /([\p{L}\u0640])(\p{M}*)(?=([\p{L}\u0640]))/gu;

/** The letters that have presentation forms. */
const withForms: ReadonlySet<string> = new Set(
  [
    [0xfb50, 0xfdff],
    [0xfe70, 0xfeff],
  ].flatMap(([first = 0, last = 0]) =>
    Array.from({ length: last - first + 1 }, (_, i) =>
      String.fromCodePoint(first + i).normalize('NFKC'),
    ),
  ),
);

const isArabic = (letter: string): boolean => /[\p{Script=Arabic}\u0640]/u.test(letter);
const joinsBefore = (letter: string): boolean => isArabic(letter) && !JOINS_NONE.test(letter);
const joinsAfter = (letter: string): boolean =>
  joinsBefore(letter) && !JOINS_BEFORE_ONLY.test(letter);

/** The text of a label with joiners where MapLibre would leave Arabic letters unjoined. */
export const joinedText = (text: string): string =>
  text.replace(PAIRS, (pair: string, letter: string, _marks: string, next: string) => {
    const isShaped = withForms.has(letter) && withForms.has(next);
    return !isShaped && joinsAfter(letter) && joinsBefore(next) ? pair + JOINER : pair;
  });
