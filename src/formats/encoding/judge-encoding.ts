import { ENCODINGS, type Encoding, type EncodingBasis } from '../../core/mapping/format-info.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { decodeAs } from './decoders.ts';
import { utf8Evidence } from './utf-8-evidence.ts';

/** An encoding that some letters may be in; a higher score is likelier. */
export type ScoredEncoding = { readonly encoding: Encoding; readonly score: number };

/**
 * Distinguishes legacy encodings by their letters. It is large, so it is loaded when a file first
 * needs it: `isWanted` shows the caller that it was missed.
 */
export type LetterDetector = {
  scores: ((sample: Uint8Array) => readonly ScoredEncoding[]) | undefined;
  isWanted: boolean;
};

/** How the text of a file is to be decoded. */
export type EncodingOptions = {
  /** The reader's choice; undefined: by the bytes. */
  readonly chosen?: Encoding | undefined;
  readonly detector?: LetterDetector | undefined;
};

export type JudgedEncoding = {
  readonly encoding: Encoding;
  readonly basis: EncodingBasis | undefined;
  /** Length of the byte order mark. */
  readonly markBytes: number;
};

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

const ZERO_SAMPLE_BYTES = 16_384;

/** `<`, `[` and `{`, with which documents begin. */
const OPENING = [0x3c, 0x5b, 0x7b];

/** The zero byte that UTF-16 has in the first character of a document. */
function openingZero([first, second]: Uint8Array): Encoding | undefined {
  if (first === undefined || second === undefined) return undefined;
  if (second === 0 && OPENING.includes(first)) return 'utf-16le';
  return first === 0 && OPENING.includes(second) ? 'utf-16be' : undefined;
}

/**
 * Delimiters, digits and line ends have a zero byte each in UTF-16, always on the same side; other
 * text has none. A tenth of the pairs on one side and hardly any on the other is enough.
 */
function zeroBytes(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.floor(Math.min(bytes.length, ZERO_SAMPLE_BYTES) / 2);
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) first++;
    if (bytes[2 * pair + 1] === 0) second++;
  }
  if (second > pairs / 10 && first < second / 10) return 'utf-16le';
  if (first > pairs / 10 && second < first / 10) return 'utf-16be';
  return undefined;
}

const markOf = (bytes: Uint8Array): (typeof MARKS)[number] | undefined =>
  MARKS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));

/** UTF-16 by a mark or the first character of a document; anything else may be read as UTF-8. */
export const documentEncoding = (bytes: Uint8Array): Encoding =>
  markOf(bytes)?.encoding ?? openingZero(bytes) ?? 'utf-8';

/** From a file's first bytes: its mark, else its zero bytes; undefined where neither does. */
function plainEncoding(bytes: Uint8Array): JudgedEncoding | undefined {
  const mark = markOf(bytes);
  if (mark) return { encoding: mark.encoding, basis: undefined, markBytes: mark.bytes.length };
  const wide = openingZero(bytes) ?? zeroBytes(bytes);
  return wide && { encoding: wide, basis: undefined, markBytes: 0 };
}

/** For recognition only: what is not UTF-8 is taken for Windows-1252. */
export function guessEncoding(bytes: Uint8Array): JudgedEncoding {
  const plain = plainEncoding(bytes);
  if (plain) return plain;
  const evidence = utf8Evidence(bytes, 0, bytes.length, false);
  const encoding = evidence.against > evidence.for ? 'windows-1252' : 'utf-8';
  return { encoding, basis: undefined, markBytes: 0 };
}

/** The first letters that are not ASCII may come late. */
const FIRST_BYTES = 1024 * 1024;
/** Where the first megabyte is all ASCII, these many looks are taken at the rest. */
const LOOKS = 16;
const LOOK_BYTES = 64 * 1024;

function* samplesOf(source: ByteSource): Generator<Uint8Array, void, void> {
  yield source.read(0, Math.min(source.size, FIRST_BYTES));
  const rest = source.size - FIRST_BYTES;
  if (rest <= 0) return;
  for (let look = 0; look < LOOKS; look++) {
    const from = FIRST_BYTES + Math.floor((rest * look) / LOOKS);
    yield source.read(from, Math.min(source.size, from + LOOK_BYTES));
  }
}

/** What the letters are judged by: more of them add nothing. */
const LETTER_BYTES = 32 * 1024;

const SPACE = 0x20;
const APOSTROPHE = 0x27;

/** Letters of any encoding, and what is between the words of one cell. */
const isOfText = (byte: number): boolean =>
  byte >= 0x80 ||
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  byte === SPACE ||
  byte === APOSTROPHE;

/**
 * The runs of words that have bytes beyond ASCII, up to 32 KB of them. Delimiters, keys and numbers
 * would hide what few letters there are.
 */
