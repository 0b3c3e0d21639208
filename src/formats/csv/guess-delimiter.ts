import { SAVED_START } from '../../core/records/saved-columns.ts';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import { headRows, SEPARATOR_LINE, usualWidth, type Head } from './head-rows.ts';

/** In order of preference where the evidence is even. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const isDelimiter = (text: string | undefined): text is Delimiter =>
  DELIMITERS.some((one) => one === text);

function statedDelimiter({ bytes, from }: Head): Delimiter | undefined {
  const start = decodeUtf8(bytes.subarray(from, from + 64));
  const [firstLine = ''] = start.split(/[\r\n]/, 1);
  const [, stated] = SEPARATOR_LINE.exec(firstLine) ?? SAVED_START.exec(firstLine) ?? [];
  return isDelimiter(stated) ? stated : undefined;
}

/** A comma as in `1,x`, with no space after it and not inside a number: prose has none. */
const TIGHT_COMMA = /,(?!\s)(?<!\d,(?=\d))/;

/** True for a cell that looks as though another delimiter would cut it further. */
const looksUncut = (cell: string, delimiter: Delimiter): boolean =>
  DELIMITERS.some((one) =>
    one === delimiter ? false : one === ',' ? TIGHT_COMMA.test(cell) : cell.includes(one),
  );

/**
 * 0 to 1: how many rows have the usual number of cells, how many of these cells no other delimiter
 * would cut, and that many cells are better evidence than two.
 */
function evidenceFor(head: Head, delimiter: Delimiter): number {
  const rows = headRows(head, delimiter);
  const width = usualWidth(rows);
  if (width < 2) return 0;
  const steady = rows.filter((row) => row.cells === width && !row.isBroken);
  const cells = steady.flatMap((row) => row.texts);
  const cut = cells.filter((cell) => !looksUncut(cell, delimiter)).length;
  return (steady.length / rows.length) * (cut / cells.length) * (1 - 1 / width);
}

/** By the `sep=` line of Excel or the header of saved rows, else by evidence; a comma where a file has one column only. */
export function guessDelimiter(head: Head): Delimiter {
  const stated = statedDelimiter(head);
  if (stated) return stated;
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const evidence = evidenceFor(head, delimiter);
    if (evidence > most) {
      best = delimiter;
      most = evidence;
    }
  }
  return best;
}
