import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Row } from '../records/incident-table.ts';
import { holdsPhrase, isPhrase, type SearchWord } from '../text/search-text.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Uint32Array<ArrayBuffer>;

/** Before the first row of a token, so that its first gap is one more than the row. */
export const NO_ROW = -1;
/** Rows between two yield points where their texts are read. */
const TEXTS_PER_YIELD_POINT = 500;
/** Tokens that hold what is searched for, between two yield points. */
const TOKENS_PER_YIELD_POINT = 1_000;

/**
 * Answers which rows hold all words of a question, exactly as `matchesAll` does. An inverted index with gap
 * encoding (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.3): for each distinct
 * token the rows that have it, each as a varint of its distance to the one before. A part of a word is
 * looked for in the vocabulary, which is one string.
 *
 *     vocabulary  \n e r b i l \n k o y a \n …
 *     starts         1           7          …     where token 0, token 1, … begins
 *     offsets        0           2          …     where its rows begin in `postings`
 *     postings    │ 3 │ 4 │ 1 │ …                 token 0: rows 2 and 6; token 1: row 0 …
 */
export class SearchIndex {
  /** What it holds in memory, its letters counted as two bytes each. */
  readonly bytes: number;
  readonly #vocabulary: string;
  readonly #starts: Numbers;
  readonly #offsets: Numbers;
  readonly #postings: Bytes;

  /** `starts` and `offsets` have one more entry than there are tokens. */
  constructor(vocabulary: string, starts: Numbers, offsets: Numbers, postings: Bytes) {
    this.#vocabulary = vocabulary;
    this.#starts = starts;
    this.#offsets = offsets;
    this.#postings = postings;
    this.bytes =
      vocabulary.length * 2 + starts.byteLength + offsets.byteLength + postings.byteLength;
  }

  /** For each of `length` rows 1 if it passes; `textOf` is asked only where a phrase may be. */
  async rowsWith(
    words: readonly SearchWord[],
    length: number,
    textOf: (row: Row) => string,
    task: Task,
  ): Promise<Bytes> {
    const passing = new Uint8Array(length).fill(1);
    // Words that need no text first: they leave fewer texts to read for the others.
    const ordered = [
      ...words.filter((word) => !word.some(isPhrase)),
      ...words.filter((word) => word.some(isPhrase)),
    ];
    for (const [at, spellings] of ordered.entries()) {
      const part = task.part(at / ordered.length, (at + 1) / ordered.length);
      const found = new Uint8Array(length);
      for (const spelling of spellings)
        if (!isPhrase(spelling)) await this.#mark(found, spelling, part);
      for (const phrase of spellings.filter(isPhrase)) {
        const possible = await this.#rowsThatMayHold(phrase, length, part);
        let texts = 0;
        for (let row = 0; row < length; row++) {
          if (row % ROWS_PER_YIELD_POINT === 0 && part.isDue()) await part.yield(0);
          if (possible[row] === 0 || passing[row] === 0 || found[row] === 1) continue;
          if (holdsPhrase(textOf(row), phrase)) found[row] = 1;
          if (++texts % TEXTS_PER_YIELD_POINT === 0 && part.isDue()) await part.yield(0);
        }
      }
      keepOnly(passing, found);
    }
    return passing;
  }

  /** Rows that hold every part of a phrase, its inner ends being ends of tokens as well. */
  async #rowsThatMayHold(phrase: string, length: number, task: Task): Promise<Bytes> {
    const possible = new Uint8Array(length).fill(1);
    const parts = phrase.split(/\s+/);
    for (const [i, part] of parts.entries()) {
      if (part === '') continue;
      const found = new Uint8Array(length);
      const needle = (i > 0 ? '\n' : '') + part + (i < parts.length - 1 ? '\n' : '');
      await this.#mark(found, needle, task);
      keepOnly(possible, found);
    }
    return possible;
  }

  /** Marks the rows of all tokens that hold `needle`; a newline in it is an end of the token. */
  async #mark(found: Bytes, needle: string, task: Task): Promise<void> {
    if (needle === '') {
      found.fill(1);
      return;
    }
    let token = 0;
    let tokens = 0;
    let at = this.#vocabulary.indexOf(needle);
    while (at !== -1) {
      token = this.#tokenAt(at, token);
      this.#markRowsOf(token, found);
      if (++tokens % TOKENS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0);
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

  /** Reads the gaps of a token. */
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
