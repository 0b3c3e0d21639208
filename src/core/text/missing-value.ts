/** Longer texts are never placeholders for a missing value. */
const MAX_CHARACTERS = 12;

const WORDS: ReadonlySet<string> = new Set([
  ...['', 'na', 'n/a', 'n.a.', '#n/a', 'nan', 'nat', 'null', 'none', 'nil', 'undefined', '\\n'],
  ...[
    '-',
    '--',
    '—',
    '–',
    '.',
    '..',
    '...',
    '?',
    '??',
    'unknown',
    'unk',
    'unspecified',
    'not known',
  ],
  ...['tbd', 'tbc', '0000-00-00', 'inconnu', 'inconnue', 'desconocido', 'desconocida'],
  ...['غير معروف', 'مجهول', 'لا يوجد'],
]);

/** First letters of `WORDS`: a quick test that rules out most texts. */
const BEGINNINGS: ReadonlySet<number> = new Set(
  [...WORDS].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]),
);

/** True for the empty text and for placeholders of a missing value: `NA`, `-`, `\N`. */
export function isMissing(text: string): boolean {
  if (text.length === 0) return true;
  if (text.length > MAX_CHARACTERS || !BEGINNINGS.has(text.charCodeAt(0))) return false;
  return WORDS.has(text.toLowerCase());
}