function wordsWithLetters(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(LETTER_BYTES);
  let length = 0;
  let start = 0;
  let hasLetters = false;
  for (let at = 0; at <= bytes.length && length < LETTER_BYTES; at++) {
    const byte = bytes[at] ?? 0;
    if (isOfText(byte)) {
      hasLetters ||= byte >= 0x80;
      continue;
    }
    if (hasLetters) {
      const words = bytes.subarray(start, Math.min(at, start + LETTER_BYTES - length));
      kept.set(words, length);
      length += words.length;
      if (length < LETTER_BYTES) kept[length++] = SPACE;
    }
    hasLetters = false;
    start = at + 1;
  }
  return kept.subarray(0, length);
}

/**
 * Near-equal scores go to what files are most often in, here and with today's programs: Arabic and
 * Western Windows before Turkish; MS-DOS and the old Macintosh last.
 */
const WEIGHTS: Readonly<Partial<Record<Encoding, number>>> = {
  'windows-1256': 2,
  'iso-8859-6': 2,
  'windows-1252': 1.1,
  'windows-1254': 1.05,
  cp437: 0.9,
  cp850: 0.91,
  macintosh: 0.85,
  'x-mac-cyrillic': 0.75,
  'windows-874': 0.75,
};

/** A handful of letters fits many encodings. */
const MIN_LETTERS = 12;
/** Scores of what is not the right encoding are lower. Measured with jschardet 4.1 on one to five rows of eleven languages. */
const MIN_SCORE = 0.1;
/** The next one that reads the letters otherwise must be so much less likely. */
const CLEAR_RATIO = 0.85;

/** Where French or punctuation alone read the same in several, the commonest is named. */
const COMMONEST: readonly Encoding[] = ['windows-1252', 'windows-1254', ...ENCODINGS];

/** Signs of another encoding: punctuation, one capital or another script in a word. */
const BROKEN_WORD =
  /\p{L}[^\p{L}\p{M}\0-\x7f’´·]\p{L}|\p{L}[‚„ˆˇ˘˙˛˝]|[A-Za-z][\u0370-\u0eff]|[\u0370-\u0eff][A-Za-z]|\p{Ll}(?![A-Z])\p{Lu}|\ufffd/u;

/** Bytes that Windows-1254 reads as Ğ İ Ş ğ ı ş: a few Turkish names among other text. */
const ICELANDIC = /[ÐÝÞðýþ]/;
/** Turkish has none of these letters, and no ğ after a consonant. */
const NOT_TURKISH = /[ÁÍÓÚÉÆáíóúéæ]|[bcdfghjklmnprstvxz]ð/i;

/** Encodings of Latin letters that files of today are in, and those that need strong evidence. */
const MODERN_LATIN: readonly Encoding[] = [
  ...(['windows-1252', 'windows-1254', 'windows-1250', 'iso-8859-2'] as const),
  ...(['windows-1257', 'windows-1258'] as const),
];
const OLD_LATIN: readonly Encoding[] = ['macintosh', 'cp850', 'cp437'];

/** A few letters of Western text score up to 1.6 times as high in other Latin encodings. */
const MIN_OTHER_LATIN_RATIO = 2;
const MIN_OTHER_LATIN_LETTERS = 3;

/** Only punctuation that word processors write, which is the same in all code pages of Windows. */
const ONLY_PUNCTUATION = /^[\0-\x7f\xa0«»°·§©®€‘’‚“”„–—…•]*$/;

type Reading = ScoredEncoding & { readonly text: string };

/**
 * Whether most letters are in words of their own, without ASCII letters, as in Arabic, Cyrillic or
 * Greek. Words that are only signs in Windows-1252 (½, £, –) do not count. `western`: the sample in
 * Windows-1252, a character for each byte.
 */
function isOtherScript(western: string): boolean {
  let own = 0;
  let mixed = 0;
  for (const [word] of western.matchAll(/[^\0-\x40\x5b-\x60\x7b-\x7f]+/g)) {
    const high = word.replaceAll(/[\0-\x7f]/g, '').length;
    if (high < word.length) mixed += high;
    else if (high > 1 && /\p{L}/u.test(word)) own += high;
  }
  return own > mixed;
}

const lettersIn = (sample: Uint8Array): number =>
  sample.reduce((count, byte) => count + Number(byte >= 0x80), 0);

/** Of the encodings that read the sample alike, the commonest. */
function commonest(scored: readonly Reading[], one: Reading | undefined): Encoding {
  const alike = scored.filter(({ text }) => text === one?.text).map(({ encoding }) => encoding);
  return COMMONEST.find((encoding) => alike.includes(encoding)) ?? 'windows-1252';
}

/**
 * The likeliest reading of few letters. Latin words are read as Windows-1252, unless that breaks them,
 * reads Turkish letters as Icelandic, or another encoding is much likelier. Encodings of MS-DOS and the
 * old Macintosh are taken only where every other one breaks a word.
 */
