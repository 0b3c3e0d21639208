import { EFFECT_CLASSES } from '../records/incident.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { originClassAt, SEVERAL_ORIGINS } from '../records/origin-classes.ts';

/** The columns that row filters read. */
type Columns = Pick<IncidentTable, 'effectClass' | 'deaths' | 'origins'>;

const HALT = EFFECT_CLASSES.indexOf('halt');

/**
 * Filters that a reader switches on by name, as a link has it after `only=`: which rows pass. A new one is
 * an entry here, and its words in `i18n/en/row-filters.ts`.
 */
const ROW_FILTERS = {
  /** Without halts, outages and restorations. */
  attacks:
    ({ effectClass }: Columns) =>
    (row: number): boolean =>
      effectClass[row] !== HALT,
  /** Someone was killed, or may have been. */
  deaths:
    ({ deaths }: Columns) =>
    (row: number): boolean =>
      deaths[row] !== 0,
  /** Reports of at least two origins, as far as is known. */
  origins:
    ({ origins }: Columns) =>
    (row: number): boolean =>
      originClassAt(origins, row) === SEVERAL_ORIGINS,
} as const;

export type RowFilterName = keyof typeof ROW_FILTERS;

export const ROW_FILTER_NAMES = Object.keys(ROW_FILTERS) as readonly RowFilterName[];

/** Takes the flags of rows that do not pass all of some filters. */
export function takeFlags(
  flags: Uint8Array,
  columns: Columns,
  only: Iterable<RowFilterName>,
): void {
  for (const name of only) {
    const passes = ROW_FILTERS[name](columns);
    for (let row = 0; row < flags.length; row++) if (!passes(row)) flags[row] = 0;
  }
}
