import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Extent } from '../filters/filter.ts';
import { BoundsBuilder, isWithin, overlap } from '../place/bounds.ts';
import { COARSE_LIMIT } from '../place/closest-zoom.ts';
import type { NamedArea } from '../place/named-area.ts';
import { boundsOfShapes } from '../place/place-bounds.ts';
import { toMercator } from '../place/mercator.ts';
import { NO_AREA, type PlaceTable } from '../place/place-table.ts';
import { IMPORTED_PRECISIONS } from '../place/precision.ts';
import { TextNumbers } from '../text/text-numbers.ts';
import type { DatasetFrame, ListScope, PlaceNames } from './dataset-index.ts';

/** The first of the classes that may be finer than a kilometre. */
const UNSTATED = IMPORTED_PRECISIONS.indexOf('unstated');
/** Hashing a name reads memory all over the table, so it takes longer than a row. */
const NAMES_PER_YIELD_POINT = 1 << 12;

/** What an index keeps of the places of its table, and which of them belong to an extent, mark or area. */
export class TablePlaces {
  readonly #places: PlaceTable;
  readonly #outlineOf: (name: string) => NamedArea | undefined;
  #frame: DatasetFrame | undefined;
  /** Names of the places as far as they are numbered. */
  #names: (PlaceNames & { numbered: number }) | undefined;

  constructor(places: PlaceTable, outlineOf: (name: string) => NamedArea | undefined) {
    this.#places = places;
    this.#outlineOf = outlineOf;
  }

  async frame(task: Task): Promise<DatasetFrame> {
    if (this.#frame) return this.#frame;
    const { length, lon, lat, area } = this.#places;
    const y = new Float64Array(length);
    const bounds = new BoundsBuilder();
    for (let place = 0; place < length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / length);
      y[place] = toMercator(0, lat[place] ?? 0).y;
      if (area[place] === NO_AREA) bounds.add(lon[place] ?? 0, lat[place] ?? 0);
    }
    return (this.#frame = { y, bounds, zoomLimit: await this.#zoomLimit(task.part(1, 1)) });
  }

  /** No class of the codebook allows a closer view: its records need not be looked at. */
  async #zoomLimit(task: Task): Promise<number> {
    if (this.#places.precision.every((code) => code < UNSTATED)) return COARSE_LIMIT;
    const { zoomLimitOf } = await import('../place/zoom-limit.ts');
    return zoomLimitOf(this.#places, task);
  }

  /** Names as numbers. A task that is cancelled leaves its work to the next: whoever points at marks cancels many. */
  async names(task: Task): Promise<PlaceNames> {
    const { length, names } = this.#places;
    this.#names ??= { of: new Uint32Array(length), texts: new TextNumbers(length), numbered: 0 };
    const { of, texts } = this.#names;
    while (this.#names.numbered < length) {
      const place = this.#names.numbered++;
      of[place] = texts.of(names, place);
      if (this.#names.numbered === length) texts.seal();
      else if (place % NAMES_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(place / length);
    }
    return { of, texts };
  }

  /** One flag for each place: 1 when its records belong to the scope. */
  async inScope(scope: ListScope, task: Task): Promise<Uint8Array> {
    if (scope.kind === 'extent') return this.within(scope.extent, task);
    const places = this.#places;
    const flags = new Uint8Array(places.length);
    const area = scope.kind === 'area' ? places.areas.indexOf(scope.name) : NO_AREA;
    if (area === -1) return flags;
    for (let place = 0; place < places.length; place++) {
      const isInMark = scope.kind === 'mark' && scope.markOf[place] === scope.mark;
      flags[place] = places.area[place] === area && (scope.kind === 'area' || isInMark) ? 1 : 0;
    }
    return flags;
  }

  /** One flag for each place: 1 when it is in an extent. An area is seen when its box is in sight; one without a shape is never seen. */
  async within(extent: Extent, task: Task): Promise<Uint8Array> {
    const places = this.#places;
    const flags = new Uint8Array(places.length).fill(1);
    if (!extent) return flags;
    const isAreaSeen = places.areas.map((name) => {
      const outline = this.#outlineOf(name);
      const bounds = outline && boundsOfShapes([outline]);
      return bounds !== undefined && overlap(extent, bounds);
    });
    for (let place = 0; place < places.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.3);
      const area = places.area[place] ?? NO_AREA;
      const isSeen =
        area === NO_AREA
          ? isWithin(extent, places.lon[place] ?? 0, places.lat[place] ?? 0)
          : isAreaSeen[area];
      flags[place] = isSeen ? 1 : 0;
    }
    return flags;
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    const names = this.#names ? this.#names.of.byteLength + this.#names.texts.bytes : 0;
    return names + (this.#frame?.y.byteLength ?? 0);
  }
}
