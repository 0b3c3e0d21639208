import type { RecordProblem } from '../records/record-problem.ts';

/** What the grammar of JSON expects; `, or }` is a comma or the bracket that closes what is open. */
export type JsonExpectation =
  'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or }' | ', or ]' | 'end';

export type JsonFound =
  | { readonly kind: 'end' }
  /** A text that is not closed on its line, or has a wrong `\` sequence. */
  | { readonly kind: 'broken-text' }
  | { readonly kind: 'character'; readonly character: string };

/**
 * Where a text stops being JSON; line and column from 1, the column in UTF-16 units. `field`: it is JSON,
 * but gives a field twice; `parser`: in the words of the engine.
 */
export type JsonMistake =
  | {
      readonly kind: 'syntax';
      readonly line: number;
      readonly column: number;
      /** The record around it: its position from 1, and its id where it is known. */
      readonly record: { readonly position: number; readonly id: string | undefined } | undefined;
      readonly expected: JsonExpectation;
      readonly found: JsonFound;
    }
  | { readonly kind: 'field'; readonly field: string; readonly problem: RecordProblem }
  | { readonly kind: 'parser'; readonly message: string };

/** What is wrong where a document cannot be parsed; `parser`: in the words of the parser. */
export type DocumentMistake =
  | { readonly kind: 'syntax'; readonly expected: JsonExpectation; readonly found: JsonFound }
  | { readonly kind: 'own-entities' }
  | { readonly kind: 'parser'; readonly message: string };
