import { DAY, startOfDay } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { reportedTimeOf, NEVER } from './reported.ts';
import type { Incident } from './incident.ts';

/** How many days after an event its first report was published. */
export type ReportDelays = {
  /** Incidents by whole days: at position 0 those reported on their own day. */
  readonly byDays: readonly number[];
  /** Incidents of more than one possible day, or with a report that may be the first and has no date. */
  readonly unknown: number;
};

/** The days from an event to its first report; undefined where either is not one day. */
export function reportDelay(
  { reports }: Pick<Incident, 'reports'>,
  span: TimeRange,
): number | undefined {
  const firstDay = startOfDay(span.from);
  if (firstDay !== startOfDay(span.to - 1) || reports.length === 0) return undefined;
  const ends = reports.map((report) => reportedTimeOf(report, span).by);
  // Nothing is reported before it happens: what was reported on its own day has no earlier report.
  if (Math.min(...ends) - 1 < firstDay + DAY) return 0;
  if (ends.includes(NEVER)) return undefined;
  return (startOfDay(Math.min(...ends) - 1) - firstDay) / DAY;
}

/** The delays of some incidents, each with the widest span that its time may mean. */
export function reportDelays(
  incidents: readonly { readonly incident: Incident; readonly span: TimeRange }[],
): ReportDelays {
  const byDays: number[] = [];
  let unknown = 0;
  for (const { incident, span } of incidents) {
    const delay = reportDelay(incident, span);
    if (delay === undefined) unknown++;
    else {
      while (byDays.length <= delay) byDays.push(0);
      byDays[delay] = (byDays[delay] ?? 0) + 1;
    }
  }
  return { byDays, unknown };
}
