import type { Geometry } from 'geojson';
import { isReportedBefore } from '../../core/records/known-reports.ts';
import { recordAt } from '../../core/records/contents.ts';
import type { ImportedRows, CompleteRow } from '../../core/records/imported-row.ts';
import { spanAt, type IncidentTable, type Row } from '../../core/records/incident-table.ts';
import { areaName } from '../../core/place/place-table.ts';
import { textAt } from '../../core/text/text-column.ts';
import type { KnownPlace } from '../../core/place/precision.ts';
import { SAVED, type SavedColumn, type SavedColumns } from '../../core/records/saved-columns.ts';
import { INCIDENT_COLUMNS, incidentCells } from '../../core/records/record-columns.ts';
import { timeText } from './saved-time.ts';
import { chosenCells, type ChosenCells, type Saving } from './saving.ts';

/** How a row was read, under the names of `SAVED`. */
type SavedCells = Readonly<Record<SavedColumn, string>>;

/** One of the tables that rows come from, and where its columns are in the saved one. */
type Part = {
  readonly table: IncidentTable;
  /** Undefined for records of the codebook. */
  readonly rows: ImportedRows | undefined;
  /** Position in the saved table by position in the file; undefined: a column of `SAVED`. */
  readonly positions: readonly (number | undefined)[];
  readonly chosen: (row: Row) => ChosenCells;
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
    case 'period':
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
  'period',
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
      (column === 'period' && saving.periods !== undefined) ||
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
      const chosen = chosenCells(saving, one);
      parts.set(one, { table: one, rows: rowsOf, positions, chosen });
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
      : this.#record(part, at, cells);
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

  #common({ table, chosen }: Part, row: Row) {
    return {
      ...chosen(row),
      dataset: this.#setNameOf(table, row),
      time: timeText(spanAt(table, row), table.isUndated[row] ?? 0),
      placeName: textAt(table.places.names, table.place[row] ?? 0),
      origins: originsText(table, row),
    };
  }

  #fileRow(part: Part, rows: ImportedRows, at: Row, cells: string[]): SavedCells {
    const whole = rows.complete(at);
    whole.cells.forEach((text, column) => {
      const position = column < part.positions.length ? part.positions[column] : cells.length;
      if (position !== undefined) cells[position] = text;
    });
    return rows.saved ? this.#asSaved(rows.saved, whole, part, at) : this.#asRead(whole, part, at);
  }

  /** A row of a table that was saved before says it already, in the words it was given. */
  #asSaved(saved: SavedColumns, { cells }: CompleteRow, part: Part, at: Row): SavedCells {
    const { table } = part;
    const { known, period } = part.chosen(at);
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
      known: known || said('known'),
      period: period || said('period'),
      selection: joined(said('selection'), this.#saving.selection),
      origins: saved.origins === undefined ? originsText(table, at) : said('origins'),
      shape: said('shape'),
    };
  }

  #asRead({ row, shape }: CompleteRow, part: Part, at: Row): SavedCells {
    const { place, area, category } = row;
    return {
      ...this.#common(part, at),
      ...degreesText(place, pointOf(shape)),
      precision: !place || place.precision === 'unstated' ? '' : place.precision,
      area,
      category,
      shape: !shape || shape.type === 'Point' ? '' : JSON.stringify(shape),
    };
  }

  #record(part: Part, at: Row, cells: string[]): SavedCells | undefined {
    const { table, positions } = part;
    const record = recordAt(table, at);
    if (record?.kind !== 'codebook') return undefined;
    const { incident } = record;
    const { knownBefore } = this.#saving;
    const span = spanAt(table, at);
    const reports = incident.reports.filter((one) => isReportedBefore(one, span, knownBefore));
    incidentCells({ ...incident, reports }).forEach((text, column) => {
      cells[positions[column] ?? 0] = text;
    });
    return {
      ...this.#common(part, at),
      ...degreesText(incident.place, []),
      precision: incident.place.precision,
      area: areaName(incident.place),
      category: incident.target,
      shape: '',
    };
  }
}
