import type { PeopleSum } from '../../core/index/people.ts';
import type { Count } from '../../core/index/tally.ts';
import type { ZoneCount, ZoneCounts } from '../../core/index/zone-counts.ts';
import type { DatasetInfo, MonitorTotal } from '../../core/records/dataset-info.ts';
import { dayOf, lastTotal, totalBefore } from '../../core/records/monitor-totals.ts';
import { readIsoText } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { FirstWords } from '../../i18n/first-words.ts';

export type FigureCell = {
  readonly text: string;
  /** Possibly more, such as `+2?`. */
  readonly more?: string | undefined;
  /** What is read out in place of both. */
  readonly read?: string | undefined;
};

type Cells = readonly [attacks: FigureCell, killed: FigureCell, injured: FigureCell];

export type FigureRow = {
  readonly key: 'region' | 'monitors' | 'others';
  readonly name: string;
  /** Up to which day it counts. */
  readonly note: string | undefined;
  /** Or why there are none. */
  readonly cells: Cells | string;
};

/**
 * The total that a window is compared with: only where it counts the same days from their beginning, and no attack
 * is filtered out. Undefined where there is none.
 */
export const comparedTotal = (
  info: DatasetInfo,
  window: TimeRange,
  isFiltered: boolean,
): MonitorTotal | undefined =>
  !isFiltered && window.from === readIsoText(info.region.counted_from)
    ? totalBefore(info, window.to)
    : undefined;

/** The rows of the table: the region as mapped here and as monitors count it, and what is mapped elsewhere. */
export function figureRows(
  words: FirstWords,
  info: DatasetInfo,
  zones: ZoneCounts,
  window: TimeRange,
  isFiltered: boolean,
): readonly FigureRow[] {
  const { table } = words.masthead;
  const number = (count: number): string => words.counts.number(count);
  const attacks = ({ certain, possible }: Count): FigureCell =>
    possible === 0
      ? { text: number(certain) }
      : {
          text: number(certain),
          more: words.shell.possibleCount(possible),
          read: words.figures.possiblyMore(number(certain), number(possible)),
        };
  // What no report says is never a 0.
  const people = (sum: PeopleSum | undefined): FigureCell => {
    if (!sum?.incidents) return { text: '–', read: sum ? table.none : table.notSaid };
    // What is only possible is smaller next to what is certain, as of attacks.
    return { ...words.figures.rangeParts(sum), read: words.figures.people(sum) };
  };
  const said = (count: number | null): FigureCell =>
    count === null ? { text: '–', read: table.notSaid } : { text: number(count) };
  const mapped = (zone: ZoneCount): Cells => [
    attacks(zone.attacks),
    people(zone.killed),
    people(zone.injured),
  ];
  const total = comparedTotal(info, window, isFiltered);
  const monitors: FigureRow = {
    key: 'monitors',
    name: table.monitors,
    note: total && table.until(words.dates.day(dayOf(total))),
    cells: total
      ? [{ text: number(total.at_least) }, said(total.killed), said(total.injured)]
      : isFiltered
        ? table.noTotalFiltered
        : table.noTotal,
  };
  return [
    { key: 'region', name: table.region, note: undefined, cells: mapped(zones.region) },
    ...(lastTotal(info) ? [monitors] : []),
    { key: 'others', name: table.others, note: undefined, cells: mapped(zones.elsewhere) },
  ];
}

/** Where the attacks elsewhere were, largest first: of all data, since only its figures say. */
export function othersSentence(words: FirstWords, info: DatasetInfo): string {
  const { figures = {} } = info.findings ?? {};
  const countOf = (name: string): number => {
    const figure = figures[name];
    return figure?.kind === 'count' ? figure.count : 0;
  };
  const IN = 'attacks.in.';
  const inRegion = countOf('attacks.region-only');
  const parts = [
    ...Object.keys(figures)
      .filter((name) => name.startsWith(IN))
      .map((name) => ({ name: name.slice(IN.length), attacks: countOf(name) }))
      .filter(({ name }) => !info.region.governorates.includes(name))
      .toSorted((a, b) => b.attacks - a.attacks)
      .map(({ name, attacks }) => ({ attacks, say: words.masthead.inGovernorate, name })),
    { attacks: inRegion, say: words.masthead.inRegion, name: '' },
    {
      attacks: countOf('attacks.no-governorate') - inRegion,
      say: words.masthead.nowhere,
      name: '',
    },
  ].filter(({ attacks }) => attacks > 0);
  if (parts.length === 0) return '';
  return words.masthead.others(
    words.lists.plain(
      parts.map(({ attacks, say, name }) => say(words.counts.number(attacks), name)),
    ),
  );
}
