import type { MultiPolygon, Polygon } from 'geojson';
import type { Fault } from '../../core/faults/fault.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { ShapeCheck } from './check-shape.ts';
import { isObject, parseJson } from '../source/read-json.ts';
import { readEntries } from './read-list.ts';

type AreaFeature = {
  readonly properties: Omit<NamedArea, 'shape' | 'also'> & { readonly also?: readonly string[] };
  readonly geometry: Polygon | MultiPolygon;
};

/** The rings are taken as `build-basemap` writes them, so that a start does not walk every point. */
const areaShape = new ShapeCheck({
  type: 'object',
  required: ['properties', 'geometry'],
  properties: {
    properties: {
      type: 'object',
      required: ['name', 'kind'],
      properties: {
        name: { type: 'string', minLength: 1 },
        also: { type: 'array', items: { type: 'string', minLength: 1 } },
        kind: { enum: ['governorate', 'region'] },
      },
    },
    geometry: {
      type: 'object',
      required: ['type', 'coordinates'],
      properties: {
        type: { enum: ['Polygon', 'MultiPolygon'] },
        coordinates: { type: 'array', minItems: 1 },
      },
    },
  },
});

/** Reads the named areas of `basemap/governorates.json`: polygons in WGS 84 degrees. */
export function readAreas(file: string, json: string): Result<readonly NamedArea[], Fault> {
  const parsed = parseJson(file, json);
  if (parsed.kind === 'failed') return parsed;
  const features: unknown = isObject(parsed.value) ? parsed.value['features'] : undefined;
  if (!Array.isArray(features)) return failed({ kind: 'not-a-collection', file });
  const read = readEntries<AreaFeature>(file, features, areaShape);
  if (read.kind === 'failed') return read;
  return ok(
    read.value.map(({ properties: { name, also = [], kind }, geometry }) => ({
      name,
      also,
      kind,
      shape: geometry,
    })),
  );
}
