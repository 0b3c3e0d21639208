import type { RowReport } from '../../core/records/imported-row.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import { foldName, type ColumnNames } from '../mapping/column-names.ts';
import { ucdpColumns } from '../schemas/ucdp.ts';

/** More of one row are not reports any more; all of them are in its cells. */
const MAX_REPORTS = 200;

type Cells = (column: number | undefined) => string;

const isWeb = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** Parts between white space, and between addresses that `;`, `,` or `|` part. */
const partsOf = (text: string): readonly string[] =>
  text
    .split(/[\s;|,]+(?=https?:\/\/)|\s+/i)
    .map((part) => part.replace(/[;|,]+$/, ''))
    .filter((part) => part !== '');

/** The addresses of the web in a text; anything else is left out. */
export const webAddresses = (text: string): readonly string[] => partsOf(text).filter(isWeb);

const isAddress = (text: string): boolean => {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every(isWeb);
};

/** Without case and spaces: two that differ in nothing else are one. */
const folded = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function withoutCopies(reports: readonly RowReport[]): readonly RowReport[] {
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
function report(parts: {
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

const listOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

// UCDP

/** `"Outlet,2014-02-22,Headline; with its own semicolon";"Outlet,…"` */
const QUOTED_LIST = /^"(?:[^"]|"")*"(?:\s*;\s*"(?:[^"]|"")*")*$/;
const QUOTED = /"((?:[^"]|"")*)"/g;
const CITATION = /^([^,]*(?:,[^,]*?)*?),\s*(\d{4}-\d{2}-\d{2}),\s*([^]*)$/;
const HAS_DATE = /\b\d{4}-\d{2}-\d{2}\b/;

