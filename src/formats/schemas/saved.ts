import type { ColumnMapping, MappingProposal } from '../../core/mapping/column-mapping.ts';
import { savedColumns, type SavedColumns } from '../../core/records/saved-columns.ts';
import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import { textsOf, type TableSample } from './table-sample.ts';

/**
 * Rows that were saved by this project say how each was read, so nothing is asked. What they do not say
 * (title, text, source, link) is proposed by the columns of their file. Undefined for any other table.
 */
export function suggestSavedMapping(
  { columns, samples }: TableSample,
  propose: (columns: readonly string[], samples: TableSample['samples']) => MappingProposal,
): MappingProposal | undefined {
  const saved = savedColumns(columns);
  if (!saved) return undefined;
  const own = new Set(Object.values(saved));
  const withoutOwn = (cells: readonly string[]): readonly string[] =>
    cells.map((text, column) => (own.has(column) ? '' : text));
  const rest = propose(withoutOwn(columns), samples.map(withoutOwn)).mapping;
  // A spreadsheet program may have written the dates anew, in its own order.
  const dateOrder = dateOrderEvidence(textsOf(samples, saved.time));
  const { time, latitude, longitude, precision, placeName, area, category } = saved;
  const mapping: ColumnMapping = {
    ...rest,
    place: { kind: 'two', latitude, longitude },
    placePrecision: precision === undefined ? undefined : { column: precision, scale: 'codebook' },
    placeName,
    area,
    time: { kind: 'one', column: time, order: dateOrder.order },
    // Saved times are Gregorian, whatever calendar the file's own dates are in.
    calendar: undefined,
    timePrecision: undefined,
    category,
  };
  return { mapping, isKnown: true, dateOrder, timeCandidates: [] };
}

/** The columns of a table of saved rows, where its rows are read by them. */
export function savedReading(
  columns: readonly string[],
  { place, time }: ColumnMapping,
): SavedColumns | undefined {
  const saved = savedColumns(columns);
  if (place.kind !== 'two' || time.kind !== 'one') return undefined;
  const isRead =
    place.latitude === saved?.latitude &&
    place.longitude === saved.longitude &&
    time.column === saved.time;
  return isRead ? saved : undefined;
}
