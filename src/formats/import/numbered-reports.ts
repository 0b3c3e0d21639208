import type { RowReport } from '../../core/records/imported-row.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';
import { receiptFieldOf } from '../schemas/receipts.ts';
import { foldName } from '../table/column-names.ts';
import { reportOfObject } from './json-reports.ts';

type Part = { readonly key: string; readonly column: number };
type Numbered = Part & { readonly group: string };

export const SOURCES: ReadonlySet<string> = new Set([
  'source',
  'sources',
  'references',
  'evidence',
  'citations',
]);
export const LINKS: ReadonlySet<string> = new Set(['link', 'links', 'url', 'urls']);

/** `sources.0.path`, `sources.0.description`, `source_2_url`. */
const KEYED = /^(\p{L}+)[._ -](\d{1,3})[._ -](.+)$/u;
/** `source_1`, `source_1_url` and `sources.1.url` are of one report. */
const groupOf = (name: string, number: string): string =>
  `${name.toLowerCase().replace(/^sources$/, 'source')}.${Number(number)}`;

/** `source_1`, `Source 2`, `archive_url_1`. */
const PLAIN = /^(.*\D)[._ -]?(\d{1,3})$/u;

/** What numbered columns say of one report each, in the order of the columns. */
export class NumberedReports {
  readonly #groups = new Map<string, Part[]>();
  /** All columns of these reports. */
  readonly #read: ReadonlySet<number>;

  constructor(columns: readonly string[]) {
    const plain: Numbered[] = [];
    const receipts: Numbered[] = [];
    columns.forEach((name, column) => {
      const [, first = '', number = '', key = ''] = KEYED.exec(name) ?? [];
      if (SOURCES.has(first.toLowerCase()))
        this.#add(groupOf(first, number), { key: key.replace(/[._ -]\d+$/, ''), column });
      const [, said = '', digits = ''] = PLAIN.exec(name) ?? [];
      const { whole } = foldName(said);
      const group = groupOf(SOURCES.has(whole) ? whole : 'source', digits);
      if (SOURCES.has(whole)) plain.push({ group, key: 'source', column });
      else if (LINKS.has(whole)) plain.push({ group, key: 'url', column });
      else if (receiptFieldOf(said) !== undefined) receipts.push({ group, key: said, column });
    });
    // One column alone is the source of its row, which may list several.
    const isNumbered = plain.length + receipts.length + this.#groups.size > 1;
    if (isNumbered) for (const { group, ...part } of plain) this.#add(group, part);
    for (const { group, ...part } of receipts) if (this.#groups.has(group)) this.#add(group, part);
    this.#read = new Set([...this.#groups.values()].flat().map(({ column }) => column));
  }

  #add(group: string, part: Part): void {
    this.#groups.set(group, [...(this.#groups.get(group) ?? []), part]);
  }

  /** True where no column is numbered. */
  get isNone(): boolean {
    return this.#groups.size === 0;
  }

  isWhole(column: number | undefined): boolean {
    return column !== undefined && this.#read.has(column);
  }

  read(cell: CellOf, order: DateOrder): readonly RowReport[] {
    return [...this.#groups.values()].flatMap((group) => {
      const said = group.map(({ key, column }) => [key, cell(column)] as const);
      const filled = said.filter(([, text]) => text !== '');
      return filled.length === 0 ? [] : [reportOfObject(Object.fromEntries(filled), order)];
    });
  }
}
