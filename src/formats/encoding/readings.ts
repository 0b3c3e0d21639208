import { ENCODINGS, type Encoding } from '../../core/mapping/format-info.ts';
import { decodeAs } from './decoders.ts';

/** An encoding that some letters may be in; a higher score is likelier. */
export type ScoredEncoding = { readonly encoding: Encoding; readonly score: number };

/** What a sample of a text is in one encoding. */
export type Reading = ScoredEncoding & { readonly text: string };

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

/** The sample in each of the encodings, the likeliest first. */
export const readingsOf = (
  sample: Uint8Array,
  scores: readonly ScoredEncoding[],
): readonly Reading[] =>
  scores
    .map(({ encoding, score }) => ({
      encoding,
      score: score * (WEIGHTS[encoding] ?? 1),
      text: decodeAs(encoding, sample),
    }))
    // An encoding that has no such bytes is not the one.
    .map((one) => (one.text.includes('\ufffd') ? { ...one, score: one.score / 4 } : one))
    .toSorted((a, b) => b.score - a.score);

/** Where French or punctuation alone read the same in several, the commonest is named. */
const COMMONEST: readonly Encoding[] = ['windows-1252', 'windows-1254', ...ENCODINGS];

/** Of the encodings that read the sample alike, the commonest. */
export function commonest(readings: readonly Reading[], one: Reading | undefined): Encoding {
  const alike = readings.filter(({ text }) => text === one?.text).map(({ encoding }) => encoding);
  return COMMONEST.find((encoding) => alike.includes(encoding)) ?? 'windows-1252';
}

/** Bytes that are no ASCII: letters in most encodings of one byte a character. */
export const lettersIn = (sample: Uint8Array): number =>
  sample.reduce((count, byte) => count + Number(byte >= 0x80), 0);
