import type { RowReport } from '../../core/records/imported-row.ts';
import { folded, listOf, report, withoutCopies } from './report-parts.ts';

/** `"Outlet,2014-02-22,Headline; with its own semicolon";"Outlet,…"` */
const QUOTED_LIST = /^"[^"]*(?:""[^"]*)*"(?:\s*;\s*"[^"]*(?:""[^"]*)*")*$/;
const QUOTED = /"([^"]*(?:""[^"]*)*)"/g;
/** Between outlet and headline. */
const CITED_DAY = /,\s*(\d{4}-\d{2}-\d{2}),\s*/;
const HAS_DATE = /\b\d{4}-\d{2}-\d{2}\b/;

function ofCitations(article: string): readonly RowReport[] | undefined {
  if (!QUOTED_LIST.test(article)) return undefined;
  return Array.from(article.matchAll(QUOTED), ([, quoted = '']) => {
    const text = quoted.replaceAll('""', '"');
    const day = CITED_DAY.exec(text);
    if (!day) return report({ text });
    const title = text.slice(day.index + day[0].length);
    return report({ publisher: text.slice(0, day.index), date: day[1], title });
  });
}

/** Entries in their places, also those that are empty. */
function entriesOf(text: string, joint: RegExp): readonly string[] {
  const parts = text.split(joint).map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

const ANY_JOINT = /;/;
/** UCDP joins without a space; after a semicolon of a headline's own there is one. */
const TIGHT_JOINT = /;(?!\s)/;

const onlyOne = (parts: readonly string[]): string | undefined =>
  new Set(parts.map(folded)).size === 1 ? parts[0] : undefined;

/**
 * The reports of a UCDP event. Citations pair outlet, day and headline by themselves. Without them the
 * three lists are paired only where all are of one length; a headline may have a semicolon of its own.
 * Lists of other lengths are listed next to each other, unpaired; a single outlet or day is that of
 * every headline. Days that belong to no one report are only in the cells of the row.
 */
export function ucdpReports(
  article: string,
  office: string,
  date: string,
  headline: string,
): readonly RowReport[] {
  const cited = ofCitations(article.trim());
  if (cited) return withoutCopies(cited);
  const [offices, dates] = [entriesOf(office, ANY_JOINT), entriesOf(date, ANY_JOINT)];
  const splits = [ANY_JOINT, TIGHT_JOINT].map((joint) => entriesOf(headline, joint));
  const titles = splits.at(-1) ?? [];
  if (titles.length > 0) {
    const paired = splits.find(
      ({ length }) => length > 1 && length === offices.length && length === dates.length,
    );
    if (paired)
      return withoutCopies(
        paired.map((title, at) => report({ title, publisher: offices[at], date: dates[at] })),
      );
    const hasOneOffice = new Set(offices.map(folded)).size <= 1;
    const isOneReport = titles.length === 1 || hasOneOffice;
    const shared = { date: isOneReport ? onlyOne(dates) : undefined };
    if (hasOneOffice)
      return withoutCopies(
        titles.map((title) => report({ title, publisher: offices[0], ...shared })),
      );
    return withoutCopies([
      ...offices.map((publisher, at) =>
        report({ publisher, date: offices.length === dates.length ? dates[at] : undefined }),
      ),
      ...titles.map((title) => report({ title, ...shared })),
    ]);
  }
  const parts = listOf(article);
  const texts = parts.length > 1 && parts.every((part) => HAS_DATE.test(part)) ? parts : [article];
  return withoutCopies(texts.map((text) => report({ text })));
}
