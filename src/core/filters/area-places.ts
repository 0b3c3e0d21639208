import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { EARTH_METERS, RADIANS } from '../place/great-circle.ts';
import { wrapLongitude } from '../place/longitude.ts';
import type { NamedArea } from '../place/named-area.ts';
import { NO_AREA, type PlaceTable } from '../place/place-table.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from '../place/precision.ts';
import { mercatorHeight, type AreaEdges } from './area-edges.ts';
import type { AreaRegion } from './area-region.ts';
import { flagOf } from './area-relation.ts';
import { edgesOfOutline } from './area-rings.ts';
import { NO, POSSIBLY, YES, type RowFlags } from './match.ts';

/** The angle of the circle of each precision; 0: the point itself. */
const ANGLES = IMPORTED_PRECISIONS.map(
  (precision) => (radiusMetersOf(precision) ?? 0) / EARTH_METERS,
);

/** A point in degrees. */
type Point = { readonly lon: number; readonly lat: number };

/** One flag for each place with a point, by its circle of precision; of areas, what `ofArea` says by their position. */
export async function flagPoints(
  places: PlaceTable,
  ofArea: readonly number[],
  region: AreaRegion | undefined,
  task: Task,
): Promise<RowFlags> {
  const { length, lon, lat, precision, area } = places;
  const flags = new Uint8Array(length);
  for (let place = 0; place < length; place++) {
    if (place % POINTS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / length);
    const known = area[place] ?? NO_AREA;
    const [x, y] = [lon[place] ?? NaN, lat[place] ?? NaN];
    if (known !== NO_AREA) flags[place] = ofArea[known] ?? POSSIBLY;
    else if (!region) flags[place] = NO;
    else if (Number.isFinite(x) && Number.isFinite(y)) {
      const angle = ANGLES[precision[place] ?? 0] ?? 0;
      flags[place] = flagOf(region.ofCircle({ lon: wrapLongitude(x), lat: y, angle }));
    } else flags[place] = POSSIBLY;
  }
  return flags;
}

/** Fewer than rows: of one in a polygon of many corners, hundreds of edges are looked at. */
const POINTS_PER_YIELD_POINT = ROWS_PER_YIELD_POINT / 64;

/** One flag for each area of the places; one whose outline is not known may be anywhere. */
export function flagAreas(
  places: PlaceTable,
  outlineOf: (name: string) => NamedArea | undefined,
  flag: (edges: AreaEdges, name: string) => number,
): number[] {
  return places.areas.map((name) => {
    const outline = outlineOf(name);
    return outline ? flag(edgesOfOutline(outline.shape), name) : POSSIBLY;
  });
}

/** One flag for each place: those of a name, and possibly areas that one of them lies in. */
export async function flagNamedPlace(
  places: PlaceTable,
  name: string,
  outlineOf: (name: string) => NamedArea | undefined,
  task: Task,
): Promise<RowFlags> {
  const flags = new Uint8Array(places.length);
  const found = await placesNamed(places, name, task);
  const points = found.flatMap((place): readonly Point[] =>
    places.area[place] === NO_AREA
      ? [{ lon: places.lon[place] ?? NaN, lat: places.lat[place] ?? NaN }]
      : [],
  );
  const ofArea = flagAreas(places, outlineOf, (edges) =>
    points.some(({ lon, lat }) => edges.holds(lon * RADIANS, mercatorHeight(lat))) ? POSSIBLY : NO,
  );
  for (let place = 0; place < places.length; place++) {
    const area = places.area[place] ?? NO_AREA;
    flags[place] = area === NO_AREA ? NO : (ofArea[area] ?? POSSIBLY);
  }
  for (const place of found) flags[place] = YES;
  return flags;
}

/** The places of a name, found by its bytes: decoding a million names would take a second. */
async function placesNamed(
  { length, names }: PlaceTable,
  name: string,
  task: Task,
): Promise<readonly number[]> {
  const bytes = new TextEncoder().encode(name);
  const found: number[] = [];
  for (let place = 0; place < length; place++) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / length);
    const from = names.offsets[place] ?? 0;
    if ((names.offsets[place + 1] ?? 0) - from !== bytes.length) continue;
    if (bytes.every((byte, at) => names.bytes[from + at] === byte)) found.push(place);
  }
  return found;
}
