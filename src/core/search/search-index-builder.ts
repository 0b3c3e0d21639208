import type { Row } from '../records/incident-table.ts';
import { NO_ROW, SearchIndex } from './search-index.ts';
import { TokenTable, withRoom } from './token-table.ts';
import { MAX_VARINT_BYTES, varintLength, writeVarint } from './varint.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Uint32Array<ArrayBuffer>;

/** Bytes of one piece of the row lists: a few milliseconds of work for `advance`. */
const PIECE = 2 ** 18;
/** Few enough letters to be arguments of one call. */
const LETTERS_AT_ONCE = 2 ** 13;
const LETTERS_OF_A_STEP = 2 ** 20;

/** What is filled while the texts are turned round: from the tokens of each row to the rows of each token. */
type Inversion = {
  readonly offsets: Numbers;
  readonly postings: Bytes;
  /** By token: where its next row goes. */
  readonly ends: Numbers;
  /** The parts of the vocabulary that are ready, and how many letters they hold. */
  readonly parts: string[];
  letters: number;
};

/**
 * Takes the folded texts row by row, in ascending order, and makes their `SearchIndex` by sort-free inversion:
 * the first pass counts the bytes of each token's rows, so the second one writes them straight to their
 * place. Between the two it keeps for each row, as varints in pieces of 256 kB:
 *
 *     │ distance to the row before │ token + 1 │ token + 1 │ … │ 0 │   each token of a row once
 *
 * Call `add` for all rows, then `advance` until it returns the index.
 */
export class SearchIndexBuilder {
  readonly #tokens = new TokenTable();
  #pieces: Bytes[] = [];
  #piece: Bytes = new Uint8Array(PIECE);
  #pieceEnd = 0;
  #row: Row = 0;
  /** By token: the last row that has it. */
  #lastRows = new Int32Array(2 ** 8).fill(NO_ROW);
  /** By token: how long its row gaps are in the index. */
  #lengths: Numbers = new Uint32Array(2 ** 8);
  #inversion: Inversion | undefined;
  /** Where the second pass is: inside the tokens of a row, or before its first. */
  #isInRow = false;

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
    if (this.#pieceEnd + MAX_VARINT_BYTES > PIECE) this.#closePiece();
    this.#pieceEnd = writeVarint(this.#piece, this.#pieceEnd, value);
  }

  #closePiece(): void {
    this.#pieces.push(this.#piece.subarray(0, this.#pieceEnd));
    this.#piece = new Uint8Array(PIECE);
    this.#pieceEnd = 0;
  }

  /** One step of some milliseconds; the index after the last one, which spends the builder. */
  advance(): SearchIndex | undefined {
    if (!this.#inversion) {
      this.#inversion = this.#startInversion();
      return undefined;
    }
    const piece = this.#pieces.shift();
    if (piece) {
      this.#invert(piece, this.#inversion);
      return undefined;
    }
    const { offsets, postings, parts, letters } = this.#inversion;
    const { length, starts } = this.#tokens;
    if (letters < (starts[length] ?? 0)) {
      this.#readVocabulary(this.#inversion);
      return undefined;
    }
    return new SearchIndex(parts.join(''), starts.slice(0, length + 1), offsets, postings);
  }

  #startInversion(): Inversion {
    this.#closePiece();
    const { length } = this.#tokens;
    const offsets = new Uint32Array(length + 1);
    for (let i = 0; i < length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (this.#lengths[i] ?? 0);
    this.#lastRows.fill(NO_ROW);
    this.#row = 0;
    const postings = new Uint8Array(offsets[length] ?? 0);
    return { offsets, postings, ends: offsets.slice(), parts: [], letters: 0 };
  }

  #invert(piece: Bytes, { postings, ends }: Inversion): void {
    const lastRows = this.#lastRows;
    let row = this.#row;
    let isInRow = this.#isInRow;
    for (let at = 0; at < piece.length;) {
      let byte = piece[at++] ?? 0;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = piece[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      if (!isInRow) {
        row += value;
        isInRow = true;
      } else if (value === 0) {
        isInRow = false;
      } else {
        const token = value - 1;
        const gap = row - (lastRows[token] ?? NO_ROW);
        lastRows[token] = row;
        ends[token] = writeVarint(postings, ends[token] ?? 0, gap);
      }
    }
    this.#row = row;
    this.#isInRow = isInRow;
  }

  #readVocabulary(inversion: Inversion): void {
    const { length, letters, starts } = this.#tokens;
    const end = Math.min(starts[length] ?? 0, inversion.letters + LETTERS_OF_A_STEP);
    for (let from = inversion.letters; from < end; from += LETTERS_AT_ONCE) {
      const part = letters.subarray(from, Math.min(end, from + LETTERS_AT_ONCE));
      // A typed array will do here, though its type says otherwise; to spread it is ten times slower.
      inversion.parts.push(String.fromCharCode.apply(null, part as unknown as number[]));
    }
    inversion.letters = end;
  }
}
