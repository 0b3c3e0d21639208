import type { IncidentTable, Row } from '../records/incident-table.ts';
import { spanAt } from '../records/incident-table.ts';
import { knowledgeBefore, reportedTime, type Knowledge } from '../records/reported.ts';
import type { Minute } from '../time/minute.ts';
import type { RowQuery } from './filter.ts';

/** What a reader knew of a row just before a time. Where the data say nothing of reports, it may be known since it began. */
function knowledgeOfRow(table: IncidentTable, end: Minute): (row: Row) => Knowledge {
  const { reported } = table;
  return (row) =>
    knowledgeBefore(
      end,
      reported
        ? { from: reported.from[row] ?? 0, by: reported.by[row] ?? 0 }
        : reportedTime(undefined, spanAt(table, row)),
    );
}

/** Takes the flags of rows that nobody can have known of before a time. */
export function takeUnknown(flags: Uint8Array, table: IncidentTable, end: Minute): void {
  const knowledge = knowledgeOfRow(table, end);
  for (let row = 0; row < flags.length; row++) if (knowledge(row) === 'not-yet') flags[row] = 0;
}

/** Whether a row that passes a query does so only possibly; undefined: none does. */
export function passesPossibly(
  table: IncidentTable,
  { knownBefore }: Pick<RowQuery, 'knownBefore'>,
): ((row: Row) => boolean) | undefined {
  if (knownBefore === undefined) return undefined;
  const knowledge = knowledgeOfRow(table, knownBefore);
  return (row) => knowledge(row) === 'possibly';
}
