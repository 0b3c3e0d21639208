import type { Span } from '../../core/time/span.ts';
import { counts, dates, incidents, windowCount } from './counting.ts';

export const shell = {
  productName: 'Dateline',
  untitled: 'Reported incidents',
  skipToList: 'Skip the map: go to the list of incidents',
  /** The count sentence: exact, and equal wherever it stands. */
  countSentence: (certain: number, possible: number, span: Span): string =>
    `${windowCount(certain, possible)}, ${dates.span(span)}`,
  /** Where nothing has a date, there is no window to count in. */
  undatedSentence: (count: number): string => `${incidents(count)}, none of them dated`,
  /** Under the name of a reader's own file. */
  ownStandfirst: 'Your own file. It is read in this browser and stays there.',
  windowCount,
  buttons: {
    list: 'List and search',
    open: 'Open…',
    openFile: 'Open a file…',
    share: 'Share',
    about: 'About',
    theme: 'Light or dark',
    close: 'Close',
    back: 'Back',
    tryAgain: 'Try again',
    home: 'Whole area',
  },
  themeTitle: (choice: string): string => `Colours: ${choice}. Change`,
  themes: { system: 'as the device', light: 'light', dark: 'dark' },
  legend: {
    title: 'Layers',
    showAll: 'Show all layers',
    key: 'How to read the marks',
    size: 'Area of a mark: number of incidents in the window',
    rings: 'Rings: the layers it is made of',
    several: 'Dark ring: several layers at once, too thin to draw apart',
    forms: 'Filled: hit or damage reported. Open: intercepted. Pale: effect not known, or no hit',
    effectUnknown: 'Pale: effect not known, as the file does not say it',
    halt: 'Square: halt or outage, no attack; pale inside a larger mark',
    possible:
      'Thin outer line: with those possibly in the window; a question mark where there are only such',
    halo: 'Halo: the place lies somewhere inside',
    haloCloser:
      'Halo: the place lies somewhere inside. Drawn closer in, where the circles do not cover each other',
    areasTitle: 'Known only to an area',
    offMapTitle: 'Not on the map',
    area: 'Hatched: known only to this area, no point drawn',
    series: 'Circle with a name: a series that a source does not separate, not counted',
  },
  switchLayer: (layer: string, certain: number, possible: number): string =>
    `${layer}: ${windowCount(certain, possible)}`,
  possibleCount: (possible: number): string => `+${counts.number(possible)}?`,
  /** Of all data, whatever the window: the count sentence says what is in the window. */
  filtered: (shown: number, all: number): string =>
    `Filtered: ${counts.number(shown)} of all ${incidents(all)}`,
  clearFilter: 'Clear the filter',
};
