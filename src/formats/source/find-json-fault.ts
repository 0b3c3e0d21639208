import type { JsonExpectation, JsonFound } from '../../core/faults/json-mistake.ts';

/** Names of objects and positions in arrays (from 0) that lead to a value. */
type JsonPath = readonly (string | number)[];

/** A place in a text: line and column from 1, the column in UTF-16 units. */
export type TextPosition = { readonly line: number; readonly column: number };

/** Where a text stops being JSON, and inside which value (`path`). */
export type JsonFault = TextPosition & {
  readonly offset: number;
  readonly path: JsonPath;
  /** The brackets that would close what is open here, innermost first. */
  readonly closers: string;
  readonly expected: JsonExpectation;
  readonly found: JsonFound;
};

/** A name that an object has twice; `JSON.parse` would silently keep the last value. */
export type RepeatedName = TextPosition & { readonly path: JsonPath; readonly firstLine: number };

export type JsonScan = {
  /** Undefined where the text is JSON. */
  readonly fault: JsonFault | undefined;
  readonly repeated: readonly RepeatedName[];
  /** The offset behind the last token that was read. */
  readonly end: number;
};

type Bracket = '}' | ']';
type Expectation = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'next' | 'end';

/** An open object or array: the name or position that is being read, and the names before it. */
type Frame = {
  readonly close: Bracket;
  readonly names: Map<string, number>;
  key: string | number | undefined;
};

/** Arrays have no names. */
const noNames = new Map<string, number>();

const blanks = /[ \t\n\r]*/y;
/** Not the whole text: for millions of escapes a regular expression has no room. */
const partOfText = /(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})){1,1000}/y;
const otherToken = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The token that begins at `at`; undefined where there is none. */
function tokenAt(text: string, at: number): string | undefined {
  if (text[at] !== '"') return matchAt(otherToken, text, at);
  let end = at + 1;
  partOfText.lastIndex = end;
  while (partOfText.test(text)) end = partOfText.lastIndex;
  return text[end] === '"' ? text.slice(at, end + 1) : undefined;
}

/** What may follow a token, or undefined where it is not allowed; opens and closes brackets. */
function expectationAfter(
  read: string,
  expected: Expectation,
  open: Frame[],
): Expectation | undefined {
  const afterValue = (): Expectation => (open.length > 0 ? 'next' : 'end');
  const close = (): Expectation => {
    open.pop();
    return afterValue();
  };
  switch (expected) {
    case 'value':
    case 'value or ]':
      if (read === '{') {
        open.push({ close: '}', names: new Map(), key: undefined });
        return 'name or }';
      }
      if (read === '[') {
        open.push({ close: ']', names: noNames, key: 0 });
        return 'value or ]';
      }
      if (read === ']' && expected === 'value or ]') return close();
      return '}],:'.includes(read) ? undefined : afterValue();
    case 'name':
    case 'name or }':
      if (read.startsWith('"')) return ':';
      return read === '}' && expected === 'name or }' ? close() : undefined;
    case ':':
      return read === ':' ? 'value' : undefined;
    case 'next':
      if (read === ',') return open.at(-1)?.close === '}' ? 'name' : 'value';
      return read === open.at(-1)?.close ? close() : undefined;
    case 'end':
      return undefined;
  }
}

const jsonExpectation = (expected: Expectation, open: readonly Frame[]): JsonExpectation =>
  expected === 'next' ? (open.at(-1)?.close === '}' ? ', or }' : ', or ]') : expected;

function foundAt(text: string, at: number): JsonFound {
  const character = text.codePointAt(at);
  if (character === undefined) return { kind: 'end' };
  if (text[at] === '"' && tokenAt(text, at) === undefined) return { kind: 'broken-text' };
  return { kind: 'character', character: String.fromCodePoint(character) };
}

/** The position in an array moves on; the name in an object is not known yet. */
function nextItem(frame: Frame | undefined): void {
  if (frame) frame.key = typeof frame.key === 'number' ? frame.key + 1 : undefined;
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

const pathOf = (open: readonly Frame[]): JsonPath => open.flatMap(({ key }) => key ?? []);

/** Two spellings of one name (`"kill\u0065d"`) are the same name. */
const nameOf = (token: string): string =>
  token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);

/**
 * Reads a text by the grammar of JSON (RFC 8259) up to the first place that breaks it, the same in
 * every engine, whose own messages differ and often name no place. Names that an object repeats are
 * found on the way.
 */
export function scanJson(text: string): JsonScan {
  const open: Frame[] = [];
  const repeated: RepeatedName[] = [];
  let expected: Expectation = 'value';
  const takeName = (token: string, at: number): void => {
    const frame = open.at(-1);
    if (!frame) return;
    frame.key = nameOf(token);
    const first = frame.names.get(frame.key);
    if (first === undefined) frame.names.set(frame.key, at);
    else
      repeated.push({
        path: pathOf(open),
        ...positionAt(text, at),
        firstLine: positionAt(text, first).line,
      });
  };
  for (let at = 0; ;) {
    at += matchAt(blanks, text, at)?.length ?? 0;
    if (at === text.length && expected === 'end') return { fault: undefined, repeated, end: at };
    const read = tokenAt(text, at);
    const next: Expectation | undefined =
      read === undefined ? undefined : expectationAfter(read, expected, open);
    if (read === undefined || next === undefined) {
      const fault = {
        ...positionAt(text, at),
        offset: at,
        path: pathOf(open),
        closers: open
          .map(({ close }) => close)
          .reverse()
          .join(''),
        expected: jsonExpectation(expected, open),
        found: foundAt(text, at),
      };
      return { fault, repeated, end: at };
    }
    if (next === ':') takeName(read, at);
    else if (read === ',') nextItem(open.at(-1));
    at += read.length;
    expected = next;
  }
}

/** The first place where a text breaks the grammar of JSON; undefined where the text is JSON. */
export const findJsonFault = (text: string): JsonFault | undefined => scanJson(text).fault;
