import type { Count, WindowCount } from '../../core/index/tally.ts';
import { formatsOf } from '../format/formats.ts';
import { LOCALES } from '../locale.ts';

export const { capitalised, counts, dates, languageName, lists } = formatsOf<'en'>(LOCALES.en.tag);

export const incidents = (count: number): string =>
  counts.counted(count, { one: '# incident', other: '# incidents' });

export const rows = (count: number): string =>
  counts.counted(count, { one: '# row', other: '# rows' });

const countedAs = ({ certain, possible }: Count, nameOf: (count: number) => string): string => {
  if (certain === 0) return possible === 0 ? '' : `possibly ${nameOf(possible)}`;
  if (possible === 0) return nameOf(certain);
  return `${nameOf(certain)}, possibly ${counts.number(possible)} more`;
};

const attacks = (count: number): string =>
  counts.counted(count, { one: '# attack', other: '# attacks' });
const halts = (count: number): string =>
  counts.counted(count, { one: '# halt or outage', other: '# halts or outages' });

/** The count of a period, the same everywhere: "31 incidents, possibly 5 more". */
export const windowCount = (certain: number, possible: number): string =>
  countedAs({ certain, possible }, incidents) || 'no incidents';

/** Attacks alone: "31 attacks, possibly 5 more". */
export const attackCount = (count: Count): string => countedAs(count, attacks) || 'no attacks';

/** The same with halts apart: "99 attacks and 10 halts or outages". */
export const splitCount = ({ certain, possible, halts: apart }: WindowCount): string => {
  if (!apart) return windowCount(certain, possible);
  const attacksOnly = {
    certain: certain - apart.certain,
    possible: possible - apart.possible,
  };
  const parts = [countedAs(attacksOnly, attacks), countedAs(apart, halts)].filter(Boolean);
  if (parts.length === 0) return 'no incidents';
  return parts.join(attacksOnly.possible + apart.possible > 0 ? '; ' : ' and ');
};
