import type { Geometry } from 'geojson';
import { passesPossibly } from '../../core/filters/known-before.ts';
import { isReportedBefore } from '../../core/records/known-reports.ts';
import { recordAt } from '../../core/records/contents.ts';
import type { ImportedRows, CompleteRow } from '../../core/records/imported-row.ts';
import { spanAt, type IncidentTable, type Row } from '../../core/records/incident-table.ts';
import { areaName } from '../../core/place/place-table.ts';
import { textAt } from '../../core/text/text-column.ts';
import type { KnownPlace } from '../../core/place/precision.ts';
import { SAVED, type SavedColumn, type SavedColumns } from '../../core/records/saved-columns.ts';
import { INCIDENT_COLUMNS, incidentCells } from '../../core/records/record-columns.ts';
import { DAY, isoText, type Minute } from '../../core/time/minute.ts';
import { timeText } from './saved-time.ts';

/** How a row was read, under the names of `SAVED`. */
type SavedCells = Readonly<Record<SavedColumn, string>>;

/** One of the tables that rows come from, and where its columns are in the saved one. */
type Part = {
  readonly table: IncidentTable;
  /** Undefined for records of the codebook. */
  readonly rows: ImportedRows | undefined;
  /** Position in the saved table by position in the file; undefined: a column of `SAVED`. */
  readonly positions: readonly (number | undefined)[];
  /** Whether a row is only possibly known on the day of the page. */
  readonly isPossible: ((row: Row) => boolean) | undefined;
};

const columnsOf = ({ contents }: IncidentTable): readonly string[] =>
  contents.kind === 'file' ? contents.rows.columns : INCIDENT_COLUMNS;

const savedIn = ({ contents }: IncidentTable): SavedColumns | undefined =>
  contents.kind === 'file' ? contents.rows.saved : undefined;

/** Those of the columns that some rows need. */
function says(table: IncidentTable, column: SavedColumn): boolean {
  switch (column) {
    case 'dataset':
    case 'time':
    case 'latitude':
    case 'longitude':
      return true;
    case 'known':
    case 'selection':
      return savedIn(table)?.[column] !== undefined;
    case 'shape':
      return table.contents.kind === 'file' && table.contents.rows.has.shape;
    // Records of the page's own data have such a column themselves.
    case 'origins':
      return (
        savedIn(table)?.origins !== undefined ||
        (table.contents.kind === 'file' && table.origins.some((count) => count > 0))
      );
    case 'precision':
    case 'placeName':
    case 'area':
    case 'category':
      return table.contents.kind !== 'file' || table.contents.rows.has[column];
  }
}

const IN_FRONT = [
  'dataset',
  'time',
  'latitude',
  'longitude',
  'precision',
  'placeName',
  'area',
  'category',
  'known',
  'selection',
  'origins',
] as const satisfies readonly SavedColumn[];

const originsText = ({ origins }: IncidentTable, row: Row): string => String(origins[row] || '');

const pointOf = (geometry: Geometry | undefined): readonly number[] =>
  geometry?.type === 'Point' ? geometry.coordinates : [];

/** A row that is saved again keeps what it was chosen by before. */
const joined = (before: string, now: string): string =>
  before.includes(now) ? before : [before, now].filter(Boolean).join(' ');

/** Coordinates of a point that was refused, such as 0, 0, are saved as the file has them. */
function degreesText(place: KnownPlace | undefined, refused: readonly number[]) {
  const [lon = '', lat = ''] = place ? [place.lon, place.lat] : refused;
  // A row of which only its area is known has no point.
  const isNone = Number.isNaN(lon);
  return { latitude: isNone ? '' : String(lat), longitude: isNone ? '' : String(lon) };
}

/** Of what page the rows are. */
export type Saving = {
  readonly setNames: ReadonlyMap<number, string>;
  /** What the reader had chosen, in words; empty: nothing. */
  readonly selection: string;
  /** The rows are as known before a time; undefined: as known now. */
  readonly knownBefore: Minute | undefined;
  /** Rows of a table that pass the other filters only possibly; undefined: none does. */
  readonly possibleIn?: ((table: IncidentTable) => ((row: Row) => boolean) | undefined) | undefined;
};

/**
 * Rows of one or several data sets as one table: how each row was read, then all cells of its file.
 * Columns are those of the files in their order, equal names once for each time that a file has them;
 * cells beyond a file's last column come last. Opened again, it is read as the same rows, places and
 * times.
 */
export class SavedTable {
  readonly header: readonly string[];
  readonly #saving: Saving;
  readonly #parts: ReadonlyMap<IncidentTable, Part>;
  readonly #front: readonly SavedColumn[];
  readonly #shape: number | undefined;

