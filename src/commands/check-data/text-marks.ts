import { shown } from '../../formats/native/field-fault.ts';
import { textsIn } from '../../formats/native/record-rules.ts';
import type { Finding } from './check-fault.ts';

/** Words of the codebook: the schema checks them. */
const ENUMERATED =
  /^(?:kind|target|weapon|effect|status|place\.(?:precision|basis)|attribution\.\d+\.claim)$/;
/** Exact words of a source: they are compared with its text. */
const QUOTED = /\.quote$/;
const PUBLISHED_TITLE = /^reports\.\d+\.title$/;
const ADDRESS = /\.url$/;

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/u;
/** Controls, format characters, private use, halves of characters, and letters that draw nothing. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2800\u3164\uffa0\ufdd0-\ufdef\ufffe\uffff]/gu;
/** Signs of the Arabic script that Unicode counts as format characters, though they are drawn. */
const DRAWN_FORMATS = /[\u0600-\u0605\u06dd]/u;
/** U+200C and U+200D part and join letters in Kurdish and Persian, and join parts of an emoji. */
const JOINABLE = /[\p{Script=Arabic}\p{M}\p{Extended_Pictographic}]$/u;

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = LINE_BREAKS.test(character) ? 'line break or tab' : NAMES[character];
  return `U+${code}${name === undefined ? '' : `, ${name}`}`;
}

function isInvisible(text: string, character: string, at: number, isAddress: boolean): boolean {
  if (DRAWN_FORMATS.test(character)) return false;
  const isJoiner = character === '\u200c' || character === '\u200d';
  return !isJoiner || isAddress || !JOINABLE.test(text.slice(Math.max(at - 2, 0), at));
}

function invisibleFindings(field: string, text: string): readonly Finding[] {
  const found = [...text.matchAll(INVISIBLE)].filter((match) =>
    isInvisible(text, match[0], match.index, ADDRESS.test(field)),
  );
  const [first] = found;
  if (!first) return [];
  return [
    {
      rule: 'invisible',
      field,
      problem: `${shown(text)} holds a character that is not seen (${nameOf(first[0])}) at character ${first.index + 1}`,
      expected: 'the text without it',
    },
  ];
}

const WIDE_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/** Before French punctuation, inside French quotation marks, in numbers with units, between ideographs. */
const isUsualSpace = (before: string, after: string): boolean =>
  /^[?!:;»%€$°]/u.test(after) ||
  /«$/u.test(before) ||
  (/\d$/u.test(before) && /^[\d\p{L}]/u.test(after)) ||
  /\p{Script=Han}$/u.test(before) ||
  /^\p{Script=Han}/u.test(after);

function spaceFindings(field: string, text: string): readonly Finding[] {
  const base = { rule: 'spaces', field, expected: 'single spaces, and none at the ends' };
  if (text !== text.trim())
    return [{ ...base, problem: `${shown(text)} begins or ends with a space` }];
  if (/\s{2}/u.test(text))
    return [{ ...base, problem: `${shown(text)} holds two spaces in a row` }];
  const wide = [...text.matchAll(WIDE_SPACES)].find(
    ({ index }) => !isUsualSpace(text.slice(0, index), text.slice(index + 1)),
  );
  if (!wide) return [];
  const problem = `${shown(text)} holds a space of another kind (${nameOf(wide[0])}) at character ${wide.index + 1}`;
  const reason = PUBLISHED_TITLE.test(field) ? 'the title may be published so' : undefined;
  return [{ ...base, problem, expected: 'an ordinary space', reason }];
}

/** What Windows-1252 shows for each byte: the way UTF-8 looks when it is read by the wrong table. */
const BYTE_OF = new Map(
  Array.from({ length: 128 }, (_, i) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(128 + i)),
    128 + i,
  ]),
);
const strict = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: readonly number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** A capital before a closing mark, as in « CAFÉ », looks like two bytes of UTF-8, but is none. */
const TYPOGRAPHIC = /[\u00a0«»‘’‚“”„–—…‹›•™]/u;

