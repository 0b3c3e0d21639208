import type { TimeRange } from './time-range.ts';

/** What the second period can be of the first one; it keeps to that while the first one moves. */
export const RELATIONS = ['previous', 'before', 'after'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The second period as it was chosen: by what it is of the first one, or by its dates. */
export type ComparedPeriod = Relation | TimeRange;
