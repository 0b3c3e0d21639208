import type { IncidentTable, Row } from '../records/incident-table.ts';
import { spanAt } from '../records/incident-table.ts';
import { knowledgeBefore, reportedTime, type Knowledge } from '../records/reported.ts';
import type { Minute } from '../time/minute.ts';
import { NO, POSSIBLY, YES, type RowFlags } from './match.ts';

const FLAG_OF: Readonly<Record<Knowledge, number>> = {
  known: YES,
  possibly: POSSIBLY,
  'not-yet': NO,
};

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

/** What a reader just before a time knew of each row: what may have been known then passes possibly. */
export function matchKnown(table: IncidentTable, end: Minute): RowFlags {
  const knowledge = knowledgeOfRow(table, end);
  const flags = new Uint8Array(table.length);
  for (let row = 0; row < flags.length; row++) flags[row] = FLAG_OF[knowledge(row)];
  return flags;
}

/** Whether a row that was known before a time was so only possibly; undefined: without a time, none was. */
export function passesPossibly(
  table: IncidentTable,
  { knownBefore }: { readonly knownBefore: Minute | undefined },
): ((row: Row) => boolean) | undefined {
  if (knownBefore === undefined) return undefined;
  const knowledge = knowledgeOfRow(table, knownBefore);
  return (row) => knowledge(row) === 'possibly';
}
