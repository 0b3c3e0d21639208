import { ENCODINGS, type Encoding, type EncodingBasis } from '../../core/mapping/format-info.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { judgeLetters, type LetterDetector } from './judge-letters.ts';
import { SIGN_BYTES, unicodeSign } from './unicode-signs.ts';
import { utf8Evidence } from './utf-8-evidence.ts';

/** How the text of a file is to be decoded. */
export type EncodingOptions = {
  /** The reader's choice; undefined: by the bytes. */
  readonly chosen?: Encoding | undefined;
  readonly detector?: LetterDetector | undefined;
};

export type JudgedEncoding = {
  readonly encoding: Encoding;
  /** Undefined: a byte order mark or the bytes leave no choice. */
  readonly basis: EncodingBasis | undefined;
  /** Length of the byte order mark. */
  readonly markBytes: number;
};

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
 * The encoding of a text, the same for every format. The first of these that applies:
 *
 * 1. the reader's choice;
 * 2. a byte order mark, or the zero bytes of UTF-16;
 * 3. UTF-8, if what is not ASCII surely is UTF-8, or mostly is and no XML declaration says otherwise;
 * 4. what an XML declaration names;
 * 5. what the letters fit best.
 *
 * 3 to 5 are settled by the first megabyte, or by looks at the rest where that is all ASCII.
 */
export function judgeEncoding(
  source: ByteSource,
  { chosen, detector }: EncodingOptions = {},
): JudgedEncoding {
  const head = source.read(0, Math.min(source.size, SIGN_BYTES));
  const sign = unicodeSign(head);
  if (chosen) {
    const isMarked = sign?.encoding === chosen;
    return { encoding: chosen, basis: 'chosen', markBytes: isMarked ? sign.markBytes : 0 };
  }
  if (sign) return { ...sign, basis: undefined };
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
    return { ...judgeLetters(bytes, detector), markBytes: 0 };
  }
  return { encoding: 'utf-8', basis: undefined, markBytes: 0 };
}
