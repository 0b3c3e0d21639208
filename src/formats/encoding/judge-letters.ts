import type { Encoding, EncodingBasis } from '../../core/mapping/format-info.ts';
import { encodingOfFewLetters, hasIcelandic, hasWholeWords } from './few-letters.ts';
import { commonest, lettersIn, readingsOf, type ScoredEncoding } from './readings.ts';

/**
 * Distinguishes legacy encodings by their letters. It is large, so it is loaded when a file first
 * needs it: `isWanted` shows the caller that it was missed.
 */
export type LetterDetector = {
  scores: ((sample: Uint8Array) => readonly ScoredEncoding[]) | undefined;
  isWanted: boolean;
};

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

/** A handful of letters fits many encodings. */
const MIN_LETTERS = 12;
/** Scores of what is not the right encoding are lower. Measured with jschardet 4.1 on one to five rows of eleven languages. */
const MIN_SCORE = 0.1;
/** The next one that reads the letters otherwise must be so much less likely. */
const CLEAR_RATIO = 0.85;

/** Only punctuation that word processors write, which is the same in all code pages of Windows. */
const ONLY_PUNCTUATION = /^[\0-\x7f\xa0«»°·§©®€‘’‚“”„–—…•]*$/;

export type JudgedLetters = {
  readonly encoding: Encoding;
  readonly basis: EncodingBasis;
};

/**
 * The encoding of a text that is no Unicode, by its letters:
 *
 * 1. `LetterDetector` scores each encoding by how usual its pairs of letters are in many languages.
 * 2. Scores are weighed by how common an encoding is, and lowered where it has no such bytes (`readings`).
 * 3. The best one is `recognised` if it is clear: enough letters, no broken word, no other reading near.
 * 4. Otherwise the words themselves decide (`few-letters`), and the encoding is `doubtful`.
 *
 * Without a detector it is Windows-1252, `doubtful`.
 */
export function judgeLetters(
  bytes: Uint8Array,
  detector: LetterDetector | undefined,
): JudgedLetters {
  const fallback = { encoding: 'windows-1252', basis: 'doubtful' } as const;
  if (!detector?.scores) {
    if (detector) detector.isWanted = true;
    return fallback;
  }
  const sample = wordsWithLetters(bytes);
  const readings = readingsOf(sample, detector.scores(sample));
  const [best] = readings;
  if (!best) return fallback;
  const encoding = commonest(readings, best);
  const isWhole = hasWholeWords(best.text);
  if (isWhole && ONLY_PUNCTUATION.test(best.text) && encoding === 'windows-1252')
    return { encoding, basis: 'recognised' };
  const next = readings.find(({ text }) => text !== best.text);
  const isIcelandic = encoding === 'windows-1252' && hasIcelandic(best.text);
  const isClear =
    !isIcelandic &&
    isWhole &&
    lettersIn(sample) >= MIN_LETTERS &&
    best.score >= MIN_SCORE &&
    (next?.score ?? 0) <= CLEAR_RATIO * best.score;
  if (isClear) return { encoding, basis: 'recognised' };
  return { encoding: encodingOfFewLetters(readings, sample), basis: 'doubtful' };
}