function ofCitations(article: string): readonly RowReport[] | undefined {
  if (!QUOTED_LIST.test(article)) return undefined;
  return Array.from(article.matchAll(QUOTED), ([, quoted = '']) => {
    const text = quoted.replaceAll('""', '"');
    const [, publisher, date, title] = CITATION.exec(text) ?? [];
    return title === undefined ? report({ text }) : report({ publisher, date, title });
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

// Lists and objects in JSON

const KEYS = {
  publisher: ['publisher', 'source', 'outlet', 'organisation', 'organization', 'site', 'author'],
  title: ['title', 'headline', 'name'],
  date: ['date', 'published', 'datepublished', 'timestamp'],
  text: ['description', 'desc', 'text', 'summary', 'caption', 'notes', 'note'],
} as const;

/** Small pictures of a report are not its address. */
const PICTURES = new Set(['thumbnail', 'thumb', 'icon', 'image']);

/** Every address anywhere in a value. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isAddress(value.trim()) ? webAddresses(value.trim()) : [];
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) =>
        PICTURES.has(key) ? [] : addressesIn(inside),
      )
    : [];
}

function ofObject(object: object): RowReport {
  const byKey = new Map(Object.entries(object).map(([key, value]) => [foldName(key).whole, value]));
  const first = (keys: readonly string[]): string | undefined => {
    for (const key of keys) {
      const value: unknown = byKey.get(key);
      const isText = typeof value === 'number' || (typeof value === 'string' && !isAddress(value));
      if (isText && String(value).trim() !== '') return String(value);
    }
    return undefined;
  };
  const urls = [...new Set(addressesIn(object))];
  const [publisher, title, date, text] = [KEYS.publisher, KEYS.title, KEYS.date, KEYS.text].map(
    first,
  );
  const isNamed = publisher ?? title ?? date ?? text ?? urls[0];
  // Under keys of another language: as it is written.
  return isNamed === undefined
    ? report({ text: JSON.stringify(object) })
    : report({ publisher, title, date, text, urls });
}

function ofText(text: string): RowReport {
  return isAddress(text) ? report({ urls: webAddresses(text) }) : report({ publisher: text });
}

/** The reports that a cell lists as JSON; undefined where it is something else. */
function ofJson(cell: string): readonly RowReport[] | undefined {
  if (!/^\s*[[{]/.test(cell)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    return undefined;
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item): readonly RowReport[] => {
    if (typeof item === 'string') return [ofText(item.trim())];
    return typeof item === 'object' && item !== null ? [ofObject(item)] : [];
  });
}

// Columns

const SOURCES = new Set(['source', 'sources', 'references', 'evidence', 'citations']);
const LINKS = new Set(['link', 'links', 'url', 'urls']);

type Numbered = { readonly key: string; readonly column: number };

/** The columns of `sources.0.path`, `sources.0.description`, `source_2_url`, by their numbers. */
function numberedColumns(columns: readonly string[]): ReadonlyMap<string, readonly Numbered[]> {
  const groups = new Map<string, Numbered[]>();
  columns.forEach((name, column) => {
    const [, first, number, key] = /^(\p{L}+)[._ -](\d{1,3})[._ -](.+)$/u.exec(name) ?? [];
    if (first === undefined || key === undefined || !SOURCES.has(first.toLowerCase())) return;
    const group = groups.get(`${first}.${number ?? ''}`) ?? [];
    group.push({ key: key.replace(/[._ -]\d+$/, ''), column });
    groups.set(`${first}.${number ?? ''}`, group);
  });
  return groups;
}

/** Names of outlets and addresses, paired only where each has one of the other. */
function ofLists(source: string, link: string): readonly RowReport[] {
  const publishers = isAddress(source) ? [] : listOf(source);
  const urls = [...webAddresses(link), ...(isAddress(source) ? webAddresses(source) : [])];
  if (publishers.length === urls.length)
    return publishers.map((publisher, at) => report({ publisher, urls: urls.slice(at, at + 1) }));
  return [
    ...publishers.map((publisher) => report({ publisher })),
    ...urls.map((url) => report({ urls: [url] })),
  ];
}

/** Reads the reports that the rows of one sheet name. */
export class RowReports {
  readonly #meaning: ColumnMapping;
  readonly #numbered: ReadonlyMap<string, readonly Numbered[]>;
  /** Columns that may list reports as JSON. */
  readonly #lists: readonly number[];
  readonly #ucdp: ColumnNames | undefined;

  constructor(columns: readonly string[], mapping: ColumnMapping) {
    this.#meaning = mapping;
    this.#numbered = numberedColumns(columns);
    const named = columns.flatMap((name, column) => {
      const { whole } = foldName(name);
      return SOURCES.has(whole) || LINKS.has(whole) ? [column] : [];
    });
    const chosen = [mapping.source, mapping.link].filter((column) => column !== undefined);
    this.#lists = [...new Set([...chosen, ...named])];
    this.#ucdp = mapping.schema === 'ucdp' ? ucdpColumns(columns) : undefined;
  }

  read(cell: Cells): readonly RowReport[] {
    const ucdp = this.#ucdp;
    if (ucdp) {
      const [article = '', ...lists] = UCDP_SOURCES.map((name) => cell(ucdp.find(name)));
      const [office = '', date = '', headline = ''] = lists;
      return ucdpReports(article, office, date, headline);
    }
    const listed = this.#lists.flatMap((column) => ofJson(cell(column)) ?? []);
    const numbered = [...this.#numbered.values()].flatMap((group) => {
      const said = group.map(({ key, column }) => [key, cell(column)] as const);
      const filled = said.filter(([, text]) => text !== '');
      return filled.length === 0 ? [] : [ofObject(Object.fromEntries(filled))];
    });
    if (listed.length + numbered.length > 0) return withoutCopies([...listed, ...numbered]);
    const { source, link } = this.#meaning;
    const words = [source, link].map((column) => cell(column)) as [string, string];
    return withoutCopies(ofLists(...words));
  }
}

const UCDP_SOURCES = ['source_article', 'source_office', 'source_date', 'source_headline'] as const;
