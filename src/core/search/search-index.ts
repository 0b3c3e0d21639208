import type { Row } from '../records/incident-table.ts';
import { holdsPhrase, isPhrase, type SearchWord } from '../text/search-text.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Uint32Array<ArrayBuffer>;

const NEWLINE = 10;
const SPACE = 0x20;
/** None of the code units between the two is blank. */
const NO_BREAK_SPACE = 0xa0;
const NO_ROW = -1;
/** Bytes of one piece of the list of rows: a few milliseconds of work for `buildSteps`. */
const PIECE = 2 ** 18;
const LONGEST_VARINT = 5;
/** Few enough letters to be arguments of one call. */
const LETTERS_AT_ONCE = 2 ** 13;
const LETTERS_OF_A_STEP = 2 ** 20;

/** By code unit: what `searchWords` splits at. */
const BLANK = Uint8Array.from({ length: 2 ** 16 }, (_, code) =>
  Number(/\s/.test(String.fromCharCode(code))),
);

const varintLength = (value: number): number =>
  value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : value < 2 ** 21 ? 3 : value < 2 ** 28 ? 4 : 5;

/** Seven bits a byte, the low ones first; returns where the next value goes. */
function writeVarint(bytes: Bytes, at: number, value: number): number {
  let rest = value;
  let end = at;
  for (; rest >= 2 ** 7; rest >>>= 7) bytes[end++] = (rest & 0x7f) | 0x80;
  bytes[end++] = rest;
  return end;
}

function withRoom(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers;
  const larger = new Uint32Array(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

/** The distinct tokens, numbered as they come; a hash table over letters, so no token is a string. */
class TokenList {
  length = 0;
  /** A newline before and after every token. */
  letters = new Uint16Array(2 ** 10).fill(NEWLINE, 0, 1);
  /** Where the letters of a token begin, and at the end where those of the next one would. */
  starts: Numbers = new Uint32Array(2 ** 8).fill(1, 0, 1);
  /** Two numbers a slot: hash, and one more than the token or 0. At most half are taken. */
  #slots: Numbers = new Uint32Array(2 ** 10);

  /** Hands over the number of each token of a text, known or new. */
  read(text: string, take: (token: number) => void): void {
    this.#makeRoom(text.length + 1);
    const { letters } = this;
    let start = this.starts[this.length] ?? 0;
    let end = start;
    let hash = 0;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : NEWLINE;
      if ((code > SPACE && code < NO_BREAK_SPACE) || BLANK[code] === 0) {
        letters[end++] = code;
        hash = Math.imul(hash ^ code, 0x01000193);
      } else if (end > start) {
        letters[end] = NEWLINE;
        take(this.#numberOfLast(start, end, hash));
        start = this.starts[this.length] ?? 0;
        end = start;
        hash = 0;
      }
    }
  }

  #makeRoom(length: number): void {
    const end = (this.starts[this.length] ?? 0) + length;
    if (end <= this.letters.length) return;
    const larger = new Uint16Array(Math.max(end, this.letters.length * 2));
    larger.set(this.letters);
    this.letters = larger;
  }

  /** Letters written after the last token become a new one, unless they are one already. */
  #numberOfLast(start: number, end: number, rawHash: number): number {
    const mixed = Math.imul(rawHash ^ (rawHash >>> 15), 0x2c1b3c6d);
    const hash = (mixed ^ (mixed >>> 13)) >>> 0;
    const slots = this.#slots;
    let slot = firstSlot(slots, hash);
    for (;;) {
      const token = (slots[slot + 1] ?? 0) - 1;
      if (token < 0) break;
      if (slots[slot] === hash && this.#is(token, start, end)) return token;
      slot = nextSlot(slots, slot);
    }
    const token = this.length++;
    slots[slot] = hash;
    slots[slot + 1] = token + 1;
    this.starts = withRoom(this.starts, token + 2);
    this.starts[token + 1] = end + 1;
    if (this.length * 4 > slots.length) this.#widen();
    return token;
  }

  /** Compares the newline at `end` too. */
  #is(token: number, start: number, end: number): boolean {
    const { letters } = this;
    let at = this.starts[token] ?? 0;
    for (let i = start; i <= end; i++) if (letters[at++] !== letters[i]) return false;
    return true;
  }

  #widen(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      const token = old[from + 1] ?? 0;
      if (token === 0) continue;
      const hash = old[from] ?? 0;
      let slot = firstSlot(slots, hash);
      while (slots[slot + 1] !== 0) slot = nextSlot(slots, slot);
      slots[slot] = hash;
      slots[slot + 1] = token;
    }
    this.#slots = slots;
  }
}

