import type { NamedCell, RowReport } from '../../core/records/imported-row.ts';
import type { Report } from '../../core/records/incident.ts';
import type { RecordContent } from '../../core/records/record-content.ts';
import type { Receipt } from '../../core/records/receipt.ts';
import { words } from '../../i18n/words.ts';

/** A line of a receipt; `value` is undefined where it is not known. */
type Fact = { readonly label: string; readonly value: string | undefined };

/** What a receipt is about, of a report of either sort or of a row as a whole. */
export type ReportSubject = {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly facts: readonly Fact[];
  /** Days near which to look for a copy, the best first. */
  readonly days: readonly (string | null | undefined)[];
  readonly receipt: Receipt | undefined;
  /** Where the file of its hash can be had: our text of the article. */
  readonly ourText?: string | undefined;
  /** The row has a copy that may be of it. */
  readonly isCopyOfRow?: boolean;
};

/** The reports of a row of a file, and what else the row says of them. */
export type NamedReports = Extract<RecordContent['reports'], { readonly kind: 'named' }>;

const { facts } = words.receipt;
const dayWords = (day: string | null | undefined): string | undefined =>
  day === null || day === undefined ? undefined : words.panel.publishedDate(day);

/** `firstDay` of the incident stands in for an unknown day of publication; `ourText`: the file of our text, and its address. */
export function subjectOfReport(
  { publisher, url, published, receipt }: Report,
  firstDay: string | undefined,
  ourText: { readonly file: string; readonly address: string } | undefined,
): ReportSubject {
  const isOurs = (of: string): boolean => of === ourText?.file;
  const hashes = receipt?.hashes?.map((hash) =>
    isOurs(hash.of) ? { ...hash, of: words.receipt.ourText } : hash,
  );
  return {
    name: publisher,
    addresses: [url],
    facts: [
      { label: facts.publisher, value: publisher },
      { label: facts.published, value: dayWords(published) },
      // Read for the data set, so its day could be known.
      { label: facts.read, value: dayWords(receipt?.read) },
    ],
    days: [published, firstDay],
    receipt: hashes ? { ...receipt, hashes } : receipt,
    ourText: receipt?.hashes?.some(({ of }) => isOurs(of)) ? ourText?.address : undefined,
  };
}

/** Columns that say when a row was added to its data set, which is not when its reports were published. */
const IS_ADDED = /^timestamp$|add|insert/i;

/** When a report of a row was published, or what the row says instead. */
function publishedFacts(
  date: string | undefined,
  published: NamedCell | undefined,
  isOnly: boolean,
): readonly Fact[] {
  const own = { label: facts.published, value: date };
  if (!published) return [own];
  const value = words.receipt.inColumn(published.text, published.column);
  if (IS_ADDED.test(published.column)) return [own, { label: facts.added, value }];
  if (!isOnly) return [own, { label: facts.rowReported, value }];
  return date === undefined ? [{ label: facts.published, value }] : [own];
}

export function subjectOfRowReport(
  { publisher, urls, date, receipt }: RowReport,
  firstDay: string | undefined,
  { reports, ofRow, published }: NamedReports,
): ReportSubject {
  const isOnly = reports.length === 1 && !ofRow;
  return {
    name: publisher ?? urls[0] ?? '',
    addresses: urls,
    facts: [
      { label: facts.publisher, value: publisher },
      ...publishedFacts(date, published, isOnly),
      ...(receipt?.read === undefined
        ? []
        : [{ label: facts.read, value: dayWords(receipt.read) }]),
    ],
    days: [date, published?.text, firstDay],
    receipt,
    isCopyOfRow: ofRow?.receipt !== undefined,
  };
}

/** What is of one of the reports of a row, not known which. */
export const subjectOfRow = (
  { addresses, receipt }: NonNullable<NamedReports['ofRow']>,
  firstDay: string | undefined,
): ReportSubject => ({
  name: words.receipt.ofRow.title,
  addresses,
  facts: [],
  days: [firstDay],
  receipt,
});
