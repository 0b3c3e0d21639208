declare module 'edtf' {
  /** Milliseconds since 1970 in UTC, and how finely it is written: 1 year, 2 month, 3 day, 0 clock. */
  export class Date {
    readonly min: number;
    readonly max: number;
    readonly precision: number;
    readonly approximate: { readonly value: number } | undefined;
    readonly uncertain: { readonly value: number } | undefined;
  }
  export class Season {
    readonly min: number;
    readonly max: number;
    readonly approximate: { readonly value: number } | undefined;
    readonly uncertain: { readonly value: number } | undefined;
  }
  export class Interval {
    readonly min: number;
    readonly max: number;
    /** Infinite where the end is `..`, null where it is blank. */
    readonly lower: Date | Season | number | null | undefined;
    readonly upper: Date | Season | number | null | undefined;
  }
  /** Parses EDTF; throws on what is none. */
  export default function edtf(text: string): unknown;
}
