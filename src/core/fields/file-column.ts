import { isMissing } from '../text/missing-value.ts';
import { decimalSignOf, type DecimalSign } from '../text/quantity.ts';
import { cellValue } from './cell-value.ts';
import { columnKind, isNumber, isText } from './column-kind.ts';
import type { DateCells } from './date-cells.ts';
import type { PlainColumn, RangeReader } from './field-column.ts';
import { NOT_GIVEN } from './field-key.ts';
import { unitOf, withoutUnit } from './number-unit.ts';
import { dateReader, numberReader, RangeBuilder } from './range-builder.ts';
import { ValueCodes } from './value-codes.ts';

const TEXT: PlainColumn = { kind: 'text' };

/** Values by which the kind is judged; each of them is read to confirm it. */
const MAX_JUDGED = 1_024;
/** Of each column, where all of a file are asked. */
const MAX_SIGN_SAMPLES = 200;
/** Values between two yield points, as some are read by many rules. */
const VALUES_PER_STEP = 250;
const ROWS_PER_STEP = 1 << 14;
/** A column of this many values of this length, nearly all distinct, is a text: its values need not be kept. */
const MANY_LONG = 4_096;
const LONG = 40;

/**
 * One column of a file, gathered as codes of its values; as numbers or dates once those are too many. What takes long
 * is a generator that yields `part`, how far the whole pass is.
 */
export class FileColumn {
  readonly #name: string;
  readonly #length: number;
  readonly #dates: DateCells;
  #codes: ValueCodes | undefined;
  #ranges: RangeBuilder | undefined;
  #reader: RangeReader | undefined;
  #given = 0;
  #characters = 0;

  constructor(name: string, length: number, dates: DateCells) {
    this.#name = name;
    this.#length = length;
    this.#dates = dates;
    this.#codes = new ValueCodes(length);
  }

  /** Sets the cell of a row; false where there is no room for its value, and `widen` must follow. */
  set(row: number, text: string): boolean {
    if (text === NOT_GIVEN) return true;
    const codes = this.#codes;
    if (codes) {
      if (codes.setKnown(row, text)) {
        this.#given++;
        return true;
      }
      const value = cellValue(text);
      if (isMissing(value)) return true;
      const { distinct } = codes;
      if (!codes.set(row, value)) return false;
      this.#given++;
      if (value !== text) codes.alias(text, value);
      if (codes.distinct > distinct) this.#characters += value.length;
      if (this.#isLong(codes.distinct)) this.#codes = undefined;
      return true;
    }
    this.#setRange(row, text);
    return true;
  }

  #setRange(row: number, text: string): void {
    const value = this.#ranges ? cellValue(text) : NOT_GIVEN;
    if (!isMissing(value)) this.#ranges?.set(row, value);
  }

  #isLong(distinct: number): boolean {
    return (
      distinct === MANY_LONG && this.#characters > LONG * distinct && distinct > 0.9 * this.#given
    );
  }

  /** How its numbers or dates were read; undefined: none were. */
  get reader(): RangeReader | undefined {
    return this.#reader;
  }

  /** Its other cells need not be read. */
  get isText(): boolean {
    return !this.#codes && !this.#ranges;
  }

  /** Texts that show how the column writes decimals. */
  get signSamples(): readonly string[] {
    return this.#codes ? strided(this.#codes.values, MAX_SIGN_SAMPLES) : [];
  }

  /** Goes on with a column of more values than a category can have. */
  *widen(
    row: number,
    text: string,
    sign: DecimalSign | undefined,
    part: number,
  ): Generator<number, void, void> {
    const reader = this.#codes && this.#rangeReader(this.#codes, sign);
    if (this.#codes && reader) this.#ranges = yield* this.#converted(this.#codes, reader, part);
    this.#codes = undefined;
    this.#setRange(row, text);
  }

  /** `sign`: how the rest of the file writes decimals. */
  *build(sign: DecimalSign | undefined, part: number): Generator<number, PlainColumn, void> {
    yield part;
    const codes = this.#codes;
    if (!codes) return this.#ranges?.build() ?? TEXT;
    const kind = this.#kindOf(codes, sign);
    if (kind === 'number' || kind === 'date') {
      const reader = this.#rangeReader(codes, sign);
      const ranges = reader && (yield* this.#converted(codes, reader, part)).build();
      if (ranges) return ranges;
    }
    const distinct = this.#distinct(codes);
    if (kind !== 'boolean' && isText(distinct)) return TEXT;
    return {
      kind: kind === 'boolean' ? kind : 'category',
      values: codes.values,
      codes: codes.codes(this.#length),
      first: undefined,
    };
  }

  #distinct(codes: ValueCodes) {
    const counts = new Uint32Array(codes.distinct + 1);
    for (const code of codes.codes(this.#length)) counts[code] = (counts[code] ?? 0) + 1;
    return { name: this.#name, values: codes.values.slice(1), counts: counts.subarray(1) };
  }

  #kindOf(codes: ValueCodes, sign: DecimalSign | undefined) {
    const { name, values, counts } = this.#distinct(codes);
    const judged = {
      name,
      values: strided(values, MAX_JUDGED),
      counts: strided(Array.from(counts), MAX_JUDGED),
    };
    const readers = { dates: this.#dates, sign: this.#signOf(codes) ?? sign };
    const unit = unitOf(judged.values);
    const bare = unit === undefined ? judged : { ...judged, values: bareOf(judged.values, unit) };
    return unit !== undefined && isNumber(bare, readers.sign)
      ? 'number'
      : columnKind(judged, readers);
  }

  #rangeReader(codes: ValueCodes, sign: DecimalSign | undefined): RangeReader | undefined {
    const kind = this.#kindOf(codes, sign);
    if (kind === 'date') return dateReader(this.#dates);
    const unit = unitOf(strided(codes.values.slice(1), MAX_JUDGED));
    return kind === 'number' ? numberReader(this.#signOf(codes) ?? sign, unit) : undefined;
  }

  #signOf(codes: ValueCodes): DecimalSign | undefined {
    const values = strided(codes.values.slice(1), MAX_JUDGED);
    const unit = unitOf(values);
    return decimalSignOf(unit === undefined ? values : bareOf(values, unit));
  }

  /** Reads each value once, then gives it to its rows. */
  *#converted(
    codes: ValueCodes,
    reader: RangeReader,
    part: number,
  ): Generator<number, RangeBuilder, void> {
    this.#reader = reader;
    const builder = new RangeBuilder(reader, this.#length);
    const read: ReturnType<RangeReader['read']>[] = [];
    for (const [code, value] of codes.values.entries()) {
      if (code % VALUES_PER_STEP === 0) yield part;
      read.push(value === NOT_GIVEN ? undefined : builder.read(value));
    }
    const rows = codes.codes(this.#length);
    for (let row = 0; row < rows.length; row++) {
      if (row % ROWS_PER_STEP === 0) yield part;
      const code = rows[row] ?? 0;
      if (code > 0) builder.setRead(row, read[code]);
    }
    return builder;
  }
}

const bareOf = (values: readonly string[], unit: string): readonly string[] =>
  values.map((value) => withoutUnit(value, unit));

/** At most this many of some values, spread over all of them. */
function strided<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  const step = values.length / most;
  return Array.from({ length: most }, (_, at) => values[Math.floor(at * step)] as Value);
}
