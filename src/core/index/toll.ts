import type { CountRange } from '../records/incident.ts';

/**
 * People killed or injured in some incidents, as reported. What is reported of incidents that may not count is apart:
 * one range of both would begin lower than any report does.
 */
export type Toll = {
  /** Of incidents that are certainly in the period and pass the filter for sure. */
  readonly certain: CountRange;
  /** Of those that are only possibly there. */
  readonly possible: CountRange;
};

const added = (a: CountRange, b: CountRange): CountRange => [a[0] + b[0], a[1] + b[1]];

export const addedTolls = (a: Toll, b: Toll): Toll => ({
  certain: added(a.certain, b.certain),
  possible: added(a.possible, b.possible),
});

/** The most that it may be. */
export const mostOf = ({ certain, possible }: Toll): number => certain[1] + possible[1];
