import type { CategoryColumn, PlainColumn } from './field-column.ts';
import { ValueCodes } from './value-codes.ts';

const TEXT: PlainColumn = { kind: 'text' };

/** Gathers one value a row. More values than a category can have make it a text, of which nothing is kept. */
export class CategoryBuilder {
  readonly #length: number;
  #codes: ValueCodes | undefined;

  constructor(length: number) {
    this.#length = length;
    this.#codes = new ValueCodes(length);
  }

  set(row: number, value: string): void {
    if (this.#codes?.set(row, value) === false) this.#codes = undefined;
  }

  build(kind: CategoryColumn['kind']): PlainColumn {
    if (!this.#codes) return TEXT;
    return {
      kind,
      values: this.#codes.values,
      codes: this.#codes.codes(this.#length),
      first: undefined,
    };
  }
}

/** Gathers any number of values a row; rows are added in order. */
export class MultipleBuilder {
  readonly #first: Uint32Array<ArrayBuffer>;
  #codes: ValueCodes | undefined;
  #row = 0;
  #end = 0;

  constructor(length: number) {
    this.#first = new Uint32Array(length + 1);
    this.#codes = new ValueCodes(length);
  }

  add(values: readonly string[]): void {
    for (const value of values)
      if (this.#codes?.set(this.#end++, value) === false) this.#codes = undefined;
    this.#first[++this.#row] = this.#end;
  }

  build(): PlainColumn {
    if (!this.#codes) return TEXT;
    return {
      kind: 'category',
      values: this.#codes.values,
      codes: this.#codes.codes(this.#end),
      first: this.#first,
    };
  }
}
