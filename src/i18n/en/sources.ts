import type { SourceCount } from '../../core/records/source-count.ts';
import { counts } from './format.ts';

const reports = (count: number): string =>
  counts.counted(count, { one: '# report', other: '# reports' });
const outlets = (count: number | undefined): string =>
  count === undefined ? '' : `by ${counts.counted(count, { one: '# outlet', other: '# outlets' })}`;
/** "At most": unknown relations are counted as separate. One is exactly one. */
const origins = (count: number): string =>
  count === 0 ? '' : counts.counted(count, { one: '# origin', other: 'at most # origins' });

/** What a record rests on, in the same words everywhere. A single report with one origin says no more than that. */
export const sources = {
  short: ({ reports: all, origins: most }: SourceCount): string =>
    [reports(all), all === 1 && most === 1 ? '' : origins(most)].filter(Boolean).join(', '),
  /** In the least room: what counts most. */
  fewest: ({ origins: most }: SourceCount): string => origins(most),
  full: ({ reports: all, outlets: distinct, origins: most }: SourceCount): string =>
    all === 1
      ? sources.short({ reports: all, outlets: distinct, origins: most })
      : [reports(all), outlets(distinct), origins(most)].filter(Boolean).join(', '),
};
