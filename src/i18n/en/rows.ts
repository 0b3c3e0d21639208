import { outsideText } from '../../core/text/outside-text.ts';
import type { ImportedPrecision } from '../../core/place/precision.ts';
import type { PlacePrecision } from '../../core/place/place.ts';
import { notesWithoutColumn, rowNotes } from './row-notes.ts';

const MAX_CELL_CHARACTERS = 60;

/**
 * A cell as an example in a sentence: cut off, with visible control characters. The quotation marks are
 * ours, so they are outside the direction isolate.
 */
export const quotedCell = (cell: string): string => `“${outsideText(cell, MAX_CELL_CHARACTERS)}”`;

/** What the page says about a row of a reader's file, in addition to the row's own text. */
export const rows = {
  precisions: {
    spot: 'this point, within about 15 m',
    block: 'near this point, within about 150 m',
    near: 'near this point, within about 25 km',
    wide: 'in the wider area around this point, within about 150 km',
    unstated: 'precision not given',
    country: 'only the country known',
  } satisfies Record<Exclude<ImportedPrecision, PlacePrecision>, string>,
  notes: rowNotes,
  notesWithoutColumn,
  quotedCell,
};
