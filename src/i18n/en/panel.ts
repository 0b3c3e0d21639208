import { outletsOf, type Incident, type Kind } from '../../core/incident/incident.ts';
import { outsideText } from '../../core/outside-text.ts';
import type { UnknownEnd } from '../../core/incident/unknown-ends.ts';
import { DAY } from '../../core/time/minute.ts';
import type { Span } from '../../core/time/span.ts';
import { counts, dates, windowCount } from './counting.ts';
import * as incidentWords from './incident-words.ts';

const reports = (count: number): string =>
  counts.counted(count, { one: 'report', other: 'reports' });
const outlets = (count: number): string =>
  counts.counted(count, { one: 'outlet', other: 'separate outlets' });
const series = (count: number): string => counts.counted(count, { one: 'series', other: 'series' });

const notCounted = 'Never counted as an incident.';

export const panel = {
  showAll: (characters: number): string => `Show all (${counts.number(characters)} characters)`,
  ...incidentWords,
  close: 'Close',
  backTo: {
    list: 'Back to the list',
    group: 'Back to all of these',
    incident: 'Back to the incident',
  },
  /** Where there is little room: each is part of its long form. */
  backToShort: { list: 'List', group: 'All of these', incident: 'Incident' },
  position: (position: number, count: number): string =>
    `${counts.number(position)} of ${counts.number(count)}`,
  previous: 'Previous',
  next: 'Next',
  taller: 'Make the panel taller',
  lower: 'Make the panel lower',
  widen: 'Side by side',
  narrow: 'One below the other',

  list: {
    kicker: 'List and search',
    title: 'All that is reported',
    search: 'Search',
    searchHint: 'Place, target, weapon, outlet, group…',
    day: (first: number, isOneDay: boolean, span: Span): string =>
      isOneDay ? dates.fullDay(first) : `${dates.span(span)}, day not known more closely`,
    /** Over records of which an end, or both, is not known. */
    unknownEnd: (days: Span, end: UnknownEnd | undefined): string | undefined => {
      if (end === 'both') return 'No date is given: possibly on any day';
      if (end === 'to') return `From ${dates.dayAndYear(days.from)} on, end not known`;
      return end && `Until ${dates.dayAndYear(days.to - DAY)}, beginning not known`;
    },
    waiting: 'Looking it up…',
    possibly: 'possibly in this window',
    noDate: 'no date',
    noPlace: 'no place',
    apart: {
      series: {
        title: 'Series',
        note: 'Several events that a source does not separate. Never counted as incidents.',
      },
      totals: {
        /** In place of a layer: a total has no target of its own. */
        one: 'Total',
        title: 'Totals',
        note: 'Somebody’s cumulative counts. Never counted as incidents, never to be added up.',
      },
    },
    empty: (span: Span): string =>
      `Nothing is listed for ${dates.span(span)}. That is no sign that nothing happened: only what was reported, found and placed in time stands here.`,
    emptyFilter: (span: Span): string =>
      `Nothing that the filter lets through is listed for ${dates.span(span)}.`,
  },

  group: {
    kicker: { mark: 'Under one mark', area: 'Known only to an area' },
    area: (name: string): string =>
      name ? `${outsideText(name)}: place not known more closely` : 'No place given',
    areaNote: 'These are known only to this area; no point of the map stands for them.',
    count: (certain: number, possible: number, seriesCount: number, span: Span): string =>
      [
        `${windowCount(certain, possible)}, ${dates.span(span)}`,
        seriesCount === 0 ? '' : `${series(seriesCount)}, not counted`,
      ]
        .filter(Boolean)
        .join('; '),
    emptyTitle: 'Nothing here in this window',
    empty: (span: Span): string =>
      `Of what is reported here, nothing falls in ${dates.span(span)}. Move the window to see it.`,
  },

  incident: {
    kinds: {
      incident: '',
      series: `Series: several events that a source does not separate. ${notCounted}`,
      total: `Total: somebody’s cumulative count. ${notCounted}`,
    } satisfies Record<Kind, string>,
    outside: (span: Span): string => `Outside the window that is open, ${dates.span(span)}.`,
    possible: (span: Span): string =>
      `Possibly in the window, ${dates.span(span)}: its time is not known more closely.`,
    facts: {
      when: 'When',
      where: 'Where',
      target: 'Aimed at or hit',
      affected: 'Affected',
      weapon: 'Weapon',
      effect: 'Effect',
      killed: 'Killed',
      injured: 'Injured',
      who: 'Who did it, according to whom',
      status: 'Status',
      period: 'Period',
    },
    targetUnnamed: 'no source names it',
    nobodyNamed: 'nobody named',
    caveat: 'Read this with care',
    missing: 'This record is not in the data that are open.',
  },

  /** Why the open record has no mark on the map, besides the window; a name or search follows. */
  hiddenMark: {
    layer: 'No mark on the map, because its layer is switched off:',
    search: 'No mark on the map, because the search does not find it:',
    show: 'Show on the map',
  },

  reports: {
    heading: (incident: Incident): string =>
      `${reports(incident.reports.length)} by ${outlets(outletsOf(incident))}`,
    note: 'What each report says, in our words; a quotation is word for word. Where reports disagree, all of them stand. Outlets are counted by name; case, accents, punctuation and spaces make no difference.',
    untitled: (publisher: string): string => `Report of ${outsideText(publisher)}`,
    noAddress: (address: string): string => `Address, not a web link: ${address}`,
    opensOutside: 'opens in a new tab',
    read: 'Read the source',
    readOf: (publisher: string): string => `Read the source: ${outsideText(publisher)}`,
    noText: 'The text that these words come from is not part of this publication.',
  },

  source: {
    waiting: 'Fetching the source text…',
    original: 'Open the published page',
    quotedFor: (title: string): string => `Quoted for: ${outsideText(title, 400)}`,
    noText:
      'The text that these words come from is not part of this publication. The quoted words are:',
    onlyQuote: 'The quoted words are:',
  },
};
