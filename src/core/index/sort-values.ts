import type { Task } from '../base/task.ts';
import type { RowSource } from '../filters/match.ts';
import { IMPORTED_PRECISIONS, type ImportedPrecision } from '../place/precision.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import { NEVER } from '../records/reported.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { UNDATED } from '../records/unknown-ends.ts';
import type { SortColumn } from './table-sort.ts';
import {
  TextCodes,
  textsOfPlaces,
  textsOfRecords,
  textsOfValues,
  type CodedTexts,
} from './text-codes.ts';

/** Least and most of each row; `NaN`: not given. */
export type NumberRanges = {
  readonly kind: 'numbers';
  readonly min: (row: Row) => number;
  readonly max: (row: Row) => number;
};

/** What rows are sorted by. */
export type SortValues = NumberRanges | CodedTexts;

/** Where values are read that are no column of the table. */
export type SortFields = Pick<RowSource, 'column' | 'eachText'>;

/** How finely a place is known, from the most to the least. */
const FINENESS: readonly ImportedPrecision[] = [
  'spot',
  'block',
  'site',
  'town',
  'district',
  'near',
  'wide',
  'governorate',
  'region',
  'country',
  'unstated',
];
const FINENESS_OF_CODE = IMPORTED_PRECISIONS.map((one) => FINENESS.indexOf(one));

/** The least and the most of each row, where it gives any. */
function rangesOf(
  min: ArrayLike<number>,
  max: ArrayLike<number>,
  isGiven: (row: Row) => boolean = () => true,
): NumberRanges {
  const at = (values: ArrayLike<number>) => (row: Row) =>
    isGiven(row) ? (values[row] ?? NaN) : NaN;
  return { kind: 'numbers', min: at(min), max: at(max) };
}

/** As a card has it; read as stored: what else a record shows takes ten times as long. */
function titleOf(record: StoredRecord): string {
  if (record.kind === 'codebook') return record.incident.title;
  const { title, text } = record.fileRow;
  return title || (text?.text ?? '');
}

const areaOf = (record: StoredRecord): string =>
  record.kind === 'file' ? record.fileRow.area : (record.incident.place.governorate ?? '');

/** The values of a column of the table view; undefined: no row of this table gives one. */
export async function sortValuesOf(
  table: IncidentTable,
  fields: SortFields,
  column: SortColumn,
  task: Task,
): Promise<SortValues | undefined> {
  const { isUndated, place, places, layer, layers, reported, origins } = table;
  switch (column) {
    case 'time':
      return rangesOf(table.from, table.to, (row) => isUndated[row] !== UNDATED);
    case 'reported':
      return reported && rangesOf(reported.from, reported.by, (row) => reported.by[row] !== NEVER);
    case 'origins':
      return rangesOf(origins, origins, (row) => origins[row] !== 0);
    case 'precision': {
      const fineness = (row: Row): number =>
        FINENESS_OF_CODE[places.precision[place[row] ?? 0] ?? 0] ?? NaN;
      return { kind: 'numbers', min: fineness, max: fineness };
    }
    case 'layer':
      return { kind: 'texts', values: layers.map(({ key }) => key), codes: layer };
    case 'place':
      return textsOfPlaces(table, task);
    case 'title':
      return textsOfRecords(table, titleOf, task);
    case 'governorate':
      // Ours are a field; a file names the area of a row in any column.
      return table.contents.kind === 'texts'
        ? valuesOfField(table, fields, column, task)
        : textsOfRecords(table, areaOf, task);
    default:
      return valuesOfField(table, fields, column, task);
  }
}

async function valuesOfField(
  table: IncidentTable,
  fields: SortFields,
  field: string,
  task: Task,
): Promise<SortValues | undefined> {
  const column = await fields.column(field, task.part(0, 0.5));
  switch (column?.kind) {
    case undefined:
      return undefined;
    case 'number':
      return rangesOf(column.min, column.max);
    case 'date':
      return rangesOf(column.from, column.to);
    case 'category':
    case 'boolean':
      return textsOfValues(column, table.length, task.part(0.5, 1));
    case 'week-hours':
    case 'text': {
      const texts = new TextCodes(table.length);
      await fields.eachText(
        field,
        (row, text) => {
          texts.put(row, text);
        },
        task.part(0.5, 1),
      );
      return texts.texts;
    }
  }
}