const firstSlot = (slots: Numbers, hash: number): number => (hash << 1) & (slots.length - 2);
const nextSlot = (slots: Numbers, slot: number): number => (slot + 2) & (slots.length - 2);

/**
 * Takes the folded texts row by row, in ascending order, and makes their index.
 * Until then it keeps, as varints, for each row: its distance to the row before, one more than each
 * token that it holds, and 0.
 */
export class SearchIndexBuilder {
  readonly #tokens = new TokenList();
  #pieces: Bytes[] = [];
  #piece: Bytes = new Uint8Array(PIECE);
  #pieceEnd = 0;
  #row: Row = 0;
  /** By token. */
  #lastRows = new Int32Array(2 ** 8).fill(NO_ROW);
  /** By token: how long its row gaps are in the index. */
  #lengths: Numbers = new Uint32Array(2 ** 8);

  add(row: Row, folded: string): void {
    this.#write(row - this.#row);
    this.#row = row;
    this.#tokens.read(folded, this.#take);
    this.#write(0);
  }

  readonly #take = (token: number): void => {
    if (token >= this.#lengths.length) this.#makeRoom(token + 1);
    const gap = this.#row - (this.#lastRows[token] ?? NO_ROW);
    if (gap === 0) return;
    this.#lastRows[token] = this.#row;
    this.#lengths[token] = (this.#lengths[token] ?? 0) + varintLength(gap);
    this.#write(token + 1);
  };

  #makeRoom(tokens: number): void {
    this.#lengths = withRoom(this.#lengths, tokens);
    const lastRows = new Int32Array(this.#lengths.length).fill(NO_ROW, this.#lastRows.length);
    lastRows.set(this.#lastRows);
    this.#lastRows = lastRows;
  }

  #write(value: number): void {
    if (this.#pieceEnd + LONGEST_VARINT > PIECE) this.#closePiece();
    this.#pieceEnd = writeVarint(this.#piece, this.#pieceEnd, value);
  }

  #closePiece(): void {
    this.#pieces.push(this.#piece.subarray(0, this.#pieceEnd));
    this.#piece = new Uint8Array(PIECE);
    this.#pieceEnd = 0;
  }

  /** The index, in steps of some milliseconds; the builder is spent by them. */
  *buildSteps(): Generator<void, SearchIndex, void> {
    this.#closePiece();
    const { length, starts } = this.#tokens;
    const offsets = new Uint32Array(length + 1);
    for (let i = 0; i < length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (this.#lengths[i] ?? 0);
    yield;
    const postings = new Uint8Array(offsets[length] ?? 0);
    yield* this.#fillSteps(postings, offsets);
    const vocabulary = yield* this.#vocabularySteps();
    return new SearchIndex(vocabulary, starts.slice(0, length + 1), offsets, postings);
  }

  *#fillSteps(postings: Bytes, offsets: Numbers): Generator<void, void> {
    const ends = offsets.slice();
    const lastRows = this.#lastRows.fill(NO_ROW);
    let row = 0;
    let startsRow = true;
    for (let piece = this.#pieces.shift(); piece; piece = this.#pieces.shift()) {
      for (let at = 0; at < piece.length;) {
        let byte = piece[at++] ?? 0;
        let value = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = piece[at++] ?? 0;
          value |= (byte & 0x7f) << shift;
        }
        if (startsRow) {
          row += value;
          startsRow = false;
        } else if (value === 0) {
          startsRow = true;
        } else {
          const token = value - 1;
          const gap = row - (lastRows[token] ?? NO_ROW);
          lastRows[token] = row;
          ends[token] = writeVarint(postings, ends[token] ?? 0, gap);
        }
      }
      yield;
    }
  }

  *#vocabularySteps(): Generator<void, string> {
    const { length, letters, starts } = this.#tokens;
    const end = starts[length] ?? 0;
    const parts: string[] = [];
    for (let from = 0; from < end; from += LETTERS_AT_ONCE) {
      const part = letters.subarray(from, Math.min(end, from + LETTERS_AT_ONCE));
      // A typed array will do here, though its type says otherwise; to spread it is ten times slower.
      parts.push(String.fromCharCode.apply(null, part as unknown as number[]));
      if (from % LETTERS_OF_A_STEP === 0) yield;
    }
    return parts.join('');
  }
}

