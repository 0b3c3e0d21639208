import {
  hasOrder,
  type ColumnMapping,
  type PlaceMapping,
  type MappingProposal,
} from '../../core/mapping/column-mapping.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import type { Task } from '../../core/base/task.ts';
import type { TableReader } from '../table/table-reader.ts';
import { DateOrderCounter } from '../../core/mapping/date-order-evidence.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { dateColumns } from '../../core/mapping/columns-read.ts';

/** Rows by which the meaning of columns is guessed. */
const SAMPLE_ROWS = 500;
/** Rows between two yield points. */
const CHUNK = 5_000;

function withDateOrder(mapping: ColumnMapping, order: DateOrder): ColumnMapping {
  const { time } = mapping;
  return hasOrder(time) ? { ...mapping, time: { ...time, order } } : mapping;
}

function sampleCells(table: TableReader): readonly (readonly string[])[] {
  const samples: string[][] = [];
  for (const row of table.rows()) {
    const width = Math.max(table.columns.length, row.cells);
    // A geometry is no text of the row.
    const textOf = (column: number): string =>
      column === table.shapeColumn ? '' : row.text(column);
    samples.push(Array.from({ length: width }, (_, column) => textOf(column)));
    if (samples.length === SAMPLE_ROWS) break;
  }
  return samples;
}

/** Where documents keep as text what cannot be read of a geometry. */
const UNREAD_COLUMN: Readonly<Partial<Record<FormatInfo['format'], string>>> = {
  geojson: 'geometry',
  'geojson-lines': 'geometry',
  kml: 'coordinates',
};

/** Says which cell the geometry is written in, so that one that cannot be read is named. */
function withShapeColumn(table: TableReader, proposal: MappingProposal): MappingProposal {
  const { shapeColumn, columns, format: form } = table;
  const { mapping } = proposal;
  if (mapping.place.kind !== 'geometry') return proposal;
  const named = (place: PlaceMapping): MappingProposal => ({
    ...proposal,
    mapping: { ...mapping, place },
  });
  if (shapeColumn !== undefined) return named({ kind: 'geometry', column: shapeColumn });
  const unread = columns.indexOf(UNREAD_COLUMN[form.format] ?? '');
  return unread === -1 || !table.hasGeometry ? proposal : named({ kind: 'geometry', unread });
}

/**
 * Proposes what the columns of a table mean by its first rows. Where these leave the order of day and
 * month open, all rows are read before the reader is asked.
 */
export async function suggestMappingFor(table: TableReader, task: Task): Promise<MappingProposal> {
  const proposal = withShapeColumn(
    table,
    suggestMapping(table.columns, sampleCells(table), {
      hasGeometry: table.hasGeometry,
      hasHeader: table.format.hasHeader ?? true,
    }),
  );
  if (!proposal.dateOrder.isOpen) return proposal;
  const counter = new DateOrderCounter();
  const columns = dateColumns(proposal.mapping.time);
  let rows = 0;
  for (const row of table.rows()) {
    for (const column of columns) counter.add(row.text(column));
    if (++rows % CHUNK === 0 && task.isDue()) await task.yield(row.part);
  }
  const dateOrder = counter.evidence;
  return { ...proposal, mapping: withDateOrder(proposal.mapping, dateOrder.order), dateOrder };
}
