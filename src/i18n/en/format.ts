import { formatsOf } from '../format/formats.ts';
import { LOCALES } from '../locale.ts';

export const { capitalised, counts, dates, languageName, lists } = formatsOf<'en'>(LOCALES.en.tag);

export const incidents = (count: number): string =>
  counts.counted(count, { one: '# incident', other: '# incidents' });

export const rows = (count: number): string =>
  counts.counted(count, { one: '# row', other: '# rows' });

/** The count of a period, the same everywhere: "31 incidents, possibly 5 more". */
export const windowCount = (certain: number, possible: number): string => {
  if (certain === 0) return possible === 0 ? 'no incidents' : `possibly ${incidents(possible)}`;
  if (possible === 0) return incidents(certain);
  return `${incidents(certain)}, possibly ${counts.number(possible)} more`;
};
