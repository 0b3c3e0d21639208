import type { DateOrder, Meaning, PlaceMeaning, Proposal } from '../../core/reading/meaning.ts';
import type { SheetForm } from '../../core/reading/sheet-form.ts';
import type { Task } from '../../core/task.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { DateOrderWatch } from './date-order.ts';
import { proposeMeaning } from './propose-meaning.ts';
import { dateColumns } from './time-columns.ts';

/** Rows by which the meaning of columns is guessed. */
const SAMPLE_ROWS = 500;
/** Rows between two yield points. */
const CHUNK = 5_000;

function withDateOrder(meaning: Meaning, order: DateOrder): Meaning {
  const { time } = meaning;
  return time.kind === 'one' || time.kind === 'interval'
    ? { ...meaning, time: { ...time, order } }
    : meaning;
}

function sampleCells(sheet: Sheet): readonly (readonly string[])[] {
  const samples: string[][] = [];
  for (const row of sheet.rows()) {
    const width = Math.max(sheet.columns.length, row.cells);
    // A geometry is no text of the row.
    const textOf = (column: number): string =>
      column === sheet.shapeColumn ? '' : row.text(column);
    samples.push(Array.from({ length: width }, (_, column) => textOf(column)));
    if (samples.length === SAMPLE_ROWS) break;
  }
  return samples;
}

/** Where documents keep as text what cannot be read of a geometry. */
const UNREAD_COLUMN: Readonly<Partial<Record<SheetForm['format'], string>>> = {
  geojson: 'geometry',
  'geojson-lines': 'geometry',
  kml: 'coordinates',
};

/** Says which cell the geometry is written in, so that one that cannot be read is named. */
function withShapeColumn(sheet: Sheet, proposal: Proposal): Proposal {
  const { shapeColumn, columns, form } = sheet;
  const { meaning } = proposal;
  if (meaning.place.kind !== 'geometry') return proposal;
  const named = (place: PlaceMeaning): Proposal => ({
    ...proposal,
    meaning: { ...meaning, place },
  });
  if (shapeColumn !== undefined) return named({ kind: 'geometry', column: shapeColumn });
  const unread = columns.indexOf(UNREAD_COLUMN[form.format] ?? '');
  return unread === -1 || !sheet.hasGeometry ? proposal : named({ kind: 'geometry', unread });
}

/**
 * Proposes what the columns of a sheet mean by its first rows. Where these leave the order of day and
 * month open, all rows are asked before a person is.
 */
export async function proposeForSheet(sheet: Sheet, task: Task): Promise<Proposal> {
  const proposal = withShapeColumn(
    sheet,
    proposeMeaning(sheet.columns, sampleCells(sheet), {
      hasGeometry: sheet.hasGeometry,
      hasHeader: sheet.form.hasHeader ?? true,
    }),
  );
  if (!proposal.isDateOrderOpen) return proposal;
  const watch = new DateOrderWatch();
  const columns = dateColumns(proposal.meaning.time);
  let rows = 0;
  for (const row of sheet.rows()) {
    for (const column of columns) watch.see(row.text(column));
    if (++rows % CHUNK === 0 && task.isDue()) await task.yield(row.part);
  }
  if (watch.isOpen) return proposal;
  return {
    ...proposal,
    meaning: withDateOrder(proposal.meaning, watch.order),
    isDateOrderOpen: false,
  };
}
