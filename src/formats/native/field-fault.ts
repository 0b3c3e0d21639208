import type { RecordFault } from '../../core/records/bundled-report.ts';

/** A fault before it is known whose it is. */
export type FieldFault = Omit<RecordFault, 'record'>;

const shownLength = 80;

/** A value as an editor finds it in the file, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
