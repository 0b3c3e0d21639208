import type { ImportedPrecision } from '../../core/place/precision.ts';
import type { RowNoteCode } from '../../core/records/read-row.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { Messages } from '../messages.ts';

/** `UTC+3`, `UTC−4:30` */
function offsetName(utcOffset: Minute): string {
  const [hours, minutes] = [Math.floor(Math.abs(utcOffset) / 60), Math.abs(utcOffset) % 60];
  const part = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `UTC${utcOffset < 0 ? '−' : '+'}${String(hours)}${part}`;
}

export function rowSentences({ rows: words, terms, ownFiles: { report } }: Messages) {
  return {
    /** How finely a row's place is known. */
    precision: (of: ImportedPrecision): string =>
      ({ ...terms.precisions, ...words.precisions })[of],

    /** What a note means and what can be done. One without a column is about what was not found. */
    note: (code: RowNoteCode, hasColumn = true) =>
      (hasColumn ? undefined : words.notesWithoutColumn[code]) ?? words.notes[code],

    quotedCell: words.quotedCell,

    /** The offset in which the times of a file with offsets are shown. */
    clock: (utcOffset: Minute): string =>
      utcOffset === 0 ? report.clockUtc : report.clock(offsetName(utcOffset)),
  };
}
