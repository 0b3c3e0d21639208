import { columnsOfPlace } from '../../core/mapping/columns-read.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { TableReader } from '../table/table-reader.ts';
import { decimalSignOf, type DecimalSign } from '../../core/text/quantity.ts';

/** Rows that are looked at. */
const SAMPLE_ROWS = 500;

/** The numbers of a cell that holds a pair: `36,19; 44,01`. */
const numbersIn = (text: string): readonly string[] => text.split(/[;\s]+|,\s+/);

/**
 * How a file writes decimals, by its first rows: what the column of distances shows, else what the
 * coordinates show, else what all columns do. Undefined where none shows it, and for documents, whose
 * numbers have a point, and where no column holds numbers that could be read in two ways.
 */
export function decimalEvidence(
  table: TableReader,
  { place, placePrecision }: ColumnMapping,
): DecimalSign | undefined {
  if (placePrecision?.scale !== 'meters') return undefined;
  const coordinates = columnsOfPlace(place);
  const own: string[] = [];
  const degrees: string[] = [];
  const all: string[] = [];
  let rows = 0;
  for (const row of table.rows()) {
    own.push(row.text(placePrecision.column));
    for (const { role, column } of coordinates) {
      if (role === 'latitude' || role === 'longitude') degrees.push(row.text(column));
      if (role === 'place') degrees.push(...numbersIn(row.text(column)));
    }
    for (let column = 0; column < table.columns.length; column++) all.push(row.text(column));
    if (++rows === SAMPLE_ROWS) break;
  }
  return decimalSignOf(own) ?? decimalSignOf(degrees) ?? decimalSignOf(all);
}
