import type { SourceCount } from '../../core/records/source-count.ts';
import { counts } from './format.ts';

const reports = ({ reports: count, isLeast }: SourceCount): string =>
  `${isLeast ? 'at least ' : ''}${counts.counted(count, { one: '# report', other: '# reports' })}`;
const outlets = ({ outlets: count, isLeast }: SourceCount): string => {
  if (count === undefined) return '';
  if (isLeast)
    return `by ${counts.counted(count, { one: '# named outlet', other: '# named outlets' })}`;
  return `by ${counts.counted(count, { one: '# outlet', other: '# outlets' })}`;
};
/** "At most": unknown relations are counted as separate. One is exactly one, unless not all outlets are named. */
const origins = ({ origins: count, isLeast }: SourceCount): string => {
  if (count === 0) return '';
  return isLeast
    ? counts.counted(count, { one: '# named origin', other: 'at most # named origins' })
    : counts.counted(count, { one: '# origin', other: 'at most # origins' });
};
/** A single report with one origin says no more than that. */
const isPlain = ({ reports: all, origins: most, isLeast }: SourceCount): boolean =>
  all === 1 && most === 1 && !isLeast;

/** What a record rests on, in the same words everywhere. */
export const sources = {
  short: (count: SourceCount): string =>
    [reports(count), isPlain(count) ? '' : origins(count)].filter(Boolean).join(', '),
  /** In the least room: what counts most. */
  fewest: origins,
  full: (count: SourceCount): string =>
    count.reports === 1 && !count.isLeast
      ? sources.short(count)
      : [reports(count), outlets(count), origins(count)].filter(Boolean).join(', '),
};
