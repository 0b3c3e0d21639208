/** Rows with places, one each, for tests of areas. */
import type { NamedArea } from '../../../../src/core/place/named-area.ts';
import type { CategoryColumn } from '../../../../src/core/fields/field-column.ts';
import { UNINTERRUPTED, type Task } from '../../../../src/core/base/task.ts';
import { matchArea } from '../../../../src/core/filters/area-clause.ts';
import type { AreaShape } from '../../../../src/core/filters/area-shape.ts';
import type { RowSource } from '../../../../src/core/filters/match.ts';
import { NO_AREA, type PlaceTable } from '../../../../src/core/place/place-table.ts';
import {
  IMPORTED_PRECISIONS,
  type ImportedPrecision,
} from '../../../../src/core/place/precision.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import type { IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { textColumn } from '../../../../src/core/text/text-column.ts';

export type PlacedRow = {
  readonly name?: string;
  readonly lon?: number;
  readonly lat?: number;
  readonly precision: ImportedPrecision;
  /** Of a place that is only an area. */
  readonly area?: string;
  readonly governorate?: string;
};

function placesOf(rows: readonly PlacedRow[]): PlaceTable {
  const areas = [...new Set(rows.flatMap(({ area }) => area ?? []))];
  return {
    length: rows.length,
    lon: Float64Array.from(rows, ({ lon = 0 }) => lon),
    lat: Float64Array.from(rows, ({ lat = 0 }) => lat),
    precision: Uint8Array.from(rows, ({ precision }) => IMPORTED_PRECISIONS.indexOf(precision)),
    area: Uint16Array.from(rows, ({ precision, area = '' }) =>
      isArea(precision) ? areas.indexOf(area) : NO_AREA,
    ),
    areas,
    names: textColumn(rows.map(({ name = '' }) => name)),
  };
}

function sourceOf(rows: readonly PlacedRow[], outlines: readonly NamedArea[] = []): RowSource {
  const values = ['', ...new Set(rows.flatMap(({ governorate }) => governorate ?? []))];
  const column: CategoryColumn = {
    kind: 'category',
    values,
    codes: Uint8Array.from(rows, ({ governorate = '' }) => values.indexOf(governorate)),
    first: undefined,
  };
  const table = {
    length: rows.length,
    place: Uint32Array.from(rows, (_, at) => at),
    places: placesOf(rows),
  };
  const fail = (): never => {
    throw new Error('An area reads no texts.');
  };
  return {
    table: table as unknown as IncidentTable,
    column: (field) => Promise.resolve(field === 'governorate' ? column : undefined),
    eachText: fail,
    rowsWith: fail,
    outlineOf: (name) => outlines.find((one) => one.name === name || one.also.includes(name)),
  };
}

/** The flags of the rows, in words. */
export async function matched(
  shapes: readonly AreaShape[],
  rows: readonly PlacedRow[],
  outlines: readonly NamedArea[] = [],
  task: Task = UNINTERRUPTED,
): Promise<readonly string[]> {
  const clause = { kind: 'area', field: 'area', shapes } as const;
  const flags = await matchArea(clause, sourceOf(rows, outlines), task);
  return [...flags].map((flag) => ['no', 'yes', 'possibly'][flag] ?? String(flag));
}

/** A rectangle as a named area. */
export const areaOf = (
  name: string,
  [west, south, east, north]: readonly [number, number, number, number],
  also: readonly string[] = [],
): NamedArea => ({
  name,
  also,
  kind: 'governorate',
  shape: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});
