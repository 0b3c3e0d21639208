import type { RowReport } from '../../core/records/imported-row.ts';
import { publisherKey } from '../../core/records/publisher-key.ts';
import type { Receipt } from '../../core/records/receipt.ts';
import { isMissing } from '../../core/text/missing-value.ts';

/** More of one row are not reports any more; all of them are in its cells. */
const MAX_REPORTS = 200;

/** Without case and spaces: two that differ in nothing else are one. Publishers have a key of their own. */
export const folded = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export function withoutCopies(reports: readonly RowReport[]): readonly RowReport[] {
  const seen = new Set<string>();
  return reports
    .filter(({ publisher, title, date, text, urls }) => {
      const name = publisher === undefined ? '' : publisherKey(publisher);
      const parts = [name, ...[title, date, text].map(folded)];
      const key = JSON.stringify([...parts, ...urls]);
      if (seen.has(key) || (urls.length === 0 && parts.every((part) => part === ''))) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MAX_REPORTS);
}

/** What a report says of itself; empty parts are left out. */
export function report(parts: {
  readonly publisher?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly text?: string | undefined;
  readonly urls?: readonly string[];
  readonly receipt?: Receipt | undefined;
}): RowReport {
  const said = (text: string | undefined): string | undefined =>
    text === undefined || isMissing(text.trim()) ? undefined : text.trim();
  return {
    publisher: said(parts.publisher),
    title: said(parts.title),
    date: said(parts.date),
    text: said(parts.text),
    urls: parts.urls ?? [],
    ...(parts.receipt ? { receipt: parts.receipt } : {}),
  };
}

const entriesOf = (text: string, joint: RegExp): readonly string[] =>
  text
    .split(joint)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** It says nothing but where it is. */
export const isOnlyAddress = ({ publisher, title, date, text }: RowReport): boolean =>
  (publisher ?? title ?? date ?? text) === undefined;

/** The entries of a cell that a semicolon parts. */
export const listOf = (text: string): readonly string[] => entriesOf(text, /;/);

/** Names that a semicolon or a line break parts; a comma may be in a name. */
export const namesOf = (text: string): readonly string[] => entriesOf(text, /[;\n\r\u2028\u2029]/);
