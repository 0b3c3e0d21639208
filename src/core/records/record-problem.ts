/**
 * What is wrong with a field of a record, as code and facts; `i18n` words it. A `value` is JSON as an
 * editor finds it in the file, cut where it is long.
 */
export type RecordProblem =
  | {
      readonly kind:
        | 'missing'
        | 'unknown-field'
        /** A field whose name is half a surrogate pair. */
        | 'broken-name'
        | 'empty'
        | 'null'
        | 'list'
        | 'object';
    }
  | {
      readonly kind:
        | 'blank'
        | 'form'
        | 'too-small'
        | 'too-large'
        | 'unreadable-time'
        | 'open-time'
        | 'far-time'
        | 'reversed-time'
        | 'reversed-range'
        | 'other-point'
        | 'other-id'
        | 'lost-character'
        | 'no-day';
      readonly value: string;
    }
  | { readonly kind: 'type'; readonly value: string; readonly type: string }
  | { readonly kind: 'unknown-value'; readonly value: string; readonly field: string }
  | { readonly kind: 'length'; readonly length: number }
  /** Two days that make no stretch of time. */
  | { readonly kind: 'no-stretch'; readonly from: string; readonly to: string }
  /** A geometry that the place's precision forbids, or one that it needs. */
  | { readonly kind: 'unwanted-point' | 'missing-point'; readonly precision: string }
  /** A field that is given twice: its lines. */
  | { readonly kind: 'twice'; readonly firstLine: number; readonly line: number }
  /** Positions in the file, from 1. */
  | { readonly kind: 'used-id'; readonly first: number; readonly position: number };

export type ExpectedType =
  | {
      readonly kind: 'number' | 'integer';
      readonly range: readonly [minimum: number, maximum: number] | undefined;
    }
  | { readonly kind: 'list'; readonly atLeast: number }
  | { readonly kind: 'object'; readonly fields: readonly string[] }
  | { readonly kind: 'other'; readonly name: string };

/** What belongs in a field instead. */
export type Expectation =
  | {
      readonly kind:
        | 'edtf'
        | 'both-ends'
        | 'earlier-first'
        | 'least-first'
        | 'whole-names'
        | 'own-id'
        | 'once'
        | 'utf-8'
        | 'day-or-null'
        | 'stretch'
        | 'no-geometry'
        | 'day'
        | 'web-address'
        | 'source-file'
        | 'tile-archive';
    }
  /** In the words of a published schema. */
  | { readonly kind: 'described'; readonly text: string }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'types'; readonly types: readonly ExpectedType[] }
  | { readonly kind: 'only-fields'; readonly fields: readonly string[] }
  | { readonly kind: 'existing-day'; readonly day: string }
  | { readonly kind: 'years'; readonly first: number; readonly last: number }
  /** Of the place: as a geometry, or as its coordinates. */
  | { readonly kind: 'point' | 'coordinates'; readonly value: string };