  /** `tables`: those that rows are saved of. */
  constructor(tables: readonly IncidentTable[], saving: Saving) {
    this.#saving = saving;
    const isSaid = (column: SavedColumn): boolean =>
      (column === 'known' && saving.knownBefore !== undefined) ||
      (column === 'selection' && saving.selection !== '') ||
      tables.some((one) => says(one, column));
    this.#front = IN_FRONT.filter(isSaid);
    const header: string[] = this.#front.map((column) => SAVED[column]);
    const positionOf = new Map<string, number[]>();
    const parts = new Map<IncidentTable, Part>();
    for (const one of tables) {
      const own = new Set(Object.values(savedIn(one) ?? {}));
      const met = new Map<string, number>();
      const positions = columnsOf(one).map((name, column) => {
        if (own.has(column)) return undefined;
        const alike = positionOf.get(name) ?? [];
        positionOf.set(name, alike);
        const time = met.get(name) ?? 0;
        met.set(name, time + 1);
        return (alike[time] ??= header.push(name) - 1);
      });
      const rowsOf = one.contents.kind === 'file' ? one.contents.rows : undefined;
      const isPossible = passesPossibly(one, saving);
      parts.set(one, { table: one, rows: rowsOf, positions, isPossible });
    }
    this.#parts = parts;
    this.#shape = isSaid('shape') ? header.push(SAVED.shape) - 1 : undefined;
    this.header = header;
  }

  /** The cells of one row; undefined where a damaged file of our own records has no text for it. */
  cellsOf(table: IncidentTable, at: Row): readonly string[] | undefined {
    const part = this.#parts.get(table);
    if (!part) throw new Error('The row does not belong to any table of this export.');
    const cells = this.header.map(() => '');
    const read = part.rows
      ? this.#fileRow(part, part.rows, at, cells)
      : this.#record(table, at, cells);
    if (!read) return undefined;
    this.#front.forEach((column, position) => {
      cells[position] = read[column];
    });
    if (this.#shape !== undefined) cells[this.#shape] = read.shape;
    return cells;
  }

  #setNameOf({ layers, layer }: IncidentTable, row: Row): string {
    return this.#saving.setNames.get(layers[layer[row] ?? 0]?.dataset ?? 0) ?? '';
  }

  #common(table: IncidentTable, row: Row) {
    return {
      dataset: this.#setNameOf(table, row),
      time: timeText(spanAt(table, row), table.isUndated[row] ?? 0),
      placeName: textAt(table.places.names, table.place[row] ?? 0),
      known: this.#knownText(table, row),
      selection: this.#selectionText(table, row),
      origins: originsText(table, row),
    };
  }

  /** A row that may not be meant says so. */
  #selectionText(table: IncidentTable, row: Row): string {
    const { selection, possibleIn } = this.#saving;
    return selection !== '' && possibleIn?.(table)?.(row) ? `possibly: ${selection}` : selection;
  }

  #knownText(table: IncidentTable, row: Row): string {
    const { knownBefore } = this.#saving;
    if (knownBefore === undefined) return '';
    const isPossible = this.#parts.get(table)?.isPossible?.(row);
    return `${isPossible ? 'possibly ' : ''}by ${isoText(knownBefore - DAY)}`;
  }

  #fileRow(part: Part, rows: ImportedRows, at: Row, cells: string[]): SavedCells {
    const whole = rows.complete(at);
    whole.cells.forEach((text, column) => {
      const position = column < part.positions.length ? part.positions[column] : cells.length;
      if (position !== undefined) cells[position] = text;
    });
    return rows.saved
      ? this.#asSaved(rows.saved, whole, part.table, at)
      : this.#asRead(whole, part.table, at);
  }

  /** A row of a table that was saved before says it already, in the words it was given. */
  #asSaved(saved: SavedColumns, { cells }: CompleteRow, table: IncidentTable, at: Row): SavedCells {
    const said = (column: SavedColumn): string => cells[saved[column] ?? -1] ?? '';
    return {
      dataset: saved.dataset === undefined ? this.#setNameOf(table, at) : said('dataset'),
      time: said('time'),
      latitude: said('latitude'),
      longitude: said('longitude'),
      precision: said('precision'),
      placeName: said('placeName'),
      area: said('area'),
      category: said('category'),
      known: this.#knownText(table, at) || said('known'),
      selection: joined(said('selection'), this.#saving.selection),
      origins: saved.origins === undefined ? originsText(table, at) : said('origins'),
      shape: said('shape'),
    };
  }

  #asRead({ row, shape }: CompleteRow, table: IncidentTable, at: Row): SavedCells {
    const { place, area, category } = row;
    return {
      ...this.#common(table, at),
      ...degreesText(place, pointOf(shape)),
      precision: !place || place.precision === 'unstated' ? '' : place.precision,
      area,
      category,
      shape: !shape || shape.type === 'Point' ? '' : JSON.stringify(shape),
    };
  }

  #record(table: IncidentTable, at: Row, cells: string[]): SavedCells | undefined {
    const record = recordAt(table, at);
    if (record?.kind !== 'codebook') return undefined;
    const { incident } = record;
    const positions = this.#parts.get(table)?.positions ?? [];
    const { knownBefore } = this.#saving;
    const span = spanAt(table, at);
    const reports = incident.reports.filter((one) => isReportedBefore(one, span, knownBefore));
    incidentCells({ ...incident, reports }).forEach((text, column) => {
      cells[positions[column] ?? 0] = text;
    });
    return {
      ...this.#common(table, at),
      ...degreesText(incident.place, []),
      precision: incident.place.precision,
      area: areaName(incident.place),
      category: incident.target,
      shape: '',
    };
  }
}
