import type { ImportedRows } from '../../core/records/imported-row.ts';
import { importedRowId } from '../../core/records/imported-row.ts';
import {
  idHash,
  INCIDENT,
  periodOf,
  type IncidentTable,
} from '../../core/records/incident-table.ts';
import { EFFECT_CLASSES, effectClassOf } from '../../core/records/incident.ts';
import { isArea } from '../../core/place/place.ts';
import { NO_AREA, type PlaceTable } from '../../core/place/place-table.ts';
import { contentOfRow } from '../../core/records/row-fields.ts';
import { rowOrder } from '../../core/records/row-order.ts';
import { textColumn } from '../../core/text/text-column.ts';
import {
  ENDLESS,
  fillUnknownEnds,
  OPEN_BEGIN,
  OPEN_END,
  UNDATED,
} from '../../core/records/unknown-ends.ts';
import { reportedTime } from '../../core/records/reported.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { ReadSpan, ReadRow } from '../../core/records/read-row.ts';
import type { Task } from '../../core/base/task.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import { FAR_FROM_ZERO, zeroDayOf } from '../../core/time/zero-date.ts';
import { categoryLayers } from './category-layers.ts';
import { growingCodes, growingInts, growingPositions } from './growing-column.ts';
import { PlaceIndex, precisionCode, type DistinctPlace } from './place-index.ts';

/** The area of rows that could not be placed, and of areas for which there is no room. */
const NOWHERE = '';
const LAST_AREA = NO_AREA - 1;
const UNKNOWN = EFFECT_CLASSES.indexOf('unknown');
/** While rows are gathered: the date may be an empty value, which all rows together decide. */
const MAY_BE_ZERO = 4;

function codeOf(span: ReadSpan | undefined): number {
  if (!span) return UNDATED;
  if (span.mayBeZero) return MAY_BE_ZERO;
  if (span.open === undefined) return 0;
  return span.open === 'to' ? OPEN_END : OPEN_BEGIN;
}

type Numbers = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** With the ends that are not known as wide as they may be: a report may be older than a known end. */
const widest = (span: ReadSpan | undefined): TimeRange => ({
  from: !span || span.open === 'from' || span.mayBeZero ? ENDLESS.from : span.from,
  to: span?.to ?? ENDLESS.to,
});

/** Where the rows of a table are in their file, in the order of the table. */
export type RowPositions = {
  readonly offset: Uint32Array;
  readonly number: Uint32Array;
};

/** Gathers the rows of a file as columns, in the order of the file; 24 bytes a row. */
export class TableBuilder {
  readonly #dataset: number;
  /** A column says when rows were first reported. */
  readonly #hasPublished: boolean;
  readonly #from = growingInts();
  readonly #to = growingInts();
  readonly #isUndated = growingCodes();
  readonly #place = growingPositions();
  readonly #category = growingPositions();
  readonly #form = growingCodes();
  readonly #origins = growingCodes();
  readonly #reportedFrom = growingInts();
  readonly #reportedBy = growingInts();
  readonly #offset = growingPositions();
  readonly #number = growingPositions();
  readonly #places = new PlaceIndex();
  readonly #categories = new Map<string, number>();
  readonly #categoryCounts: { readonly text: string; count: number }[] = [];

  constructor(dataset: number, hasPublished = false) {
    this.#dataset = dataset;
    this.#hasPublished = hasPublished;
  }

  get length(): number {
    return this.#from.length;
  }

