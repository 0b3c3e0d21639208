import type { Minute } from '../time/minute.ts';
import type { IncidentRecord } from './incident-record.ts';
import { firstReported, knowledgeBefore, reportedTimeOf, type Knowledge } from './reported.ts';

/**
 * What a reader knew of a record just before `end`, by its checked reports. Undefined for a row of a file: the
 * reports that it names are not all that says when it was reported.
 */
export function knowledgeOfRecord(
  { reports, span }: Pick<IncidentRecord, 'reports' | 'span'>,
  end: Minute,
): Knowledge | undefined {
  if (reports.kind !== 'checked') return undefined;
  const times = reports.reports.map((report) => reportedTimeOf(report, span));
  return knowledgeBefore(end, firstReported(times, span));
}

/** Whether a record is only possibly known on the day of a page; `end`: undefined for all that is known now. */
export const isPossiblyKnown = (
  record: Pick<IncidentRecord, 'reports' | 'span'>,
  end: Minute | undefined,
): boolean => end !== undefined && knowledgeOfRecord(record, end) === 'possibly';
