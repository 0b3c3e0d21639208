import { recordAt } from '../../../../src/core/records/contents.ts';
import type { IncidentTable, Row } from '../../../../src/core/records/incident-table.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';

/** The record of the codebook in a row; a row without one fails the test. */
export function incidentAt(table: IncidentTable, row: Row): Incident {
  const record = recordAt(table, row);
  if (record?.kind !== 'codebook')
    throw new Error(`Row ${String(row)} holds no record of the codebook.`);
  return record.incident;
}

/** All rows in order. */
export const allRows = (table: IncidentTable): readonly Row[] =>
  Array.from({ length: table.length }, (_, row) => row);
