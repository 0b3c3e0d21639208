import type { RowReport } from '../../core/records/imported-row.ts';
import type { Report } from '../../core/records/incident.ts';
import type { Receipt } from '../../core/records/receipt.ts';
import { words } from '../../i18n/words.ts';

/** What a receipt is about, of a report of either sort. */
export type ReportSubject = {
  readonly publisher: string | undefined;
  readonly addresses: readonly string[];
  /** As it is shown; undefined: not known. */
  readonly published: string | undefined;
  /** Days near which to look for a copy, the best first. */
  readonly days: readonly (string | null | undefined)[];
  /** Whether it was read for the data set, so that the day of it could be known. */
  readonly isRead: boolean;
  readonly receipt: Receipt | undefined;
};

/** `firstDay` of the incident stands in for an unknown day of publication. */
export const subjectOfReport = (report: Report, firstDay: string | undefined): ReportSubject => ({
  publisher: report.publisher,
  addresses: [report.url],
  published: report.published === null ? undefined : words.panel.publishedDate(report.published),
  days: [report.published, firstDay],
  isRead: true,
  receipt: report.receipt,
});

export const subjectOfRowReport = (
  { publisher, urls, date, receipt }: RowReport,
  firstDay: string | undefined,
): ReportSubject => ({
  publisher,
  addresses: urls,
  published: date,
  days: [date, firstDay],
  isRead: false,
  receipt,
});