function fewLetters(scored: readonly Reading[], sample: Uint8Array): Encoding {
  const western = decodeAs('windows-1252', sample);
  const whole = scored.filter(({ text }) => !BROKEN_WORD.test(text));
  if (isOtherScript(western)) return commonest(scored, whole[0] ?? scored[0]);
  const isSound = !BROKEN_WORD.test(western);
  if (isSound && ICELANDIC.test(western) && !NOT_TURKISH.test(western)) return 'windows-1254';
  const westernScore = scored.find((one) => one.encoding === 'windows-1252')?.score ?? 0;
  const modern = whole.find(({ encoding }) => MODERN_LATIN.includes(encoding));
  if (isSound) {
    const isLikelier =
      modern !== undefined &&
      lettersIn(sample) >= MIN_OTHER_LATIN_LETTERS &&
      westernScore > 0 &&
      modern.score >= MIN_OTHER_LATIN_RATIO * westernScore;
    return isLikelier ? commonest(scored, modern) : 'windows-1252';
  }
  const old = whole.find(({ encoding }) => OLD_LATIN.includes(encoding));
  return commonest(scored, modern ?? old ?? whole[0]);
}

function judgeLetters(
  sample: Uint8Array,
  detector: LetterDetector | undefined,
): Pick<JudgedEncoding, 'encoding' | 'basis'> {
  const fallback = { encoding: 'windows-1252', basis: 'doubtful' } as const;
  if (!detector?.scores) {
    if (detector) detector.isWanted = true;
    return fallback;
  }
  const scored = detector
    .scores(sample)
    .map(({ encoding, score }) => ({
      encoding,
      score: score * (WEIGHTS[encoding] ?? 1),
      text: decodeAs(encoding, sample),
    }))
    // An encoding that has no such bytes is not the one.
    .map((one) => (one.text.includes('\ufffd') ? { ...one, score: one.score / 4 } : one))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return fallback;
  const encoding = commonest(scored, best);
  const isWhole = !BROKEN_WORD.test(best.text);
  if (isWhole && ONLY_PUNCTUATION.test(best.text) && encoding === 'windows-1252')
    return { encoding, basis: 'recognised' };
  const next = scored.find(({ text }) => text !== best.text);
  const isIcelandic = encoding === 'windows-1252' && ICELANDIC.test(best.text);
  const isClear =
    !isIcelandic &&
    isWhole &&
    lettersIn(sample) >= MIN_LETTERS &&
    best.score >= MIN_SCORE &&
    (next?.score ?? 0) <= CLEAR_RATIO * best.score;
  if (isClear) return { encoding, basis: 'recognised' };
  return { encoding: fewLetters(scored, sample), basis: 'doubtful' };
}

const DECLARATION = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;

/** What an XML declaration names, where it is an encoding that we read. */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const label = DECLARATION.exec(String.fromCharCode(...bytes.subarray(0, 200)).trimStart())?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // The standard reads Latin-5 as the larger code page of Windows.
    return ENCODINGS.find((one) => one === encoding);
  } catch {
    return undefined;
  }
}

/** At least this number of characters of several bytes, without a wrong one, is no accident. */
const MIN_SURE_UTF_8 = 3;

/**
 * The encoding of a text, the same for every format: the reader's choice; a byte order mark; the zero
 * bytes of UTF-16; UTF-8 where most of what is not ASCII fits it; what an XML declaration names; else
 * what its letters fit best, by the first megabyte or by looks at the rest.
 */
export function judgeEncoding(
  source: ByteSource,
  { chosen, detector }: EncodingOptions = {},
): JudgedEncoding {
  const head = source.read(0, Math.min(source.size, ZERO_SAMPLE_BYTES));
  const plain = plainEncoding(head);
  if (chosen) {
    const isMarked = plain?.encoding === chosen;
    return { encoding: chosen, basis: 'chosen', markBytes: isMarked ? plain.markBytes : 0 };
  }
  if (plain) return plain;
  const declared = declaredEncoding(head);
  for (const bytes of samplesOf(source)) {
    const evidence = utf8Evidence(bytes, 0, bytes.length, false);
    if (evidence.for + evidence.against === 0) continue;
    const fitsUtf8 = evidence.for >= evidence.against;
    const isSureUtf8 = evidence.against === 0 && evidence.for >= MIN_SURE_UTF_8;
    if (isSureUtf8 || (fitsUtf8 && (declared ?? 'utf-8') === 'utf-8'))
      return { encoding: 'utf-8', basis: undefined, markBytes: 0 };
    if (declared && declared !== 'utf-8')
      return { encoding: declared, basis: 'declared', markBytes: 0 };
    return { ...judgeLetters(wordsWithLetters(bytes), detector), markBytes: 0 };
  }
  return { encoding: 'utf-8', basis: undefined, markBytes: 0 };
}
