import type { TotalWording } from '../../core/records/running-totals.ts';

const WORDINGS: Readonly<Record<TotalWording, (count: string) => string>> = {
  exactly: (count) => count,
  about: (count) => `about ${count}`,
  'more-than': (count) => `more than ${count}`,
};

/** Counts by officials and monitors next to the count of this map. */
export const chart = {
  /** The number of a total as its counter words it. */
  number: (count: string, wording: TotalWording): string => WORDINGS[wording](count),
  count: (number: string, unit: string): string => `${number} ${unit}`,
  by: (count: string, who: string): string => `${count}, ${who}`,
};
