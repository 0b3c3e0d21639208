import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { Report } from './incident.ts';
import type { IncidentRecord } from './incident-record.ts';
import { knowledgeBefore, reportedTimeOf } from './reported.ts';
import { countSources, type SourceCount } from './source-count.ts';

/** Whether a report on an event of some span was published before a time, or may have been; `end`: undefined for now. */
export const isReportedBefore = (
  report: Pick<Report, 'published'>,
  span: TimeRange,
  end: Minute | undefined,
): boolean => end === undefined || knowledgeBefore(end, reportedTimeOf(report, span)) !== 'not-yet';

/** What a record rested on before a time. Rows of files do not say when each of their reports was published. */
export function sourcesBefore(
  { reports, span, sources }: Pick<IncidentRecord, 'reports' | 'span' | 'sources'>,
  end: Minute | undefined,
): SourceCount {
  if (end === undefined || reports.kind !== 'checked') return sources;
  return countSources(reports.reports.filter((report) => isReportedBefore(report, span, end)));
}
