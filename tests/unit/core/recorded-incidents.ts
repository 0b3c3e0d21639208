import { recordedAt } from '../../../src/core/incident/contents.ts';
import type { IncidentTable, Row } from '../../../src/core/incident/incident-table.ts';
import type { Incident } from '../../../src/core/incident/incident.ts';
import { incidentOf } from '../../../src/core/incident/recorded.ts';

/** The record of the codebook in a row; a row without one fails the test. */
export function incidentAt(table: IncidentTable, row: Row): Incident {
  const incident = incidentOf(recordedAt(table, row));
  if (!incident) throw new Error(`Row ${String(row)} holds no record of the codebook.`);
  return incident;
}

/** All rows in order. */
export const allRows = (table: IncidentTable): readonly Row[] =>
  Array.from({ length: table.length }, (_, row) => row);
