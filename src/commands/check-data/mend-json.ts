import { scanJson, type JsonFault } from '../../formats/source/find-json-fault.ts';

/** The first place of a typing error, and what the grammar of JSON expects there. */
export type SyntaxFault = Pick<JsonFault, 'offset' | 'expected' | 'found'>;

export type MendedJson = {
  readonly faults: readonly SyntaxFault[];
  /** The text with its usual typing errors corrected, unread values as `UNREAD_VALUE`; undefined where that cannot be done safely. */
  readonly text: string | undefined;
};

/** Replaces `length` characters from `at`; line ends are kept, so that line numbers stay true. */
type Edit = { readonly at: number; readonly length: number; readonly put: string };

/** Replaces a value that cannot be read; no real record contains this text. */
export const UNREAD_VALUE = '\ue000unread\ue000';
const UNREAD = JSON.stringify(UNREAD_VALUE);

const MAX_EDITS = 50;

const edit = (at: number, length: number, put: string): Edit => ({ at, length, put });
const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** Words of other languages and half numbers that editors and programs write. */
const WORDS: readonly (readonly [pattern: RegExp, put: (word: string) => string])[] = [
  [/^True\b/i, () => 'true'],
  [/^False\b/i, () => 'false'],
  [/^(?:None|null|nil)\b/i, () => 'null'],
  [/^(?:[-+]?(?:NaN|Infinity|inf)|undefined|NA)\b/i, () => UNREAD],
  [/^['‘’]([^'‘’"\n]*)['‘’]/, (word) => JSON.stringify(word.slice(1, -1))],
  [/^[“”„«]([^“”»"\n]*)[“”»"]/, (word) => JSON.stringify(word.slice(1, -1))],
  [/^\+(?=\d)/, () => ''],
  [/^\.(?=\d)/, () => '0.'],
];

/** A field alone on its line whose text holds quotation marks, wrong `\` or control characters. */
function textOnLine(text: string, offset: number): Edit | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const line = text.slice(start, end).replace(/\r$/, '');
  const [, before, inner, after] =
    /^(\s*(?:"\w+"\s*:\s*)?)"(.*)"(\s*[,}\]\s]*)$/.exec(line) ??
    /^(\s*(?:"\w+"\s*:\s*)?)"([^"]*?)(\s*,?\s*)$/.exec(line) ??
    [];
  if (before === undefined || inner === undefined || after === undefined) return undefined;
  if (/"\s*[:,]\s*["[{\d]/.test(inner)) return undefined;
  const escaped = inner
    .replaceAll(/\\(?!["\\/bfnrt]|u[\dA-Fa-f]{4})/g, '\\\\')
    .replaceAll(/(?<!\\)"/g, '\\"')
    .replaceAll(/[\u0000-\u001f]/g, ' ');
  return edit(start, line.length, `${before}"${escaped}"${after}`);
}

/** Where the last comma before an offset is, when nothing but blanks lies between. */
function commaBefore(text: string, offset: number): number | undefined {
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(',') ? before.length - 1 : undefined;
}

function editOfValue(text: string, offset: number): Edit | undefined {
  const rest = text.slice(offset);
  for (const [pattern, put] of WORDS) {
    const word = pattern.exec(rest)?.[0];
    if (word !== undefined) return edit(offset, word.length, put(word));
  }
  const comma = commaBefore(text, offset);
  if (rest.startsWith(']') && comma !== undefined) return edit(comma, 1, ' ');
  return /^[,}]/.test(rest) ? edit(offset, 0, UNREAD) : undefined;
}

function editOfName(text: string, { offset, closers }: JsonFault): Edit | undefined {
  const rest = text.slice(offset);
  const comma = commaBefore(text, offset);
  if (rest.startsWith('}') && comma !== undefined) return edit(comma, 1, ' ');
  if (rest === '' && comma !== undefined) return edit(comma, 1, `${closers},`);
  if (rest.startsWith(',')) return edit(offset, 1, ' ');
  if (/^\d/.test(rest) && comma !== undefined && /\d$/.test(text.slice(0, comma)))
    return edit(comma, 1, '.');
  const bare = /^[A-Za-z_]\w*(?=\s*:)/.exec(rest)?.[0];
  if (bare !== undefined) return edit(offset, bare.length, JSON.stringify(bare));
  const quoted = /^['‘’“”](\w+)['‘’“”"]/.exec(rest);
  return quoted ? edit(offset, quoted[0].length, JSON.stringify(quoted[1])) : undefined;
}

/** After a value: a comma is missing, or a bracket is missing or too many. */
function editAfterValue(text: string, { offset, closers }: JsonFault): Edit | undefined {
  const rest = text.slice(offset);
  if (rest === '') return edit(offset, 0, closers);
  if (rest.startsWith(';')) return edit(offset, 1, ',');
  if (/^\d/.test(rest) && /[^\d.]0$/.test(text.slice(0, offset))) return edit(offset - 1, 1, '');
  if (/^\.(?!\d)/.test(rest)) return edit(offset, 1, '');
  if (/^(?:["{[\d-]|true|false|null)/.test(rest)) return edit(offset, 0, ',');
  if (!/^[}\]]/.test(rest)) return undefined;
  const isInObject = /^[}\]]\s*,\s*"\w+"\s*:/.test(rest) && closers.startsWith('}');
  return isInObject ? edit(offset, 1, '') : edit(offset, 0, closers.slice(0, 1));
}

function editAt(text: string, fault: JsonFault): Edit | undefined {
  const { offset, expected, found } = fault;
  const rest = text.slice(offset);
  const comment = /^(?:\/\/[^\n]*|\/\*.*?\*\/|#[^\n]*)/s.exec(rest)?.[0];
  if (comment !== undefined) return edit(offset, comment.length, blanked(comment));
  if (found.kind === 'broken-text') return textOnLine(text, offset);
  if (expected.startsWith('value')) return editOfValue(text, offset) ?? textOnLine(text, offset);
  if (expected.startsWith('name')) return editOfName(text, fault);
  if (expected === ':')
    return /^[="{[\d]/.test(rest) ? edit(offset, rest.startsWith('=') ? 1 : 0, ':') : undefined;
  return editAfterValue(text, fault) ?? textOnLine(text, offset);
}

/**
 * Corrects the typing errors of one JSON value, so that its other faults can be found in the same run.
 * Stops behind the value: what follows it belongs to the caller. Offsets are those of the given text,
 * exact on lines without an earlier correction.
 */
export function mendJson(given: string): MendedJson {
  const faults: SyntaxFault[] = [];
  let text = given;
  let shift = 0;
  let last = -1;
  for (let edits = 0; edits < MAX_EDITS; edits++) {
    const { fault } = scanJson(text);
    if (!fault || fault.expected === 'end') return { faults, text };
    const { expected, found } = fault;
    const offset = Math.min(Math.max(fault.offset - shift, 0), given.length);
    if (fault.offset <= last) return { faults, text: undefined };
    last = fault.offset;
    faults.push({ offset, expected, found });
    const change = editAt(text, fault);
    if (!change) return { faults, text: undefined };
    text = text.slice(0, change.at) + change.put + text.slice(change.at + change.length);
    shift += change.put.length - change.length;
  }
  return { faults, text: undefined };
}
