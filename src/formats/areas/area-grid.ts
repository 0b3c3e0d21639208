import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';

/** Cells of a degree: few areas touch one. */
const [COLUMNS, ROWS] = [360, 180];

type Shape = { readonly polygon: Polygon & { readonly bbox: BBox }; readonly at: number };

const column = (lon: number): number => Math.min(COLUMNS - 1, Math.max(0, Math.floor(lon + 180)));
const row = (lat: number): number => Math.min(ROWS - 1, Math.max(0, Math.floor(lat + 90)));

/** Finds the one of many areas that a point lies in, by the polygons near it. */
export class AreaGrid {
  readonly #cells: (Shape[] | undefined)[] = [];

  /** Adds the polygons of the area at this position of the caller's list. */
  add({ coordinates }: MultiPolygon, at: number): void {
    for (const rings of coordinates) this.#addPolygon(rings, at);
  }

  #addPolygon(rings: Position[][], at: number): void {
    const box = bbox({ type: 'Polygon', coordinates: rings.slice(0, 1) });
    const shape: Shape = { polygon: { type: 'Polygon', coordinates: rings, bbox: box }, at };
    const [west, south, east, north] = box;
    for (let y = row(south); y <= row(north); y++)
      for (let x = column(west); x <= column(east); x++)
        (this.#cells[y * COLUMNS + x] ??= []).push(shape);
  }

  /** The position of the area; undefined outside of all. */
  find(lon: number, lat: number): number | undefined {
    const near = this.#cells[row(lat) * COLUMNS + column(lon)];
    return near?.find(({ polygon }) => booleanPointInPolygon([lon, lat], polygon))?.at;
  }
}
