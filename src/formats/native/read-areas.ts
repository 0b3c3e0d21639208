import type { Fault } from '../../core/faults/fault.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { areaOf, type AreaFeature } from './area-feature.ts';
import { ShapeCheck } from './check-shape.ts';
import { isObject } from '../source/is-object.ts';
import { parseJson } from '../source/read-json.ts';
import { readEntries } from './read-list.ts';
import { AREA_SHAPE } from './shapes.ts';

const areaCheck = new ShapeCheck(AREA_SHAPE);

/** Reads the named areas of `basemap/governorates.json`: polygons in WGS 84 degrees. */
export function readAreas(file: string, json: string): Result<readonly NamedArea[], Fault> {
  const parsed = parseJson(file, json);
  if (parsed.kind === 'failed') return parsed;
  const features: unknown = isObject(parsed.value) ? parsed.value['features'] : undefined;
  if (!Array.isArray(features)) return failed({ kind: 'not-a-collection', file });
  const read = readEntries<AreaFeature>(file, features, areaCheck);
  if (read.kind === 'failed') return read;
  return ok(read.value.map(areaOf));
}
