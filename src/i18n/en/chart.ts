import { counts, lists } from './format.ts';
import type { TotalWording } from '../../core/records/running-totals.ts';

const WORDINGS: Readonly<Record<TotalWording, (count: string) => string>> = {
  exactly: (count) => count,
  about: (count) => `about ${count}`,
  'more-than': (count) => `more than ${count}`,
};

/** Counts by officials and monitors next to the count of this map. */
export const chart = {
  lead: (region: string, from: string): string =>
    `The line is our count of attacks in the ${region} by the end of each day. Triangles are totals that others gave, counted from ${from}, each in the unit of its counter. Compare, do not subtract.`,
  unfiltered: 'The chart is of all data as known now. No filter and no date changes it.',
  figure: (region: string): string => `Attacks mapped in the ${region}, and totals by others`,
  key: {
    region: (region: string): string => `total for the ${region}`,
    governorates: (governorates: string): string => `total for ${governorates} alone`,
    joined: 'exact totals by one counter',
    unusual: 'few reports found',
  },
  /** The number of a total as its counter words it. */
  number: (count: string, wording: TotalWording): string => WORDINGS[wording](count),
  count: (number: string, unit: string): string => `${number} ${unit}`,
  /** The forms of a label, each as lines of text: the widest first. */
  totalForms: (number: string, unit: string, who: string): readonly (readonly string[])[] => [
    [`${number} ${unit}, ${who}`],
    [`${number} ${unit},`, who],
    [number, `${unit},`, who],
  ],
  regionForms: (count: string, region: string): readonly (readonly string[])[] => [
    [`${count} mapped, ${region}`],
    [`${count} mapped,`, region],
  ],
  governorateForms: (count: string, governorate: string): readonly (readonly string[])[] => [
    [`${count} of them in ${governorate}`],
    [`${count} of them`, `in ${governorate}`],
  ],
  /** A total, read out. */
  total: (count: string, who: string, area: string, day: string): string =>
    `${count}, ${who}; ${area}, up to ${day}`,
  about: (day: string): string => `about ${day}`,
  governorates: (day: string): string => `By governorate, up to ${day}`,
  countedBy: (who: string): string => `Counted: ${who}`,
  missing:
    'Few or no attacks on the map do not mean that a place was calm: reports may be missing.',
  shares: {
    note: (who: string, day: string, unit: string): string =>
      `How many attacks this map has of the ${unit} that ${who} counted to ${day}, whatever period, filter and date are chosen. The two are not counted in the same unit: compare, do not subtract.`,
    part: (share: number): string => `${counts.number(Math.round(share * 100))} %`,
    shade:
      'The stronger the shade, the larger the share, in five steps of 20 %. The outlines follow Natural Earth: districts that the Region administers beyond them are not shaded.',
    joined: (names: readonly string[], share: string): string =>
      `The map has no border between ${lists.and(names)}: they are shaded as one, ${share}.`,
    joinedShare: (mapped: string, counted: string): string => `${mapped} of ${counted}`,
    notDrawn: (names: readonly string[]): string => `Not drawn on the map: ${lists.and(names)}.`,
    show: 'Show on the map',
  },
  targets: {
    title: (day: string): string => `By kind of target, up to ${day}`,
    differ:
      'The categories of the two sides are not the same, and each counts in its own unit. Compare, do not subtract.',
    counted: (who: string): string => `Counted by ${who}`,
    mapped: 'Mapped in the Region',
    category: 'Category of the monitor',
    layer: 'Layer of this map',
    attacks: 'attacks reported',
    all: 'All',
  },
  mapped: (count: string): string => `${count} mapped`,
  counted: (count: string): string => `${count} counted`,
  numbers: 'The numbers',
  openRecord: 'Open the record',
  openRecordOf: (count: string): string => `Open the record: ${count}`,
};
