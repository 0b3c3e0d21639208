import { orderOf, type ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { RowReport } from '../../core/records/imported-row.ts';
import type { Receipt } from '../../core/records/receipt.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';
import { receiptOf } from '../schemas/receipts.ts';
import { schemaOf } from '../schemas/registry.ts';
import { namesOf, report, withoutCopies } from '../schemas/report-parts.ts';
import { foldName } from '../table/column-names.ts';
import { reportsOfJson } from './json-reports.ts';
import { LINKS, NumberedReports, SOURCES } from './numbered-reports.ts';
import { isAddress, webAddresses } from './web-addresses.ts';

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
