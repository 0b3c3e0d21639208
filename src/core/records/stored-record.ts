import type { ImportedRow } from './imported-row.ts';
import { contentOfIncident } from './incident-schema.ts';
import type { Incident } from './incident.ts';
import type { RecordContent } from './record-content.ts';

/** A record as its own data set has it: of the codebook, or a row of a reader's file. */
export type StoredRecord =
  | { readonly kind: 'codebook'; readonly incident: Incident }
  | {
      readonly kind: 'file';
      readonly fileRow: ImportedRow;
      /** What reads files also says what a row is as a record: a page that opens none loads neither. */
      readonly contentOf: (row: ImportedRow) => RecordContent;
    };

/** The same as any record; the only place where the two become one. */
export const contentOf = (stored: StoredRecord): RecordContent =>
  stored.kind === 'codebook'
    ? contentOfIncident(stored.incident)
    : stored.contentOf(stored.fileRow);
