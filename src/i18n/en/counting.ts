import { countWords } from '../counts.ts';
import { dateWords } from '../dates.ts';

export const dates = dateWords('en-GB', 'to');
export const counts = countWords('en-GB');

export const incidents = (count: number): string =>
  counts.counted(count, { one: 'incident', other: 'incidents' });

/** The count of a period, the same everywhere: "31 incidents, possibly 5 more". */
export const windowCount = (certain: number, possible: number): string => {
  if (certain === 0) return possible === 0 ? 'no incidents' : `possibly ${incidents(possible)}`;
  if (possible === 0) return incidents(certain);
  return `${incidents(certain)}, possibly ${counts.number(possible)} more`;
};

/** With a capital, for the beginning of a sentence or label; "No incidents". */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

const megabytes = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** `512 MB`, `4 GB`: binary sizes, as file managers round them. */
export const bytes = (count: number): string =>
  count >= 2 ** 30
    ? `${megabytes.format(count / 2 ** 30)} GB`
    : `${megabytes.format(count / 2 ** 20)} MB`;
