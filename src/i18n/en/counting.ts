import { countWords } from '../counts.ts';
import { dateWords } from '../dates.ts';

export const dates = dateWords('en-GB', 'to');
export const counts = countWords('en-GB');

export const incidents = (count: number): string =>
  counts.counted(count, { one: 'incident', other: 'incidents' });

/** The count of a window, wherever it stands: "31 incidents, 5 more possibly". */
export const windowCount = (certain: number, possible: number): string =>
  possible === 0
    ? incidents(certain)
    : `${incidents(certain)}, ${counts.number(possible)} more possibly`;

const megabytes = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** `512 MB`, `4 GB`: binary sizes, as file managers round them. */
export const bytes = (count: number): string =>
  count >= 2 ** 30
    ? `${megabytes.format(count / 2 ** 30)} GB`
    : `${megabytes.format(count / 2 ** 20)} MB`;
