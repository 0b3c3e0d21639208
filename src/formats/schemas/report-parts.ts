import type { RowReport } from '../../core/records/imported-row.ts';
import { isMissing } from '../../core/text/missing-value.ts';

/** More of one row are not reports any more; all of them are in its cells. */
const MAX_REPORTS = 200;

/** Without case and spaces: two that differ in nothing else are one. */
export const folded = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export function withoutCopies(reports: readonly RowReport[]): readonly RowReport[] {
  const seen = new Set<string>();
  return reports
    .filter(({ publisher, title, date, text, urls }) => {
      const parts = [publisher, title, date, text].map(folded);
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
}): RowReport {
  const said = (text: string | undefined): string | undefined =>
    text === undefined || isMissing(text.trim()) ? undefined : text.trim();
  return {
    publisher: said(parts.publisher),
    title: said(parts.title),
    date: said(parts.date),
    text: said(parts.text),
    urls: parts.urls ?? [],
  };
}

/** The entries of a cell that a semicolon parts. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
