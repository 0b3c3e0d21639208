import { EFFECT_CLASSES } from '../records/incident.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { originClassAt, SEVERAL_ORIGINS } from '../records/origin-classes.ts';
import type { ClauseOf } from './clause.ts';
import { NO, YES, type Matcher } from './match.ts';
import type { RowFilterName } from './row-filters.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

/** Whether a row of a table passes a filter by name. */
const PASSES: Readonly<Record<RowFilterName, (table: IncidentTable, row: number) => boolean>> = {
  /** Without halts, outages and restorations. */
  attacks: ({ effectClass }, row) => effectClass[row] !== HALT,
  /** Someone was killed, or may have been. */
  deaths: ({ deaths }, row) => deaths[row] !== 0,
  /** Reports of at least two origins, as far as is known. */
  origins: ({ origins }, row) => originClassAt(origins, row) === SEVERAL_ORIGINS,
};

/** A row passes when it passes all that are on. */
export const matchOnly: Matcher<ClauseOf<'only'>> = ({ names }, { table }) => {
  const flags = new Uint8Array(table.length).fill(YES);
  for (const name of names)
    for (let row = 0; row < flags.length; row++) if (!PASSES[name](table, row)) flags[row] = NO;
  return Promise.resolve(flags);
};
