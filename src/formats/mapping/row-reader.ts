import { EFFECTS, type Effect } from '../../core/records/incident.ts';
import { isArea } from '../../core/place/place.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import type { RowNote, ReadRow } from '../../core/records/read-row.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { RowCursor } from '../table/table-reader.ts';
import type { DecimalSign } from '../../core/text/quantity.ts';
import { RowNotes } from './row-notes.ts';
import { RowPlaceReader } from './row-place.ts';
import { RowTimeReader } from './row-time.ts';

const EMPTY_ROW: ReadRow = {
  place: undefined,
  placeName: '',
  precision: 'unstated',
  area: '',
  country: '',
  span: undefined,
  category: '',
  notes: [{ code: 'empty-row', column: undefined } satisfies RowNote],
};

const cellOf = (row: RowCursor, column: ColumnIndex | undefined): string => {
  const text = column === undefined ? '' : row.text(column);
  return isMissing(text) ? '' : text;
};

const effectOf = (text: string): Effect | undefined => EFFECTS.find((one) => one === text);

function isEmpty(row: RowCursor): boolean {
  if (row.geometry) return false;
  for (let column = 0; column < row.cells; column++) if (row.text(column) !== '') return false;
  return true;
}

/**
 * Reads the rows of a table by a column mapping, as precisely as they are written and no more. A clock time
 * with an offset is moved to `utcOffset` minutes east of UTC, without one to the first offset that is read.
 * The caller notes what the table itself reports of a row (`issue`, too many cells).
 */
export class RowReader {
  readonly #mapping: ColumnMapping;
  readonly #notes = new RowNotes();
  readonly #place: RowPlaceReader;
  readonly #time: RowTimeReader;

  constructor(
    mapping: ColumnMapping,
    utcOffset: Minute | undefined,
    options: {
      readonly today: Minute;
      readonly decimal?: DecimalSign | undefined;
      /** Rows that this project saved: their times say all that was decided of them. */
      readonly isSaved?: boolean;
    },
  ) {
    this.#mapping = mapping;
    this.#place = new RowPlaceReader(mapping, this.#notes, options.decimal);
    this.#time = new RowTimeReader(mapping, utcOffset, options, this.#notes);
  }

  /** The clock to which times with an offset are moved; undefined while none has any. */
  get utcOffset(): Minute | undefined {
    return this.#time.utcOffset;
  }

  read(row: RowCursor): ReadRow {
    const place = this.#place.read(row);
    const span = this.#time.read(row);
    const notes = this.#notes.take();
    if (place === undefined && span === undefined && isEmpty(row)) return EMPTY_ROW;
    const { placeName, area, country, category, effect } = this.#mapping;
    const { precision } = this.#place;
    const name = cellOf(row, placeName);
    const areaName = cellOf(row, area);
    return {
      place,
      placeName: name,
      precision,
      area: areaName === '' && isArea(precision) ? name : areaName,
      country: cellOf(row, country),
      span,
      category: cellOf(row, category),
      ...(effect === undefined ? {} : { effect: effectOf(row.text(effect)) }),
      notes,
    };
  }
}
