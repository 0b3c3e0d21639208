import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { RowReport } from '../../core/records/imported-row.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';
import { schemaOf } from '../schemas/registry.ts';
import { namesOf, report, withoutCopies } from '../schemas/report-parts.ts';
import { foldName } from '../table/column-names.ts';
import { reportOfObject, reportsOfJson } from './json-reports.ts';
import { isAddress, webAddresses } from './web-addresses.ts';

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
  const publishers = isAddress(source) ? [] : namesOf(source);
  const urls = [...webAddresses(link), ...(isAddress(source) ? webAddresses(source) : [])];
  if (publishers.length === urls.length)
    return publishers.map((publisher, at) => report({ publisher, urls: urls.slice(at, at + 1) }));
  return [
    ...publishers.map((publisher) => report({ publisher })),
    ...urls.map((url) => report({ urls: [url] })),
  ];
}

/** Reads the reports that the rows of a table name. */
export class RowReports {
  readonly #mapping: ColumnMapping;
  readonly #numbered: ReadonlyMap<string, readonly Numbered[]>;
  /** Columns that may list reports as JSON. */
  readonly #lists: readonly number[];
  readonly #ofSchema: ((cell: CellOf) => readonly RowReport[]) | undefined;

  constructor(columns: readonly string[], mapping: ColumnMapping) {
    this.#mapping = mapping;
    this.#numbered = numberedColumns(columns);
    const named = columns.flatMap((name, column) => {
      const { whole } = foldName(name);
      return SOURCES.has(whole) || LINKS.has(whole) ? [column] : [];
    });
    const chosen = [mapping.source, mapping.link].filter((column) => column !== undefined);
    this.#lists = [...new Set([...chosen, ...named])];
    this.#ofSchema = schemaOf(mapping.schema)?.reportsOf?.(columns);
  }

  read(cell: CellOf): readonly RowReport[] {
    if (this.#ofSchema) return this.#ofSchema(cell);
    const listed = this.#lists.flatMap((column) => reportsOfJson(cell(column)) ?? []);
    const numbered = [...this.#numbered.values()].flatMap((group) => {
      const said = group.map(({ key, column }) => [key, cell(column)] as const);
      const filled = said.filter(([, text]) => text !== '');
      return filled.length === 0 ? [] : [reportOfObject(Object.fromEntries(filled))];
    });
    if (listed.length + numbered.length > 0) return withoutCopies([...listed, ...numbered]);
    const { source, link } = this.#mapping;
    const words = [source, link].map((column) => cell(column)) as [string, string];
    return withoutCopies(ofLists(...words));
  }
}
