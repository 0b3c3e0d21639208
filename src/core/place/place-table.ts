import { IMPORTED_PRECISIONS } from './precision.ts';
import { isArea, type Place } from './place.ts';
import { textColumn, type TextColumn } from '../text/text-column.ts';

/** No area: the place is a point. */
export const NO_AREA = 0xffff;

/** The distinct places of a table: many records share one. */
export type PlaceTable = {
  readonly length: number;
  /** WGS 84 degrees. */
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  /** Position in `IMPORTED_PRECISIONS`. */
  readonly precision: Uint8Array<ArrayBuffer>;
  /** Position in `areas` where the sources know an area and no point; else `NO_AREA`. */
  readonly area: Uint16Array<ArrayBuffer>;
  /** Empty for the area of those whose place nobody gives. */
  readonly areas: readonly string[];
  readonly names: TextColumn;
};

/** The governorate or the region that a record without a point represents. */
export const areaName = (place: Place): string =>
  place.precision === 'governorate' ? (place.governorate ?? place.name) : place.name;

/** Collects distinct places, numbered from 0 in the order of their first use. */
export class PlaceTableBuilder {
  readonly #places: Place[] = [];
  readonly #positions = new Map<string, number>();

  /** Returns the position of a place. Places of equal name, point, precision and area are one. */
  add(place: Place): number {
    const { name, lon, lat, precision } = place;
    const area = isArea(precision) ? areaName(place) : '';
    const key = [lon, lat, precision, area, name].join('\n');
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    this.#positions.set(key, this.#places.length);
    return this.#places.push(place) - 1;
  }

  build(): PlaceTable {
    const places = this.#places;
    const areas = [...new Set(places.filter((one) => isArea(one.precision)).map(areaName))];
    if (areas.length > NO_AREA)
      throw new Error('A table can hold at most 65,535 areas without a point.');
    return {
      length: places.length,
      lon: Float64Array.from(places, ({ lon }) => lon),
      lat: Float64Array.from(places, ({ lat }) => lat),
      precision: Uint8Array.from(places, ({ precision }) => IMPORTED_PRECISIONS.indexOf(precision)),
      area: Uint16Array.from(places, (place) =>
        isArea(place.precision) ? areas.indexOf(areaName(place)) : NO_AREA,
      ),
      areas,
      names: textColumn(places.map(({ name }) => name)),
    };
  }
}
