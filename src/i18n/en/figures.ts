import { incidents } from './format.ts';

/** Numbers of the records in the texts of a data set and in the header. */
export const figures = {
  /** From the least to the most that the reports allow. */
  people: (least: string, most: string, areNeighbours: boolean): string =>
    `${least} ${areNeighbours ? 'or' : 'to'} ${most}`,
  /** The same in a table. */
  range: (least: string, most: string): string => `${least}–${most}`,
  upTo: (most: string): string => `up to ${most}`,
  /** After what is certain, or alone. */
  andPerhaps: (possible: string): string => `+${possible}?`,
  perhaps: (possible: string): string => `${possible}?`,
  possibly: (possible: string): string => `possibly ${possible}`,
  possiblyMore: (certain: string, possible: string): string =>
    `${certain}, possibly ${possible} more`,
  killed: (people: string, of: number): string => `${people} reported killed, in ${incidents(of)}`,
  injured: (people: string, of: number): string => `${people} injured, in ${incidents(of)}`,
  noDeaths: 'no deaths reported',
  noInjuries: 'no injuries reported',
  noPeople: 'No deaths or injuries reported',
  /** What is said of the killed, then of the injured. */
  both: (killed: string, injured: string): string => `${killed}; ${injured}`,
};
