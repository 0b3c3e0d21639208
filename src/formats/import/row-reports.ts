import { orderOf, type ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { sourcedReport, type RowReport } from '../../core/records/imported-row.ts';
import { publisherKey } from '../../core/records/publisher-key.ts';
import { cappedOrigins } from '../../core/records/origins.ts';
import type { Receipt } from '../../core/records/receipt.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';
import { receiptOf } from '../schemas/receipts.ts';
import { schemaOf } from '../schemas/registry.ts';
import { namesOf, report, withoutCopies } from '../schemas/report-parts.ts';
import { foldName } from '../table/column-names.ts';
import { reportsOfJson } from './json-reports.ts';
import { LINKS, NumberedReports, SOURCES } from './numbered-reports.ts';
import { isAddress, webAddresses } from './web-addresses.ts';

/** What the text of a source says: names and nothing else, how many, and of how many origins. */
type SaidNames = {
  readonly isPlain: boolean;
  readonly outlets: number;
  readonly origins: number;
};

/** Texts of sources whose number of origins is kept; files repeat them. */
const MAX_KNOWN = 20_000;
const MAY_BE_JSON = /^\s*[[{]/;
const MAY_BE_ADDRESS = /https?:\/\//i;

/** As reports have them: what says that nothing is known is no name. */
const namesIn = (source: string): readonly string[] =>
  namesOf(source).flatMap((publisher) => report({ publisher }).publisher ?? []);

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

/** The receipt of a row is that of its report, if it names just one. A copy of no report is one itself. */
function withReceipt(
  reports: readonly RowReport[],
  receipt: Receipt | undefined,
): readonly RowReport[] {
  const [only, ...more] = reports;
  if (!receipt || more.length > 0) return reports;
  if (only) return [{ ...only, receipt: { ...receipt, ...only.receipt } }];
  const { archived } = receipt;
  return archived === undefined ? [] : [report({ urls: [archived], receipt })];
}

/** Reads the reports that the rows of a table name. */
export class RowReports {
  readonly #columns: readonly string[];
  readonly #mapping: ColumnMapping;
  readonly #numbered: NumberedReports;
  /** Columns that may list reports as JSON. */
  readonly #lists: readonly number[];
  /** By the text of the source. */
  readonly #ofNames = new Map<string, SaidNames>();
  readonly #ofSchema: ((cell: CellOf) => readonly RowReport[]) | undefined;

  constructor(columns: readonly string[], mapping: ColumnMapping) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#numbered = new NumberedReports(columns);
    const named = columns.flatMap((name, column) => {
      const { whole } = foldName(name);
      return SOURCES.has(whole) || LINKS.has(whole) ? [column] : [];
    });
    const chosen = [mapping.source, mapping.link].filter((column) => column !== undefined);
    this.#lists = [...new Set([...chosen, ...named])];
    this.#ofSchema = schemaOf(mapping.schema)?.reportsOf?.(columns);
  }

  /**
   * How many origins the reports of a row have at most, as a byte. Every row is asked while a file is read: where
   * outlets and addresses are in one column each, no report is made for it, and names that come again are not read again.
   */
  countOrigins(cell: CellOf): number {
    const { source, link, archive } = this.#mapping;
    const isPlain =
      !this.#ofSchema &&
      this.#numbered.isNone &&
      archive === undefined &&
      !this.#lists.some((column) => MAY_BE_JSON.test(cell(column)));
    if (!isPlain) return cappedOrigins(this.read(cell).map(sourcedReport));
    const [names, addresses] = [cell(source), cell(link)];
    if (names === '' && addresses === '') return 0;
    const said = this.#ofNames.get(names) ?? this.#readNames(names);
    if (!said.isPlain) return cappedOrigins(this.read(cell).map(sourcedReport));
    const urls = addresses === '' ? [] : webAddresses(addresses);
    // Where each outlet has an address of its own, addresses add no origin.
    return urls.length === said.outlets
      ? said.origins
      : Math.min(said.origins + new Set(urls.map(publisherKey)).size, 255);
  }

  #readNames(names: string): SaidNames {
    const all = namesOf(names);
    const outlets = namesIn(names);
    const said = {
      isPlain: outlets.length === all.length && !MAY_BE_ADDRESS.test(names),
      outlets: outlets.length,
      origins: cappedOrigins(outlets.map((publisher) => ({ publisher }))),
    };
    if (this.#ofNames.size >= MAX_KNOWN) this.#ofNames.clear();
    this.#ofNames.set(names, said);
    return said;
  }

  read(cell: CellOf): readonly RowReport[] {
    return withReceipt(
      withoutCopies(this.#ofSchema?.(cell) ?? this.#named(cell)),
      this.#receipt(cell),
    );
  }

  #named(cell: CellOf): readonly RowReport[] {
    const { source, link } = this.#mapping;
    const numbered = this.#numbered;
    const order = orderOf(this.#mapping.time);
    const listed = this.#lists.flatMap((column) => reportsOfJson(cell(column), order) ?? []);
    const each = numbered.read(cell, order);
    if (listed.length > 0 || (each.length > 0 && !numbered.areWhole)) return [...listed, ...each];
    const text = (column: number | undefined): string =>
      numbered.isWhole(column) ? '' : cell(column);
    return [...each, ...ofLists(text(source), text(link))];
  }

  #receipt(cell: CellOf): Receipt | undefined {
    const { archive, captured, hash, time } = this.#mapping;
    if (archive === undefined && captured === undefined && hash === undefined) return undefined;
    const texts = {
      archive: cell(archive),
      captured: cell(captured),
      hash: cell(hash),
      hashOf: hash === undefined ? '' : (this.#columns[hash] ?? ''),
    };
    return receiptOf(texts, orderOf(time));
  }
}