  /** Adds a row that is a record; `offset` and `number` as its table gives them, what its reports say. */
  add(
    reading: ReadRow,
    offset: number,
    number: number,
    { origins, published }: { readonly origins: number; readonly published: TimeRange | undefined },
  ): void {
    const { span, place, placeName, category, effect } = reading;
    this.#from.push(span?.from ?? 0);
    this.#to.push(span?.to ?? 0);
    this.#isUndated.push(codeOf(span));
    this.#offset.push(offset);
    this.#number.push(number);
    this.#origins.push(origins);
    if (this.#hasPublished) {
      const reported = reportedTime(published, widest(span));
      this.#reportedFrom.push(reported.from);
      this.#reportedBy.push(reported.by);
    }
    this.#category.push(this.#categoryOf(category));
    // A row that does not say what became of it is no hit.
    this.#form.push(effect ? EFFECT_CLASSES.indexOf(effectClassOf(effect)) : UNKNOWN);
    this.#place.push(
      !place
        ? this.#places.add(placeName, NOWHERE, 0, 0, 'region')
        : isArea(place.precision)
          ? this.#places.add(placeName, reading.area, 0, 0, place.precision)
          : this.#places.add(placeName, NOWHERE, place.lon, place.lat, place.precision),
    );
  }

  #categoryOf(text: string): number {
    let category = this.#categories.get(text);
    if (category === undefined) {
      category = this.#categoryCounts.push({ text, count: 0 }) - 1;
      this.#categories.set(text, category);
    }
    const counted = this.#categoryCounts[category];
    if (counted) counted.count++;
    return category;
  }

  /**
   * The rows so far as a table; more can be added afterwards. `unset` are the zero days whose rows are
   * not dated, since no other date is near them.
   */
  async build(
    rowsOf: (positions: RowPositions) => ImportedRows,
    task: Task,
  ): Promise<{
    readonly table: IncidentTable;
    readonly positions: RowPositions;
    readonly unset: ReadonlySet<Minute>;
  }> {
    const { length } = this;
    const from = this.#from.view.slice();
    const to = this.#to.view.slice();
    const undatedInFile = this.#isUndated.view.slice();
    const unset = settleZeros(from, to, undatedInFile);
    const kind = new Uint8Array(length).fill(INCIDENT);
    const period = periodOf({ length, from, to, kind, isUndated: undatedInFile });
    fillUnknownEnds(from, to, undatedInFile);
    const order = await rowOrder(from, to, task.part(0, 0.7));
    if (task.isDue()) await task.yield(0.7);
    const { layers, layerOf } = categoryLayers(this.#dataset, this.#categoryCounts);
    const sorted = <Column extends Numbers>(column: Numbers, into: Column): Column => {
      for (let row = 0; row < length; row++) into[row] = column[order[row] ?? 0] ?? 0;
      return into;
    };
    const positions: RowPositions = {
      offset: sorted(this.#offset.view, new Uint32Array(length)),
      number: sorted(this.#number.view, new Uint32Array(length)),
    };
    if (task.isDue()) await task.yield(0.85);
    const table: IncidentTable = {
      length,
      from: sorted(from, new Int32Array(length)),
      to: sorted(to, new Int32Array(length)),
      place: sorted(this.#place.view, new Uint32Array(length)),
      kind,
      layer: layersOf(sorted(this.#category.view, new Uint32Array(length)), layerOf),
      effectClass: sorted(this.#form.view, new Uint8Array(length)),
      deaths: new Uint8Array(length),
      origins: sorted(this.#origins.view, new Uint8Array(length)),
      people: undefined,
      reported: this.#hasPublished
        ? {
            from: sorted(this.#reportedFrom.view, new Int32Array(length)),
            by: sorted(this.#reportedBy.view, new Int32Array(length)),
          }
        : undefined,
      traits: undefined,
      isUndated: sorted(undatedInFile, new Uint8Array(length)),
      id: idsOf(positions.number, this.#dataset),
      places: placeTable(this.#places.places),
      layers,
      contents: { kind: 'file', rows: rowsOf(positions), contentOf: contentOfRow },
      period,
    };
    return { table, positions, unset };
  }
}

/**
 * Decides in place which of the dates that may be empty values are: those of a zero day from which
 * every other date is far. An interval that begins with one has no known begin. Without other
 * dates all are kept.
 */
function settleZeros(from: Int32Array, to: Int32Array, isUndated: Uint8Array): ReadonlySet<Minute> {
  const nearest = new Map<Minute, number>();
  for (let row = isUndated.indexOf(MAY_BE_ZERO); row !== -1;) {
    nearest.set(zeroDayOf(from[row] ?? 0) ?? 0, Infinity);
    row = isUndated.indexOf(MAY_BE_ZERO, row + 1);
  }
  if (nearest.size === 0) return new Set();
  const days = [...nearest.keys()];
  for (let row = 0; row < isUndated.length; row++) {
    if (isUndated[row] === MAY_BE_ZERO || isUndated[row] === UNDATED) continue;
    for (const day of days) {
      const distance = Math.abs((from[row] ?? 0) - day);
      if (distance < (nearest.get(day) ?? 0)) nearest.set(day, distance);
    }
  }
  const unset = new Set(
    days.filter((day) => {
      const distance = nearest.get(day) ?? 0;
      return distance > FAR_FROM_ZERO && distance < Infinity;
    }),
  );
  for (let row = isUndated.indexOf(MAY_BE_ZERO); row !== -1;) {
    if (!unset.has(zeroDayOf(from[row] ?? 0) ?? 0)) isUndated[row] = 0;
    else if ((to[row] ?? 0) - (from[row] ?? 0) <= DAY) isUndated[row] = UNDATED;
    else {
      isUndated[row] = OPEN_BEGIN;
      from[row] = (to[row] ?? 0) - 1;
    }
    row = isUndated.indexOf(MAY_BE_ZERO, row + 1);
  }
  return unset;
}

function layersOf(categories: Uint32Array, layerOf: Uint8Array): Uint16Array<ArrayBuffer> {
  const layers = new Uint16Array(categories.length);
  for (let row = 0; row < layers.length; row++) layers[row] = layerOf[categories[row] ?? 0] ?? 0;
  return layers;
}

function idsOf(numbers: Uint32Array, dataset: number): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(numbers.length);
  for (let row = 0; row < ids.length; row++)
    ids[row] = idHash(importedRowId(dataset, numbers[row] ?? 0));
  return ids;
}

function placeTable(places: readonly DistinctPlace[]): PlaceTable {
  const counts = new Map<string, number>();
  const isWithoutPoint = (place: DistinctPlace): boolean => isArea(place.precision);
  for (const place of places)
    if (isWithoutPoint(place)) counts.set(place.area, (counts.get(place.area) ?? 0) + place.count);
  const bySize = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  const areas =
    bySize.length <= NO_AREA
      ? bySize
      : [NOWHERE, ...bySize.filter((name) => name !== NOWHERE).slice(0, LAST_AREA)];
  const codeOf = new Map(areas.map((name, code) => [name, code]));
  return {
    length: places.length,
    lon: Float64Array.from(places, ({ lon }) => lon),
    lat: Float64Array.from(places, ({ lat }) => lat),
    precision: Uint8Array.from(places, ({ precision }) => precisionCode(precision)),
    area: Uint16Array.from(places, (place) =>
      isWithoutPoint(place) ? (codeOf.get(place.area) ?? codeOf.get(NOWHERE) ?? 0) : NO_AREA,
    ),
    areas,
    names: textColumn(places.map(({ name }) => name)),
  };
}
