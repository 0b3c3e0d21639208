import type { ColumnIndex } from '../../core/records/column-index.ts';
import { savedColumns } from '../../core/records/saved-columns.ts';
import type { TableReader } from './table-reader.ts';
import { looksLikeGeometry, writtenGeometry } from '../geometry/written-geometry.ts';

/** Rows that are looked at. */
const SAMPLE_ROWS = 200;
/** A column that writes fewer of its values as geometries, or has fewer values, is something else. */
const MIN_SHARE = 0.6;

type Seen = { filled: number; shapes: number; isMoreThanPoints: boolean };

function look(seen: Seen, text: string): void {
  if (text === '') return;
  seen.filled++;
  if (!looksLikeGeometry(text)) return;
  const shape = writtenGeometry(text);
  if (!shape) return;
  seen.shapes++;
  if (shape.type !== 'Point') seen.isMoreThanPoints = true;
}

/**
 * The column of a table that writes lines and areas as WKT or GeoJSON; undefined where there is none.
 * One that writes points alone is read as a pair of coordinates, as any other cell with both.
 */
export function findGeometryColumn(table: TableReader): ColumnIndex | undefined {
  const saved = savedColumns(table.columns);
  if (saved) return saved.shape;
  const seen = table.columns.map((): Seen => ({ filled: 0, shapes: 0, isMoreThanPoints: false }));
  let rows = 0;
  for (const row of table.rows()) {
    seen.forEach((one, column) => {
      look(one, row.text(column));
    });
    if (++rows === SAMPLE_ROWS) break;
  }
  const found = seen.findIndex(
    ({ filled, shapes, isMoreThanPoints }) =>
      isMoreThanPoints && shapes / filled >= MIN_SHARE && filled / rows >= MIN_SHARE,
  );
  return found < 0 ? undefined : found;
}
