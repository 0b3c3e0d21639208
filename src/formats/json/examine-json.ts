import type { Task } from '../../core/base/task.ts';
import { MAX_DEPTH } from '../table/document-limits.ts';

/** What must be known of a JSON text before it is parsed. */
export type JsonExamination = {
  readonly isTooDeep: boolean;
  /** Whole numbers that a double cannot hold, as start, end, start, end… in the text. */
  readonly longIntegers: readonly number[];
};

const QUOTE = 34;
const BACKSLASH = 92;
const CHARACTERS_A_STEP = 1 << 22;

/** The position of the quote that ends the text opened at `open`, or the end of the JSON. */
function endOfString(json: string, open: number): number {
  for (let at = json.indexOf('"', open + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let before = at;
    while (json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return json.length;
}

const isPartOfNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || (code | 32) === 101;

const isLongInteger = (token: string): boolean =>
  /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));

/**
 * One pass over the text without recursion, so that a million brackets are no danger; broken JSON
 * does no harm either. Costs about a nanosecond a character.
 */
function* examine(json: string): Generator<number, JsonExamination, void> {
  const longIntegers: number[] = [];
  let depth = 0;
  let nextStep = CHARACTERS_A_STEP;
  for (let at = 0; at < json.length; at++) {
    if (at > nextStep) {
      nextStep = at + CHARACTERS_A_STEP;
      yield at / json.length;
    }
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at);
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > MAX_DEPTH) return { isTooDeep: true, longIntegers };
    } else if (code === 125 || code === 93) depth -= 1;
    else if (code === 45 || (code >= 48 && code <= 57)) {
      let end = at + 1;
      while (isPartOfNumber(json.charCodeAt(end))) end += 1;
      if (end - at >= 16 && isLongInteger(json.slice(at, end))) longIntegers.push(at, end);
      at = end - 1;
    }
  }
  return { isTooDeep: false, longIntegers };
}

export async function examineJson(json: string, task: Task): Promise<JsonExamination> {
  const examination = examine(json);
  for (;;) {
    const step = examination.next();
    if (step.done) return step.value;
    if (task.isDue()) await task.yield(step.value);
  }
}

/** The same without yield points, for the JSON of one line. */
export function examineLine(json: string): JsonExamination {
  const examination = examine(json);
  for (;;) {
    const step = examination.next();
    if (step.done) return step.value;
  }
}

/** The text with its long whole numbers in quotes: parsed as numbers they would be rounded. */
export function quoteLongIntegers(json: string, longIntegers: readonly number[]): string {
  if (longIntegers.length === 0) return json;
  const parts: string[] = [];
  let from = 0;
  for (const at of longIntegers) {
    parts.push(json.slice(from, at), '"');
    from = at;
  }
  parts.push(json.slice(from));
  return parts.join('');
}
