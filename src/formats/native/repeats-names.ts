const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

/** The quotation mark that closes the text which opens at `start`; one behind a backslash is inside. */
function closingQuote(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); ; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
}

function namesInText(json: string): number {
  let count = 0;
  for (let at = json.indexOf('"'); at !== -1; at = json.indexOf('"', at + 1)) {
    at = closingQuote(json, at);
    let after = at + 1;
    while (json.charCodeAt(after) <= SPACE) after += 1;
    if (json.charCodeAt(after) === COLON) count += 1;
  }
  return count;
}

/** Counted without recursion: JSON may be nested deeper than the call stack. */
function namesInValue(value: unknown): number {
  let count = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += parts.length;
    for (const part of parts) if (typeof part === 'object' && part !== null) waiting.push(part);
  }
  return count;
}

/**
 * Whether an object of a JSON text has a name twice, of which `JSON.parse` keeps the last value and says nothing.
 * `value` is the parsed text: it then has fewer names than the text.
 */
export const repeatsNames = (json: string, value: unknown): boolean =>
  namesInText(json) !== namesInValue(value);
