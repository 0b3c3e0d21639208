import type { DateColumn, NumberColumn, RangeReader } from './field-column.ts';
import { isCode, readRange } from './number-cells.ts';
import { withoutUnit } from './number-unit.ts';
import type { DateCells } from './date-cells.ts';
import type { DecimalSign } from '../text/quantity.ts';
import { MIN_PLAIN, MIN_READ } from './column-kind.ts';

/** `unit`: the one that the numbers of the column are written in. */
export function numberReader(sign: DecimalSign | undefined, unit?: string): RangeReader {
  const bare = (text: string): string => (unit === undefined ? text : withoutUnit(text, unit));
  return {
    kind: 'number',
    read: (text) => {
      const range = readRange(bare(text), sign);
      return range && { low: range.min, high: range.max };
    },
    isVeto: (text) => isCode(bare(text)),
  };
}

export const dateReader = (dates: DateCells): RangeReader => ({
  kind: 'date',
  read: (text) => {
    const range = dates.read(text);
    return range && { low: range.from, high: range.to };
  },
  isVeto: () => false,
});

/** Gathers the numbers or dates of a column, a row at a time. */
export class RangeBuilder {
  readonly #reader: RangeReader;
  readonly #low: Float64Array<ArrayBuffer>;
  /** The same array as long as each row has one number. */
  #high: Float64Array<ArrayBuffer>;
  #plain = 0;
  #ranges = 0;
  #unread = 0;
  #isVetoed = false;

  constructor(reader: RangeReader, length: number) {
    this.#reader = reader;
    this.#low = new Float64Array(length).fill(NaN);
    this.#high = this.#low;
  }

  set(row: number, text: string): void {
    this.setRead(row, this.read(text));
  }

  read(text: string): ReturnType<RangeReader['read']> {
    const range = this.#reader.read(text);
    if (this.#reader.isVeto(text)) this.#isVetoed = true;
    return range;
  }

  /** A row whose cell was read before. */
  setRead(row: number, range: ReturnType<RangeReader['read']>): void {
    if (!range) {
      this.#unread++;
      return;
    }
    const { low, high } = range;
    if (low === high) this.#plain++;
    else this.#ranges++;
    if (low !== high && this.#high === this.#low) this.#high = this.#low.slice();
    this.#low[row] = low;
    this.#high[row] = high;
  }

  /** Undefined: too many of all cells could not be read, so the column is something else. */
  build(): NumberColumn | DateColumn | undefined {
    const given = this.#plain + this.#ranges + this.#unread;
    if (this.#isVetoed || given === 0 || given - this.#unread < MIN_READ * given) return undefined;
    if (this.#reader.kind === 'date') return { kind: 'date', from: this.#low, to: this.#high };
    if (this.#plain < MIN_PLAIN * given) return undefined;
    return { kind: 'number', min: this.#low, max: this.#high };
  }
}
