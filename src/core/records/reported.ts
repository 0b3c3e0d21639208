import { DAY, readIsoText, startOfDay, type Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { Report } from './incident.ts';

/** In place of a time by which something was published, where no date says so: after every other. */
export const NEVER: Minute = 0x7fff_ffff;

/**
 * When something was first reported, in civil minutes: not before `from`, and for certain before `by`.
 * `NEVER`: nothing says by when.
 */
export type ReportedTime = { readonly from: Minute; readonly by: Minute };

/**
 * When a report on an event of some span was published. Its date is good to the whole of `published`, half-open;
 * undefined: no date. Nothing is reported before it happens, so an earlier date counts as the first day of the
 * event: clocks and time zones of publishers differ by a day.
 */
export function reportedTime(published: TimeRange | undefined, span: TimeRange): ReportedTime {
  if (!published) return { from: span.from, by: NEVER };
  const endOfFirstDay = published.to <= span.from ? startOfDay(span.from) + DAY : published.to;
  return { from: Math.max(published.from, span.from), by: Math.min(endOfFirstDay, NEVER - 1) };
}

/** Of several reports: the earliest of each. An event without any is known by what names it, at a time that nothing says. */
export function firstReported(times: readonly ReportedTime[], span: TimeRange): ReportedTime {
  if (times.length === 0) return reportedTime(undefined, span);
  return {
    from: Math.min(...times.map(({ from }) => from)),
    by: Math.min(...times.map(({ by }) => by)),
  };
}

/** The whole day on which a report of ours was published. */
function dayOf({ published }: Pick<Report, 'published'>): TimeRange | undefined {
  const day = published === null ? undefined : readIsoText(published);
  return day === undefined ? undefined : { from: day, to: day + DAY };
}

/** When a report of ours was published. */
export const reportedTimeOf = (report: Pick<Report, 'published'>, span: TimeRange): ReportedTime =>
  reportedTime(dayOf(report), span);

/** Whether something was reported before a time. */
export type Knowledge = 'known' | 'possibly' | 'not-yet';

/** What a reader knew just before `end`: of whole days, the midnight after the last one. */
export function knowledgeBefore(end: Minute, { from, by }: ReportedTime): Knowledge {
  if (by !== NEVER && by <= end) return 'known';
  return from < end ? 'possibly' : 'not-yet';
}
