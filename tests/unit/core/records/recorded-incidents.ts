import { recordedAt } from '../../../../src/core/records/contents.ts';
import type { IncidentTable, Row } from '../../../../src/core/records/incident-table.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { incidentOf } from '../../../../src/core/records/incident-record.ts';

/** The record of the codebook in a row; a row without one fails the test. */
export function incidentAt(table: IncidentTable, row: Row): Incident {
  const incident = incidentOf(recordedAt(table, row));
  if (!incident) throw new Error(`Row ${String(row)} holds no record of the codebook.`);
  return incident;
}

/** All rows in order. */
export const allRows = (table: IncidentTable): readonly Row[] =>
  Array.from({ length: table.length }, (_, row) => row);
