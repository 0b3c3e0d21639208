import type { FieldName } from '../../core/records/field.ts';
import type { Kind } from '../../core/records/incident.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { UnknownEnd } from '../../core/records/unknown-ends.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { ZONES } from '../../core/records/incident-table.ts';
import type { Count, WindowCount } from '../../core/index/tally.ts';
import { attackCount, capitalised, counts, dates, splitCount } from './format.ts';
import { reports } from './reports.ts';
import { quotedSearch } from './shell.ts';

const series = (count: number): string =>
  counts.counted(count, { one: '# series', other: '# series' });

const outcomes = {
  hit: (count: number): string => counts.counted(count, { one: '# hit', other: '# hits' }),
  intercepted: (count: number): string => `${counts.number(count)} intercepted`,
  unclear: (count: number): string => `${counts.number(count)} not known, or it came down`,
};

const inZone = (where: string, attacks: Count | undefined): string =>
  attacks ? `${where}: ${attackCount(attacks)}.` : `${where}:`;

const notCounted = 'Not counted as an incident.';

export const panel = {
  showAll: (characters: number): string => `Show all (${counts.number(characters)} characters)`,
  close: 'Close',
  backTo: {
    list: 'Back to the list',
    mark: 'Back to the whole mark',
    group: 'Back to these records',
    incident: 'Back to the incident',
  },
  /** Where there is little room: each is part of its long form. */
  backToShort: { list: 'List', mark: 'Whole mark', group: 'These records', incident: 'Incident' },
  position: (position: number, count: number): string =>
    `${counts.number(position)} of ${counts.number(count)}`,
  previous: 'Previous',
  next: 'Next',
  taller: 'Make the panel taller',
  lower: 'Make the panel shorter',
  widen: 'Show side by side',
  narrow: 'Show one below the other',

  list: {
    kicker: 'List and search',
    title: { all: 'All records', search: 'Search results', filter: 'Filtered records' },
    search: 'Search',
    /** As long as a phone shows. */
    searchHint: 'Place, target, weapon…',
    day: (first: number, isOneDay: boolean, span: TimeRange): string =>
      isOneDay ? dates.fullDay(first) : `${dates.span(span, true)}, exact day not known`,
    /** Over records of which an end, or both, is not known. */
    unknownEnd: (days: TimeRange, end: UnknownEnd | undefined): string | undefined => {
      if (end === 'both') return 'No date is given: possibly on any day';
      if (end === 'to') return `From ${dates.dayAndYear(days.from)} on, end not known`;
      return end && `Until ${dates.dayAndYear(days.to - DAY)}, start not known`;
    },
    waiting: 'Loading…',
    possibly: 'possibly in this period',
    noDate: 'no date',
    noPlace: 'no place',
    apart: {
      series: {
        title: 'Series',
        note: 'Several events that a source does not separate. Not counted as incidents.',
      },
      totals: {
        /** In place of a layer: a total has no target of its own. */
        one: 'Total',
        title: 'Totals',
        note: 'Cumulative counts by sources. Not counted as incidents. Do not add them up.',
      },
    },
    empty: (span: TimeRange): string =>
      `No records for ${dates.span(span, true)}. This does not mean that nothing happened: the list has only what was reported, found and dated.`,
    /** Of what is asked for. */
    outside: (count: number): string =>
      `${counts.counted(count, { one: '# incident is', other: '# incidents are' })} outside this period.`,
    showAllDates: 'Show all dates',
    emptyFilter: (span: TimeRange): string =>
      `No records match the filter for ${dates.span(span, true)}.`,
    emptySearch: (text: string, isNarrowed: boolean, span: TimeRange): string =>
      `No records match the search for ${quotedSearch(text)}${isNarrowed ? ' and the filter' : ''}, ${dates.span(span, true)}.`,
  },

  group: {
    kicker: {
      mark: 'In one mark',
      area: 'Only the area is known',
      country: 'Only the country is known',
    },
    area: (name: string): string =>
      name ? `${outsideText(name)}: exact place not known` : 'No place given',
    /** Over the names of places that the records of a mark give. */
    placesTitle: 'Places that the records name',
    otherPlaces: 'other places',
    morePlaces: (count: number): string =>
      counts.counted(count, { one: '# more place', other: '# more places' }),
    noCloserPlace: (name: string): string => `${name}, exact place not given`,
    areaNote: 'Only this area is known for these records, so they have no mark on the map.',
    countryNote: 'Only the country is known for these records, so they have no mark on the map.',
    count: (count: WindowCount, seriesCount: number, span: TimeRange, hasYears: boolean): string =>
      [
        `${capitalised(splitCount(count))}, ${dates.span(span, hasYears)}`,
        seriesCount === 0 ? '' : `${series(seriesCount)}, not counted`,
      ]
        .filter(Boolean)
        .join('; '),
    /** What came of the attacks, those possibly in the period included. */
    outcomes: (
      of: Readonly<Record<keyof typeof outcomes, number>>,
      arePossibleCounted: boolean,
    ): string => {
      const parts = (['hit', 'intercepted', 'unclear'] as const)
        .filter((name) => of[name] > 0)
        .map((name) => outcomes[name](of[name]));
      return `${arePossibleCounted ? 'With the possible ones' : 'Of the attacks'}: ${parts.join('; ')}.`;
    },
    /** Before the people of one zone, where a group has figures of both. */
    inZone: {
      region: (attacks: Count | undefined): string => inZone('In the Region', attacks),
      elsewhere: (attacks: Count | undefined): string => inZone('Outside the Region', attacks),
    } satisfies Record<(typeof ZONES)[number], (attacks: Count | undefined) => string>,
    emptyTitle: 'Nothing here in this period',
    empty: (span: TimeRange): string =>
      `None of the records here is in ${dates.span(span, true)}. Change the period to see them.`,
  },

  incident: {
    kinds: {
      incident: '',
      series: `Series: several events that a source does not separate. ${notCounted}`,
      total: `Total: a source’s cumulative count. ${notCounted}`,
    } satisfies Record<Kind, string>,
    outside: (span: TimeRange): string => `Outside the selected period, ${dates.span(span, true)}.`,
    possible: (span: TimeRange): string =>
      `Possibly in the selected period, ${dates.span(span, true)}: the exact time is not known.`,
    facts: {
      when: 'When',
      where: 'Where',
      target: 'Aimed at or hit',
      affected: 'Affected',
      weapon: 'Weapon',
      effect: 'Effect',
      killed: 'Killed',
      injured: 'Injured',
      who: 'Who did it, and who says so',
      status: 'Status',
      period: 'Dates',
      layer: 'Layer',
      noted: 'Import notes',
      source: 'Source',
    } satisfies Record<FieldName, string>,
    targetUnnamed: 'not named by any source',
    noneNamed: 'no one named',
    caveat: 'Read with care',
    missing: 'This record is not in the data shown.',
  },

  /** The window was moved to show the record that was opened. */
  movedWindow: {
    moved: (span: TimeRange, hasYears: boolean, kind: Kind): string =>
      `The period was changed to ${dates.span(span, hasYears)} to show this ${kind}.`,
    back: (span: TimeRange, hasYears: boolean): string => `Back to ${dates.span(span, hasYears)}`,
  },

  /** Why the open record has no mark on the map, besides the window; what hides it follows. */
  hiddenMark: {
    layer: 'Not on the map, because its layer is switched off:',
    search: 'Not on the map, because it does not match the search:',
    known: (day: Minute): string =>
      `Not on the map, because no report of it was published by ${dates.dayAndYear(day)}.`,
    only: 'Not on the map, because of the filter:',
    show: 'Show on the map',
  },

  reports,

  source: {
    waiting: 'Loading the source text…',
    original: 'Open the published page',
    quotedFor: (title: string): string => `Quoted for: ${outsideText(title, 400)}`,
    noText: 'The source text is not published here. The quoted words are:',
    onlyQuote: 'The quoted words are:',
  },
};
