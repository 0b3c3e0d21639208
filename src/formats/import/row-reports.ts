import { orderOf, type ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { sourcedReport, type RowReport, type RowSources } from '../../core/records/imported-row.ts';
import { publisherKey } from '../../core/records/publisher-key.ts';
import { cappedOrigins } from '../../core/records/origins.ts';
import type { Receipt } from '../../core/records/receipt.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';
import { receiptOf } from '../schemas/receipts.ts';
import { schemaOf } from '../schemas/registry.ts';
import { isOnlyAddress, namesOf, report, withoutCopies } from '../schemas/report-parts.ts';
import { ColumnNames, foldName } from '../table/column-names.ts';
import { reportsOfJson } from './json-reports.ts';
import { LINKS, NumberedReports, SOURCES } from './numbered-reports.ts';
import { withAddresses } from './row-addresses.ts';
import { isAddress, webAddresses } from './web-addresses.ts';

/** What the text of a source says: names and nothing else, how many, and of how many origins. */
type SaidNames = {
  readonly isPlain: boolean;
  readonly outlets: number;
  readonly origins: number;
};

/** What the columns of a row list as JSON. */
type Lists = {
  readonly reports: readonly RowReport[];
  readonly addresses: readonly string[];
  readonly columns: ReadonlySet<number | undefined>;
};
const NO_LISTS: Lists = { reports: [], addresses: [], columns: new Set() };

/** Texts of sources whose number of origins is kept; files repeat them. */
const MAX_KNOWN = 20_000;
const MAY_BE_JSON = /^\s*[[{]/;
const MAY_BE_ADDRESS = /https?:\/\//i;

/** As reports have them: what says that nothing is known is no name. */
const namesIn = (source: string): readonly string[] =>
  namesOf(source).flatMap((publisher) => report({ publisher }).publisher ?? []);

/** Each entry of a list of sources is a report: of an outlet, or at an address. */
const ofEntries = (source: string): readonly RowReport[] =>
  isAddress(source)
    ? webAddresses(source).map((url) => report({ urls: [url] }))
    : namesOf(source).map((entry) =>
        isAddress(entry) ? report({ urls: webAddresses(entry) }) : report({ publisher: entry }),
      );

/**
 * The receipt of a row is that of its report, if it can be of no other. A copy of no report is one itself; of one of
 * several, it is the row's.
 */
function withReceipt(
  sources: Omit<RowSources, 'receipt'>,
  receipt: Receipt | undefined,
): RowSources {
  const { reports, addresses } = sources;
  const [only, ...more] = reports;
  if (!receipt || more.length > 0 || addresses.length > 0) return { ...sources, receipt };
  const archived = receipt.archived ?? receipt.copies?.[0]?.address;
  const one = only ?? (archived === undefined ? undefined : report({ urls: [archived] }));
  if (!one) return { ...sources, receipt };
  return {
    reports: [{ ...one, receipt: { ...receipt, ...one.receipt } }],
    addresses,
    receipt: undefined,
  };
}

/** Reads the reports that the rows of a table name. */
export class RowReports {
  readonly #columns: readonly string[];
  readonly #mapping: ColumnMapping;
  readonly #numbered: NumberedReports;
  /** Columns that may list reports as JSON. */
  readonly #lists: readonly number[];
  /** Those of them that list addresses. */
  readonly #links: ReadonlySet<number>;
  /** By the text of the source. */
  readonly #ofNames = new Map<string, SaidNames>();
  /** Columns of further copies. */
  readonly #copies: readonly number[];
  readonly #ofSchema: ((cell: CellOf) => readonly RowReport[]) | undefined;

  constructor(columns: readonly string[], mapping: ColumnMapping) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#numbered = new NumberedReports(columns);
    const called = (names: ReadonlySet<string>): readonly number[] =>
      columns.flatMap((name, column) => (names.has(foldName(name).whole) ? [column] : []));
    const chosen = [mapping.source, mapping.link].filter((column) => column !== undefined);
    this.#lists = [...new Set([...chosen, ...called(SOURCES), ...called(LINKS)])];
    this.#links = new Set([mapping.link ?? -1, ...called(LINKS)]);
    const schema = schemaOf(mapping.schema);
    this.#ofSchema = schema?.reportsOf?.(columns);
    const names = new ColumnNames(columns);
    this.#copies = (schema?.copyColumns ?? []).flatMap((name) => names.find(name) ?? []);
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
    if (!isPlain) return cappedOrigins(this.read(cell).reports.map(sourcedReport));
    const [names, addresses] = [cell(source), cell(link)];
    if (names === '' && addresses === '') return 0;
    const said = this.#ofNames.get(names) ?? this.#readNames(names);
    if (!said.isPlain) return cappedOrigins(this.read(cell).reports.map(sourcedReport));
    // Next to names, addresses are of the same reports.
    return said.outlets > 0
      ? said.origins
      : Math.min(new Set(webAddresses(addresses).map(publisherKey)).size, 255);
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

  read(cell: CellOf): RowSources {
    const { reports, addresses } = this.#addressed(cell);
    return withReceipt({ reports: withoutCopies(reports), addresses }, this.#receipt(cell));
  }

  #addressed(cell: CellOf) {
    const { source, link, time } = this.#mapping;
    const order = orderOf(time);
    const bySchema = this.#ofSchema?.(cell);
    const found = bySchema ? NO_LISTS : this.#listed(cell, order);
    const text = (column: number | undefined): string =>
      this.#numbered.isWhole(column) || found.columns.has(column) ? '' : cell(column);
    const addresses = [...found.addresses, ...webAddresses(text(link))];
    if (bySchema) return withAddresses(bySchema, addresses);
    const each = [...found.reports, ...this.#numbered.read(cell, order)];
    const named = new Set(each.flatMap(({ publisher }) => publisher ?? []).map(publisherKey));
    const others = ofEntries(text(source)).filter(
      ({ publisher }) => publisher === undefined || !named.has(publisherKey(publisher)),
    );
    return withAddresses([...each, ...others], addresses);
  }

  /** What is written as JSON, and in which columns. A list of nothing but addresses in a column of links is those. */
  #listed(cell: CellOf, order: DateOrder): Lists {
    const reports: RowReport[] = [];
    const addresses: string[] = [];
    const columns = new Set<number | undefined>();
    for (const column of this.#lists) {
      const found = reportsOfJson(cell(column), order);
      if (!found) continue;
      columns.add(column);
      if (this.#links.has(column) && found.every(isOnlyAddress))
        addresses.push(...found.flatMap(({ urls }) => urls));
      else reports.push(...found);
    }
    return { reports, addresses, columns };
  }

  #receipt(cell: CellOf): Receipt | undefined {
    const { archive, captured, hash, time } = this.#mapping;
    if (archive === undefined && captured === undefined && hash === undefined) return undefined;
    const texts = {
      archive: cell(archive),
      captured: cell(captured),
      hash: cell(hash),
      hashOf: hash === undefined ? '' : (this.#columns[hash] ?? ''),
      others: this.#copies.map((column) => ({
        column: this.#columns[column] ?? '',
        text: cell(column),
      })),
    };
    return receiptOf(texts, orderOf(time));
  }
}
