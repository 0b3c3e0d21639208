import type { Span } from '../time/span.ts';
import type { Row } from './incident-table.ts';
import type { Incident } from './incident.ts';

/** A decoded record, where it stands in the table, and the widest span its time may mean. */
export type Recorded = { readonly row: Row; readonly incident: Incident; readonly span: Span };
