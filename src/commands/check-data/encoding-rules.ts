import { featureStarts } from './recover-records.ts';
import { FILE_LABEL } from '../../formats/native/examine-collection.ts';
import { positionAt } from '../../formats/source/find-json-fault.ts';
import { idInJson } from '../../formats/source/read-json.ts';
import type { CheckFault } from './check-fault.ts';

const LINE_FEED = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const windows = new TextDecoder('windows-1252');

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Which record each line belongs to. */
function recordOfLine(text: string): (line: number) => string {
  const starts = featureStarts(text);
  const records = starts.map((start, i) => ({
    line: positionAt(text, start).line,
    label: idInJson(text.slice(start, starts[i + 1])) ?? `#${i + 1}`,
  }));
  return (line) => records.findLast((record) => record.line <= line)?.label ?? FILE_LABEL;
}

/** One fault for each line with bytes that are no UTF-8. `text`: the whole file, decoded leniently. */
export function badByteFaults(bytes: Uint8Array, text: string): readonly CheckFault[] {
  const faults: CheckFault[] = [];
  const recordOf = recordOfLine(text);
  for (let start = 0, line = 1; start <= bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const ofLine = bytes.subarray(start, end);
    start = end + 1;
    if (isUtf8(ofLine)) continue;
    const column = lenient.decode(ofLine).indexOf('\uFFFD') + 1;
    const read = windows.decode(ofLine).trim();
    faults.push({
      record: recordOf(line),
      rule: 'encoding',
      field: `line ${line}, column ${column}`,
      problem: `has bytes that are not UTF-8; in Windows-1252 the line is ${read.slice(0, 120)}`,
      expected: 'a file saved as UTF-8',
    });
  }
  return faults;
}

/** Many programs refuse JSON that begins with a byte order mark, and RFC 8259 forbids to write it. */
export const markFaults = (bytes: Uint8Array): readonly CheckFault[] =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? [
        {
          record: FILE_LABEL,
          rule: 'byte-order-mark',
          field: 'line 1, column 1',
          problem: 'begins with a byte order mark (U+FEFF)',
          expected: 'a file saved as UTF-8 without a mark',
        },
      ]
    : [];
