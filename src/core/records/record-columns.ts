import { INCIDENT_SCHEMA } from './incident-schema.ts';
import type { Incident } from './incident.ts';
import { keysOf, type RecordSchema } from './record-schema.ts';

/** The names of the columns of an exported table. */
export const columnsOf = <Source>(schema: RecordSchema<Source>): readonly string[] =>
  keysOf(schema).flatMap((key) => {
    const { columns } = schema[key];
    return columns ? Object.keys(columns) : [key];
  });

/** A record as the cells of these columns. */
export const cellsOf = <Source>(schema: RecordSchema<Source>, record: Source): readonly string[] =>
  keysOf(schema).flatMap((key) => {
    const value = record[key];
    const { columns } = schema[key];
    if (columns) return Object.values(columns).map((cell) => cell(value) ?? '');
    return [typeof value === 'string' ? value : ''];
  });

/** The columns of our records in an exported table. */
export const INCIDENT_COLUMNS: readonly string[] = columnsOf(INCIDENT_SCHEMA);

/** A record as one row of it: lists are joined, the coordinates of an area are left out. */
export const incidentCells = (incident: Incident): readonly string[] =>
  cellsOf(INCIDENT_SCHEMA, incident);
