declare module 'edtf' {
  /** One end of a time: milliseconds, and how finely it is written (1 year, 2 month, 3 day, 0 clock). */
  type EdtfEnd = {
    readonly min: number;
    readonly max: number;
    readonly precision: number;
    readonly approximate?: { readonly value: number };
    readonly uncertain?: { readonly value: number };
  };
  export class Date {
    private constructor();
  }
  export interface Date extends EdtfEnd {}
  export class Season {
    private constructor();
  }
  export interface Season extends EdtfEnd {}
  export class Interval {
    private constructor();
    readonly min: number;
    readonly max: number;
    readonly lower: EdtfEnd | null | undefined;
    readonly upper: EdtfEnd | null | undefined;
  }
  /** Parses EDTF; throws on what is none. */
  export default function edtf(text: string): unknown;
}
