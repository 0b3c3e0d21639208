import { contentOfIncident } from './incident-schema.ts';
import type { ImportedRow } from './imported-row.ts';
import type { RecordContent } from './incident-record.ts';
import type { Incident } from './incident.ts';
import { contentOfRow } from './row-fields.ts';

/** A record as its own data set has it: of the codebook, or a row of a reader's file. */
export type StoredRecord =
  | { readonly kind: 'codebook'; readonly incident: Incident }
  | { readonly kind: 'file'; readonly fileRow: ImportedRow };

/** The same as any record; the only place where the two become one. */
export const contentOf = (stored: StoredRecord): RecordContent =>
  stored.kind === 'codebook' ? contentOfIncident(stored.incident) : contentOfRow(stored.fileRow);