/** Answers which rows hold all words of a question, exactly as `matchesAll` does. */
export class SearchIndex {
  /** What it holds in memory, its letters counted as two bytes each. */
  readonly bytes: number;
  readonly #vocabulary: string;
  readonly #starts: Numbers;
  readonly #offsets: Numbers;
  readonly #postings: Bytes;

  /**
   * `vocabulary` has a newline before and after every token, `starts` where each token begins in it
   * and one more; the rows of token i are the gaps in `postings[offsets[i] .. offsets[i + 1])`.
   */
  constructor(vocabulary: string, starts: Numbers, offsets: Numbers, postings: Bytes) {
    this.#vocabulary = vocabulary;
    this.#starts = starts;
    this.#offsets = offsets;
    this.#postings = postings;
    this.bytes =
      vocabulary.length * 2 + starts.byteLength + offsets.byteLength + postings.byteLength;
  }

  /** For each of `length` rows 1 if it passes; `textOf` is asked only where a phrase may be. */
  rowsWith(
    words: readonly SearchWord[],
    length: number,
    textOf: (row: Row) => string,
  ): Uint8Array<ArrayBuffer> {
    const passing = new Uint8Array(length).fill(1);
    // Words that need no text first: they leave fewer texts to read for the others.
    const ordered = [
      ...words.filter((word) => !word.some(isPhrase)),
      ...words.filter((word) => word.some(isPhrase)),
    ];
    for (const spellings of ordered) {
      const found = new Uint8Array(length);
      for (const spelling of spellings) if (!isPhrase(spelling)) this.#mark(found, spelling);
      for (const phrase of spellings.filter(isPhrase)) {
        const possible = this.#rowsThatMayHold(phrase, length);
        for (let row = 0; row < length; row++) {
          if (possible[row] === 0 || passing[row] === 0 || found[row] === 1) continue;
          if (holdsPhrase(textOf(row), phrase)) found[row] = 1;
        }
      }
      keepOnly(passing, found);
    }
    return passing;
  }

  /** Rows that hold every part of a phrase, its inner ends being ends of tokens as well. */
  #rowsThatMayHold(phrase: string, length: number): Bytes {
    const possible = new Uint8Array(length).fill(1);
    const parts = phrase.split(/\s+/);
    parts.forEach((part, i) => {
      if (part === '') return;
      const found = new Uint8Array(length);
      this.#mark(found, (i > 0 ? '\n' : '') + part + (i < parts.length - 1 ? '\n' : ''));
      keepOnly(possible, found);
    });
    return possible;
  }

  /** Marks the rows of all tokens that hold `needle`; a newline in it is an end of the token. */
  #mark(found: Bytes, needle: string): void {
    if (needle === '') {
      found.fill(1);
      return;
    }
    let token = 0;
    let at = this.#vocabulary.indexOf(needle);
    while (at !== -1) {
      token = this.#tokenAt(at, token);
      this.#markRowsOf(token, found);
      at = this.#vocabulary.indexOf(needle, (this.#starts[token + 1] ?? 0) - 1);
    }
  }

  /** The token with this letter, or with this newline before it; `from` is not after it. */
  #tokenAt(at: number, from: number): number {
    const starts = this.#starts;
    let low = from;
    let step = 1;
    while (low + step < starts.length && (starts[low + step] ?? 0) <= at + 1) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, starts.length);
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= at + 1) low = middle;
      else high = middle;
    }
    return low;
  }

  #markRowsOf(token: number, found: Bytes): void {
    const postings = this.#postings;
    const end = this.#offsets[token + 1] ?? 0;
    let row = NO_ROW;
    for (let at = this.#offsets[token] ?? 0; at < end;) {
      let byte = postings[at++] ?? 0;
      let gap = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = postings[at++] ?? 0;
        gap |= (byte & 0x7f) << shift;
      }
      row += gap;
      found[row] = 1;
    }
  }
}

function keepOnly(rows: Bytes, found: Bytes): void {
  for (let row = 0; row < rows.length; row++) if (found[row] === 0) rows[row] = 0;
}
