import type { FileRows } from '../../core/incident/file-row.ts';
import { fileRowId } from '../../core/incident/file-row.ts';
import {
  idHash,
  INCIDENT,
  periodOf,
  type IncidentTable,
} from '../../core/incident/incident-table.ts';
import { FORMS, formOf, isArea } from '../../core/incident/incident.ts';
import { spanOfUndated } from '../../core/incident/join-tables.ts';
import { NO_AREA, type PlaceTable } from '../../core/incident/place-table.ts';
import { rowOrder } from '../../core/incident/row-order.ts';
import { textColumn } from '../../core/incident/text-column.ts';
import type { RowReading } from '../../core/reading/row-reading.ts';
import type { Steps } from '../../core/steps.ts';
import type { AreaNaming } from './area-names.ts';
import { categoryLayers } from './category-layers.ts';
import { growingCodes, growingInts, growingPositions } from './growing-column.ts';
import { PlaceIndex, precisionCode, type DistinctPlace } from './place-index.ts';

/** The area of rows that could not be placed, and of areas for which there is no room. */
const NOWHERE = '';
const LAST_AREA = NO_AREA - 1;
const UNCLEAR = FORMS.indexOf('unclear');

type Numbers = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Where the rows of a table stand in their file, in the order of the table. */
export type RowPositions = {
  readonly offset: Uint32Array;
  readonly number: Uint32Array;
};

/** Gathers the rows of a file as columns, in the order of the file; 23 bytes a row. */
export class FileTableBuilder {
  readonly #set: number;
  readonly #areaName: AreaNaming;
  readonly #from = growingInts();
  readonly #to = growingInts();
  readonly #isUndated = growingCodes();
  readonly #place = growingPositions();
  readonly #category = growingPositions();
  readonly #form = growingCodes();
  readonly #offset = growingPositions();
  readonly #number = growingPositions();
  readonly #places = new PlaceIndex();
  readonly #categories = new Map<string, number>();
  readonly #categoryCounts: { readonly text: string; count: number }[] = [];

  /** `areaName` gives the name under which the outline of an area is known. */
  constructor(set: number, areaName: AreaNaming) {
    this.#set = set;
    this.#areaName = areaName;
  }

  get length(): number {
    return this.#from.length;
  }

  /** Adds a row that is a record; `offset` and `number` as its sheet gives them. */
  add(reading: RowReading, offset: number, number: number): void {
    const { span, place, placeName, category, effect } = reading;
    this.#from.push(span?.from ?? 0);
    this.#to.push(span?.to ?? 0);
    this.#isUndated.push(span ? 0 : 1);
    this.#offset.push(offset);
    this.#number.push(number);
    this.#category.push(this.#categoryOf(category));
    // A row that does not say what became of it is no hit.
    this.#form.push(effect ? FORMS.indexOf(formOf(effect)) : UNCLEAR);
    this.#place.push(
      !place
        ? this.#places.add(placeName, NOWHERE, 0, 0, 'region')
        : isArea(place.precision)
          ? this.#places.add(placeName, this.#areaName(reading.area, place), 0, 0, place.precision)
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

  /** The rows so far as a table; more can be added afterwards. */
  *build(
    rowsOf: (positions: RowPositions) => FileRows,
  ): Steps<{ readonly table: IncidentTable; readonly positions: RowPositions }> {
    const { length } = this;
    const from = this.#from.view.slice();
    const to = this.#to.view.slice();
    const undatedInFile = this.#isUndated.view;
    const kind = new Uint8Array(length).fill(INCIDENT);
    const period = periodOf({ length, from, to, kind, isUndated: undatedInFile });
    const undated = spanOfUndated(period);
    undatedInFile.forEach((one, row) => {
      if (one === 0) return;
      from[row] = undated.from;
      to[row] = undated.to;
    });
    const order = yield* rowOrder(from, to);
    yield 0.7;
    const { layers, layerOf } = categoryLayers(this.#set, this.#categoryCounts);
    const sorted = <Column extends Numbers>(column: Numbers, into: Column): Column => {
      for (let row = 0; row < length; row++) into[row] = column[order[row] ?? 0] ?? 0;
      return into;
    };
    const positions: RowPositions = {
      offset: sorted(this.#offset.view, new Uint32Array(length)),
      number: sorted(this.#number.view, new Uint32Array(length)),
    };
    yield 0.85;
    const table: IncidentTable = {
      length,
      from: sorted(from, new Int32Array(length)),
      to: sorted(to, new Int32Array(length)),
      place: sorted(this.#place.view, new Uint32Array(length)),
      kind,
      layer: layersOf(sorted(this.#category.view, new Uint32Array(length)), layerOf),
      form: sorted(this.#form.view, new Uint8Array(length)),
      isUndated: sorted(undatedInFile, new Uint8Array(length)),
      id: idsOf(positions.number, this.#set),
      places: placeTable(this.#places.places),
      layers,
      contents: { kind: 'file', rows: rowsOf(positions) },
      period,
    };
    return { table, positions };
  }
}

function layersOf(categories: Uint32Array, layerOf: Uint8Array): Uint16Array<ArrayBuffer> {
  const layers = new Uint16Array(categories.length);
  for (let row = 0; row < layers.length; row++) layers[row] = layerOf[categories[row] ?? 0] ?? 0;
  return layers;
}

function idsOf(numbers: Uint32Array, set: number): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(numbers.length);
  for (let row = 0; row < ids.length; row++) ids[row] = idHash(fileRowId(set, numbers[row] ?? 0));
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
