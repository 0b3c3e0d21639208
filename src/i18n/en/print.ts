import { outsideText } from '../../core/text/outside-text.ts';
import { counts, lists } from './format.ts';

const ofAll = (printed: number, all: number): string =>
  `the first ${counts.number(printed)} of ${counts.number(all)} records`;

/** Sentences that are only read on paper. */
export const print = {
  cumulative: 'Cumulative: everything from the first day of the data to the end of the period.',
  search: (text: string): string =>
    `Only records that match the search: “${outsideText(text, 200)}”.`,
  onlySeen: 'Only what is in the part of the map that was on screen.',
  layersOff: (names: readonly string[]): string => `Layers switched off: ${lists.and(names)}.`,
  isOff: 'switched off',
  noMap: 'There is no map here: it was not drawn when the page was printed.',
  /** Next to circles within each other, from the smallest. */
  sizes: (sizes: readonly number[]): string =>
    `area of a mark: ${lists.plain(sizes.map((size) => counts.number(size)))} incidents`,
  legend: 'Layers, with their incidents in this period',
  comparedLegend: 'Layers, with their incidents in both periods',
  shares: (who: string): string =>
    `Shaded by the share on this map of what was counted by ${who}; compare, do not subtract.`,
  possible: 'A question mark: incidents or people possibly in this period.',
  key: 'How to read the marks',
  halo: 'Dashed circle: how exactly the places in a mark are known: the widest one of each mark',
  area: 'Of these only the area is known, so no point is drawn',
  firstOf: (printed: number, all: number): string =>
    `Printed: ${ofAll(printed, all)}. To print others, choose a shorter period or search.`,
  notLoaded: (printed: number, all: number): string =>
    `Printed: ${ofAll(printed, all)}. The others were still loading; print the page again.`,
  address: 'This view:',
  /** What the address does not bring back. */
  notInLink: (names: readonly string[]): string =>
    `Not in the link: ${lists.plain(names.map((name) => outsideText(name)))}. A link never contains the rows of a file on your device. People who open the link see the map without these rows.`,
};