/** Finds the first UTF-8 bytes that were decoded as Windows-1252, and the right text: `Ã©` should be `é`. */
function misread(text: string): { readonly seen: string; readonly meant: string } | undefined {
  for (let at = 0; at < text.length - 1; at++) {
    const lead = BYTE_OF.get(text[at] ?? '') ?? 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    const seen = text.slice(at, at + length);
    const bytes = Array.from(seen).flatMap((character) => BYTE_OF.get(character) ?? []);
    const meant = length > 0 && bytes.length === length ? decoded(bytes) : undefined;
    if (meant === undefined) continue;
    const isPlain = length > 2 || !TYPOGRAPHIC.test(seen.slice(1));
    const isInWord =
      /\p{L}$/u.test(text.slice(0, at)) && /^[\p{L}\d]/u.test(text.slice(at + length));
    const isInRow =
      BYTE_OF.has(text[at + length] ?? '') && BYTE_OF.has(text[at + length + 1] ?? '');
    if (isPlain || isInWord || isInRow) return { seen, meant };
  }
  return undefined;
}

/** UTF-8 read by other tables of the region: Arabic as Windows-1256, Cyrillic as 1251, Mac OS Roman. */
const OTHER_MISREAD =
  /(?:[طظ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰‹Œچژڈگککڑ‘’“”•–—™›œ؟،؛\u200c\u200dںھہے]){2,}|(?:[РС][\u00a0-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]){2,}|‚Ä[ôúùìîò¶¢]|√[©®±º∂§üâ†°¥¨≠≥]|â€|Ã[©¨¼¶¤Ÿ]|ï»¿|ï¿½/u;

function mojibakeFindings(field: string, text: string): readonly Finding[] {
  const wrong = misread(text);
  const seen = wrong?.seen ?? OTHER_MISREAD.exec(text)?.[0];
  if (seen === undefined) return [];
  const expected = wrong ? `${shown(wrong.meant)} in its place` : 'the letters of the source';
  const problem = `${shown(text)} was read in the wrong encoding: ${shown(seen)}`;
  return [{ rule: 'mojibake', field, problem, expected }];
}

const PLACEHOLDER =
  /^(?:null|none|nil|undefined|nan|n\/?a|todo|tbd|fixme|x{2,}|lorem ipsum.*|test|[-–—?.…_*]+)$/i;
const UNKNOWN = /^(?:unknown|not known|unclear)$/i;

function placeholderFindings(field: string, text: string): readonly Finding[] {
  const isUnknown = UNKNOWN.test(text) && !field.startsWith('attribution');
  if (!PLACEHOLDER.test(text) && !isUnknown) return [];
  const expected = 'a text of its own, or null (without quotation marks) where the field allows it';
  return [{ rule: 'placeholder', field, problem: `${shown(text)} says nothing`, expected }];
}

const SUSPICIONS: readonly (readonly [
  rule: string,
  pattern: RegExp,
  problem: string,
  expected: string,
])[] = [
  [
    'question-marks',
    /\?{3}|\p{L}\?\p{L}|\p{Ll}\? \p{Ll}/u,
    'has question marks in the place of letters',
    'the letters of the source',
  ],
  [
    'markup',
    /&(?:[a-z]+\d?|#\d+|#x[\da-f]+);|<\/?[a-z][^<>]*>/i,
    'holds markup of a web page',
    'plain characters',
  ],
  ['escape', /\\u[\da-f]{4}|\\[nrt"](?![a-z])/i, 'holds a written escape', 'the character itself'],
  [
    'mixed-script',
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u,
    'mixes letters of two alphabets in a word',
    'letters of one alphabet',
  ],
];

const suspicionFindings = (field: string, text: string): readonly Finding[] =>
  SUSPICIONS.filter(([, pattern]) => pattern.test(text)).map(([rule, , problem, expected]) => ({
    rule,
    field,
    problem: `${shown(text)} ${problem}`,
    expected,
    reason: 'a source may really write it this way',
  }));

/** Finds hidden, wrong or damaged characters in the texts of a record: at most one finding per rule and text. */
export function textMarkFindings(record: unknown): readonly Finding[] {
  return textsIn(record)
    .filter(([field, text]) => text !== '' && !ENUMERATED.test(field) && !QUOTED.test(field))
    .flatMap(([field, text]) => [
      ...invisibleFindings(field, text),
      ...spaceFindings(field, text),
      ...mojibakeFindings(field, text),
      ...placeholderFindings(field, text),
      ...(ADDRESS.test(field) ? [] : suspicionFindings(field, text)),
    ]);
}
