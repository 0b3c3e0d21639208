import type { IncidentTable, Row } from '../incident/incident-table.ts';
import { contains, overlaps, type Span } from '../time/span.ts';

/** Counts of one window for every group, by the group's position. */
export type GroupCounts = {
  /** Incidents whose whole interval lies in the window. */
  readonly certain: Uint32Array;
  /** Incidents that overlap the window without lying in it. */
  readonly possible: Uint32Array;
};

/** Both counts of a group as one number: equal numbers mean that neither has changed. */
export const countKey = (counts: GroupCounts, group: number): number =>
  (counts.certain[group] ?? 0) * 2 ** 20 + (counts.possible[group] ?? 0);

/** Whether a row is in the window, possibly in it, or not. */
export type Membership = 'certain' | 'possible' | 'outside';

export function membership(table: IncidentTable, row: Row, window: Span): Membership {
  const span = { from: table.from[row] ?? 0, to: table.to[row] ?? 0 };
  return contains(window, span) ? 'certain' : overlaps(span, window) ? 'possible' : 'outside';
}

/**
 * Rows in groups that answer "how many in this window" without allocating.
 * Exact; costs one pass over the rows of all groups.
 */
export class RowGroups {
  readonly #table: IncidentTable;
  readonly #groups: readonly (readonly Row[])[];
  readonly #counts: GroupCounts;

  constructor(table: IncidentTable, groups: readonly (readonly Row[])[]) {
    this.#table = table;
    this.#groups = groups;
    this.#counts = {
      certain: new Uint32Array(groups.length),
      possible: new Uint32Array(groups.length),
    };
  }

  /** The same two arrays at every call: read them before asking again. */
  count(window: Span): GroupCounts {
    const { from, to } = this.#table;
    this.#groups.forEach((rows, group) => {
      let certain = 0;
      let overlapping = 0;
      for (const row of rows) {
        const start = from[row] ?? 0;
        const end = to[row] ?? 0;
        if (start >= window.to || end <= window.from) continue;
        overlapping++;
        if (start >= window.from && end <= window.to) certain++;
      }
      this.#counts.certain[group] = certain;
      this.#counts.possible[group] = overlapping - certain;
    });
    return this.#counts;
  }
}
