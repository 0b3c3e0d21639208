import {
  kindAt,
  spanAt,
  type IncidentTable,
  type Row,
} from '../../core/incident/incident-table.ts';
import { DAY, startOfDay, type Minute } from '../../core/time/minute.ts';
import type { Span } from '../../core/time/span.ts';
import type { ListedRow } from '../../state/shown.svelte.ts';

/** The incidents of one day, or of one stretch of days where the day is not known. */
export type DaySection = {
  readonly day: Minute;
  readonly isOneDay: boolean;
  readonly span: Span;
  readonly rows: readonly ListedRow[];
};

/** The list as it is read from top to bottom; series and totals stand apart and never count. */
export type ListSections = {
  readonly days: readonly DaySection[];
  readonly series: readonly ListedRow[];
  readonly totals: readonly ListedRow[];
};

const daysOf = ({ from, to }: Span): Span => ({
  from: startOfDay(from),
  to: startOfDay(to - 1) + DAY,
});

function byDays(table: IncidentTable, listed: readonly ListedRow[]): readonly DaySection[] {
  const sections = new Map<string, { span: Span; rows: ListedRow[] }>();
  for (const one of listed) {
    const span = daysOf(spanAt(table, one.row));
    const key = `${span.from}/${span.to}`;
    const section = sections.get(key);
    if (section) section.rows.push(one);
    else sections.set(key, { span, rows: [one] });
  }
  return [...sections.values()]
    .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    .map(({ span, rows }) => ({
      day: span.from,
      isOneDay: span.to - span.from === DAY,
      span,
      rows,
    }));
}

export function listSections(table: IncidentTable, listed: readonly ListedRow[]): ListSections {
  const ofKind = (kind: string): readonly ListedRow[] =>
    listed.filter(({ row }) => kindAt(table, row) === kind);
  return {
    days: byDays(table, ofKind('incident')),
    series: ofKind('series'),
    totals: ofKind('total'),
  };
}

/** The rows in the order in which the sections are read. */
export const rowsInOrder = ({ days, series, totals }: ListSections): readonly Row[] =>
  [...days.flatMap((day) => day.rows), ...series, ...totals].map(({ row }) => row);

/** How many incidents are certain and possible; series and totals are told apart. */
export function countsOf({ days, series, totals }: ListSections) {
  const rows = days.flatMap((day) => day.rows);
  const certain = rows.filter(({ membership }) => membership === 'certain').length;
  return {
    certain,
    possible: rows.length - certain,
    series: series.length,
    totals: totals.length,
  };
}

/** The first `most` rows of the sections, in reading order; costs one pass. */
export function firstOf(sections: ListSections, most: number): ListSections {
  let left = most;
  const take = (rows: readonly ListedRow[]): readonly ListedRow[] => {
    const taken = rows.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const days = sections.days
    .map((day) => ({ ...day, rows: take(day.rows) }))
    .filter((day) => day.rows.length > 0);
  return { days, series: take(sections.series), totals: take(sections.totals) };
}
