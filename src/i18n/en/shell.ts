import type { TimeRange } from '../../core/time/time-range.ts';
import type { Count, WindowCount } from '../../core/index/tally.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { capitalised, counts, dates, incidents, lists, splitCount, windowCount } from './format.ts';

const MAX_SEARCH = 60;
/** What a reader searched for, in a sentence. */
export const quotedSearch = (text: string): string => `“${outsideText(text, MAX_SEARCH)}”`;

export const shell = {
  productName: 'Dateline',
  untitled: 'Reported incidents',
  /** What the dock with filters and charts is called. */
  filters: 'Filters and charts',
  skipToList: 'Skip the map and go to the list of incidents',
  /** The count sentence: exact, and the same everywhere. */
  countSentence: (count: WindowCount, span: TimeRange, hasYears: boolean): string =>
    `${capitalised(splitCount(count))}, ${dates.span(span, hasYears)}`,
  /** Where nothing has a date, there is no period to count in. */
  undatedSentence: (count: number): string => `${incidents(count)} without a date`,
  /** Under the name of a reader's own file. */
  ownStandfirst: 'Your own file. It is read in this browser and stays on this device.',
  windowCount,
  buttons: {
    list: 'List and search',
    /** With the number of active filters. */
    filter: (active: number): string => (active === 0 ? 'Filter' : `Filter (${String(active)})`),
    filterLabel: (active: number): string =>
      active === 0 ? 'Filter and charts' : `Filter (${String(active)} active) and charts`,
    open: 'Open…',
    openFile: 'Open a file…',
    share: 'Share',
    about: 'About',
    more: 'More',
    moreTitle: 'More about these data',
    theme: 'Light or dark colours',
    close: 'Close',
    back: 'Back',
    tryAgain: 'Try again',
    home: 'Show the whole area',
  },
  themeTitle: (choice: string): string => `Colours: ${choice}. Change colours`,
  themes: { system: 'same as your device', light: 'light', dark: 'dark' },
  legend: {
    title: 'Key',
    close: 'Close the key',
    showAll: 'Show all layers',
    key: 'How to read the marks',
    size: 'Area of a mark: number of incidents in this period',
    ring: 'Ring: its incidents by colour, in the order of the list above, clockwise from the top. Parts too short to draw are one pale part at the end',
    forms:
      'One incident. Filled: hit or damage reported. Outline: intercepted. Left half filled: not known, or it came down before its target',
    effectUnknown: 'One incident. What came of it is not known, because the file does not give it',
    halt: 'Square: halt or outage, no attack',
    deaths: 'Lozenge: people were killed; open: perhaps',
    possible:
      'Dashed line: size with the incidents possibly in this period. Question mark: only such incidents',
    halo: 'Dashed circle: how exactly the places in a mark are known; the widest one is drawn until you point at the mark',
    haloCloser:
      'Dashed circle: how exactly a place is known. Zoom in to see them; here they would cover each other',
    areasTitle: 'Only the area is known',
    countriesTitle: 'Only the country is known',
    allAreas: (count: number): string => `Show all ${counts.number(count)}`,
    offMapTitle: 'Not on the map',
    area: 'Hatched, while you point at its row: only this area is known, so no point is drawn. Of a country only the outline is drawn',
    series: 'A series of events that no source separates is in the list, and not counted',
  },
  switchLayer: (layer: string, certain: number, possible: number): string =>
    `${layer}: ${windowCount(certain, possible)}`,
  possibleCount: (possible: number): string => `+${counts.number(possible)}?`,
  /**
   * Of all data, whatever the period: the count sentence says what is in the period. `isWhole`: the period is all of
   * it. `text`: what is searched for, or nothing.
   */
  filtered: (
    { certain, possible }: Count,
    all: number,
    isWhole: boolean,
    text = '',
    isNarrowed = true,
  ): string => {
    const more = possible > 0 ? `, possibly ${counts.number(possible)} more,` : '';
    const dates = isWhole ? '' : ', in all dates';
    const found = `${counts.number(certain)}${more} of all ${incidents(all)}${dates}`;
    if (text === '') return `Filtered: ${found}`;
    return `${isNarrowed ? 'Filter and search' : 'Search'} for ${quotedSearch(text)}: ${found}`;
  },
  clearFilter: 'Clear filter',
  clearSearch: 'Clear search',
  clearBoth: 'Clear filter and search',
  waiting: {
    title: 'Opening the map',
    files: (files: readonly string[]): string =>
      files.length === 0
        ? 'All files have arrived. Reading them…'
        : `Waiting for ${counts.counted(files.length, { one: '# file', other: '# files' })}: ${lists.plain(files)}`,
  },
  failed: {
    title: 'The map could not be opened',
    tryAgain: 'Try again',
  },
};
