import type { Minute } from '../../core/time/minute.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { capitalised, counts, dates, incidents, lists, windowCount } from './format.ts';
import { quotedSearch } from './shell.ts';

/** Longer values are cut where a filter is named. */
const MAX_VALUE = 60;
/** More values of a filter are only counted. */
const MAX_VALUES = 4;

/** `drone`, `drone or rocket`, `drone, rocket, missile or 3 others` */
const anyOf = (values: readonly string[]): string => {
  const cut = values.map((value) => outsideText(value, MAX_VALUE));
  const named = cut.length > MAX_VALUES ? cut.slice(0, MAX_VALUES - 1) : cut;
  const more = cut.length - named.length;
  return lists.or(
    more === 0 ? named : [...named, counts.counted(more, { one: '# other', other: '# others' })],
  );
};

const range = (from: string | undefined, to: string | undefined): string => {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} to ${to}`;
  return from === undefined ? `at most ${to ?? ''}` : `at least ${from}`;
};

const underWords = (number: string): string => `under ${number}`;

export const filters = {
  close: 'Close filters and charts',
  tabs: { filters: 'Filters', charts: 'Charts' },
  tabsLabel: 'Filters or charts',
  /** Of the period and the filter. */
  match: (certain: number, possible: number, all: number): string =>
    certain === all
      ? `All ${incidents(all)}`
      : capitalised(`${windowCount(certain, possible)} of ${counts.number(all)}`),
  active: 'Active filters',
  remove: (filter: string): string => `Remove filter: ${filter}`,
  clearAll: 'Clear all',
  full: (fields: number, values: number): string =>
    `The limit is ${counts.number(fields)} filters, and ${counts.number(values)} values of one field. Remove one to add another.`,
  loading: (part: number): string =>
    `Reading the fields: ${counts.number(Math.floor(part * 100))} %`,
  counting: 'Counting…',
  /** Over fields of this map, of one file, of several. */
  groups: {
    ours: 'Fields of all records',
    file: (name: string): string => `Columns of ${outsideText(name, MAX_VALUE)}`,
    files: 'Columns of the opened files',
  },
  searchFields: 'Find a field',
  noField: 'No field has this name.',
  /** After the name of a field with a filter. */
  isOn: 'filtered',

  include: (value: string, count: string): string => `${value}: ${count}`,
  exclude: (value: string): string => `Exclude ${value}`,
  excludedValue: (value: string): string => `${value} (excluded)`,
  searchValues: (field: string): string => `Search ${field}`,
  more: (count: number): string => `Show more (${counts.number(count)})`,
  noValue: 'No value has this text.',
  contains: (field: string): string => `${field} contains`,
  from: 'from',
  to: 'to',
  /** In place of `to`, where the number itself is left out. */
  under: 'under',
  underWords,
  thumbs: {
    from: (field: string): string => `${field}, lowest`,
    to: (field: string): string => `${field}, highest`,
  },
  bound: { none: 'no limit' },
  orNotGiven: (count: number): string => `Include the ${counts.number(count)} that do not say`,
  /** In the key of the map. */
  timelineKey:
    'On the timeline. Pale: incidents that possibly match the filter. Thin outline: incidents that it hides',
  overlapping: 'A reported range that is only partly inside counts as possibly.',
  hours: {
    title: 'Hours of the day',
    from: 'from',
    to: 'to',
    night: 'Night',
    nightHint: '18:00 to 06:00',
    day: 'Day',
    dayHint: '06:00 to 18:00',
    all: 'All hours',
    note: 'An incident of which only the day is known is possibly at these hours.',
  },

  /** One filter in words. */
  clause: {
    layers: (names: readonly string[]): string => `Layers off: ${lists.plain(names)}`,
    text: (text: string): string => `Search: ${quotedSearch(text)}`,
    viewport: 'Only this map view',
    known: (day: Minute): string => `As known on ${dates.dayAndYear(day)}`,
    field: (field: string, condition: string): string => `${field}: ${condition}`,
    values: (values: readonly string[], excluded: readonly string[]): string =>
      [
        ...(values.length > 0 ? [anyOf(values)] : []),
        ...(excluded.length > 0 ? [`not ${anyOf(excluded)}`] : []),
      ].join(', '),
    /** `isUnder`: the upper bound itself is left out. */
    numbers: (from: string | undefined, to: string | undefined, isUnder: boolean): string => {
      if (!isUnder || to === undefined) return range(from, to);
      return from === undefined ? underWords(to) : `${from} to ${underWords(to)}`;
    },
    days: (from: string | undefined, to: string | undefined): string => {
      if (from !== undefined && to !== undefined) return range(from, to);
      return from === undefined ? `until ${to ?? ''}` : `since ${from}`;
    },
    orNotGiven: (condition: string): string => `${condition}, or not given`,
    contains: (text: string): string => `contains ${quotedSearch(text)}`,
    hours: (from: Minute, to: Minute): string => `${dates.clock(from)} to ${dates.clock(to)}`,
  },
  /** Of a list of values: how many incidents each would leave. */
  incidents,
};
