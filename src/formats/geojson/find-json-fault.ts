/** Where a text stops being JSON: line and column from 1, the column in UTF-16 units. */
export type JsonFault = {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
};

type Bracket = '}' | ']';
type Expectation = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'next' | 'end';

const blanks = /[ \t\n\r]*/y;
const token =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What may follow a token, or undefined where it may not stand; opens and closes brackets. */
function expectationAfter(
  read: string,
  expected: Expectation,
  open: Bracket[],
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
        open.push('}');
        return 'name or }';
      }
      if (read === '[') {
        open.push(']');
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
      if (read === ',') return open.at(-1) === '}' ? 'name' : 'value';
      return read === open.at(-1) ? close() : undefined;
    case 'end':
      return undefined;
  }
}

function expectedWords(expected: Expectation, open: readonly Bracket[]): string {
  switch (expected) {
    case 'value':
    case 'value or ]':
      return `a ${expected}`;
    case 'name':
      return 'a name in double quotes';
    case 'name or }':
      return 'a name in double quotes or }';
    case ':':
      return ':';
    case 'next':
      return `, or ${open.at(-1) ?? ''}`;
    case 'end':
      return 'the end of the file';
  }
}

function foundWords(text: string, at: number): string {
  const character = text.codePointAt(at);
  if (character === undefined) return 'the end of the file';
  if (text[at] === '"' && matchAt(token, text, at) === undefined)
    return 'a text that is not closed on its line or holds a wrong \\ sequence';
  return String.fromCodePoint(character);
}

/**
 * The first place where a text breaks the grammar of JSON (RFC 8259), the same in every engine,
 * whose own messages differ and often name no place. Undefined where the text is JSON.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: Bracket[] = [];
  let expected: Expectation = 'value';
  for (let at = 0; ;) {
    at += matchAt(blanks, text, at)?.length ?? 0;
    if (at === text.length && expected === 'end') return undefined;
    const read = matchAt(token, text, at);
    const next: Expectation | undefined =
      read === undefined ? undefined : expectationAfter(read, expected, open);
    if (read === undefined || next === undefined) {
      const before = text.slice(0, at);
      return {
        line: before.split('\n').length,
        column: at - before.lastIndexOf('\n'),
        expected: expectedWords(expected, open),
        found: foundWords(text, at),
      };
    }
    at += read.length;
    expected = next;
  }
}
