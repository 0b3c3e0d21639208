import type { Meaning, Proposal } from '../../../core/reading/meaning.ts';
import { savedColumns, type SavedColumns } from '../../../core/reading/saved-columns.ts';
import { dateOrderEvidence } from '../date-order.ts';
import { textsOf, type LayoutClues } from './layout-clues.ts';

/**
 * Rows that were saved by this project say how each was read, so nothing is asked. What they do not say
 * (title, text, source, link) is proposed by the columns of their file. Undefined for any other table.
 */
export function proposeSaved(
  { columns, samples }: LayoutClues,
  propose: (columns: readonly string[], samples: LayoutClues['samples']) => Proposal,
): Proposal | undefined {
  const saved = savedColumns(columns);
  if (!saved) return undefined;
  const own = new Set(Object.values(saved));
  const withoutOwn = (cells: readonly string[]): readonly string[] =>
    cells.map((text, column) => (own.has(column) ? '' : text));
  const rest = propose(withoutOwn(columns), samples.map(withoutOwn)).meaning;
  // A spreadsheet program may have written the dates anew, in its own order.
  const { order, isOpen } = dateOrderEvidence(textsOf(samples, saved.time));
  const { time, latitude, longitude, precision, placeName, area, category } = saved;
  const meaning: Meaning = {
    ...rest,
    place: { kind: 'two', latitude, longitude },
    placePrecision: precision === undefined ? undefined : { column: precision, scale: 'codebook' },
    placeName,
    area,
    time: { kind: 'one', column: time, order },
    // Saved times are Gregorian, whatever calendar the file's own dates are in.
    calendar: undefined,
    timePrecision: undefined,
    category,
  };
  return { meaning, isKnown: true, isDateOrderOpen: isOpen, timeCandidates: [] };
}

/** The columns of a table of saved rows, where its rows are read by them. */
export function savedReading(
  columns: readonly string[],
  { place, time }: Meaning,
): SavedColumns | undefined {
  const saved = savedColumns(columns);
  if (place.kind !== 'two' || time.kind !== 'one') return undefined;
  const isRead =
    place.latitude === saved?.latitude &&
    place.longitude === saved.longitude &&
    time.column === saved.time;
  return isRead ? saved : undefined;
}
