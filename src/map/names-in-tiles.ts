import type { FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Feature, Point } from 'geojson';
import { toMercator } from '../core/place/mercator.ts';
import { BASE_SOURCE } from './layers/base-map.ts';

/** The same place in two tiles, or in tiles of two zooms, differs by less. */
const SAME_PLACE_DEGREES = 0.2;

/** Of a name that says none: after all others. */
const LAST = 1e6;

const numberOf = (name: Feature, key: string, otherwise: number): number => {
  const value: unknown = name.properties?.[key];
  return typeof value === 'number' ? value : otherwise;
};
const isNear = ({ coordinates }: Point, [lon = 0, lat = 0]: readonly number[]): boolean =>
  Math.abs((coordinates[0] ?? 0) - lon) < SAME_PLACE_DEGREES &&
  Math.abs((coordinates[1] ?? 0) - lat) < SAME_PLACE_DEGREES;
const nameOf = (name: Feature): string => String(name.properties?.['name']);

/** The more important first. Tiles come in any order, and names must be placed the same each time. */
const byImportance = (a: Feature<Point>, b: Feature<Point>): number =>
  numberOf(a, 'rank', LAST) - numberOf(b, 'rank', LAST) ||
  numberOf(a, 'order', LAST) - numberOf(b, 'order', LAST) ||
  numberOf(b, 'capital', 0) - numberOf(a, 'capital', 0) ||
  numberOf(b, 'population', 0) - numberOf(a, 'population', 0) ||
  (nameOf(a) < nameOf(b) ? -1 : 1);

/** The tiles of the base map that the view needs, as a text that differs where they do. */
export function tilesOf(map: MapLibreMap): string {
  const zoom = Math.floor(map.getZoom());
  const bounds = map.getBounds();
  const first = toMercator(bounds.getWest(), bounds.getNorth());
  const last = toMercator(bounds.getEast(), bounds.getSouth());
  const edges = [first.x, first.y, last.x, last.y].map((edge) => Math.floor(edge * 2 ** zoom));
  return [zoom, ...edges].join();
}

/** The features of a layer of the tiles that hold a name, each once, the most important first. */
export function namesAmong(
  features: readonly Pick<Feature, 'geometry' | 'properties'>[],
): readonly Feature<Point>[] {
  const found: Feature<Point>[] = [];
  const spelledAs = new Map<string, Feature<Point>[]>();
  for (const { geometry, properties } of features) {
    if (geometry.type !== 'Point' || typeof properties?.['name'] !== 'string') continue;
    const { coordinates } = geometry;
    const name: Feature<Point> = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties,
    };
    const others = spelledAs.get(properties['name']) ?? [];
    if (others.some((other) => isNear(other.geometry, coordinates))) continue;
    spelledAs.set(properties['name'], [...others, name]);
    found.push(name);
  }
  return found.toSorted(byImportance);
}

/** The names in the loaded tiles that may be written before the next whole zoom. */
export function namesInTiles(map: MapLibreMap): readonly Feature<Point>[] {
  const filter: FilterSpecification = ['<', ['get', 'min_zoom'], Math.floor(map.getZoom()) + 1];
  const of = (sourceLayer: string): readonly Feature[] =>
    map.querySourceFeatures(BASE_SOURCE, { sourceLayer, filter });
  return [
    ...namesAmong(
      of('place').map(({ geometry, properties }) => ({
        geometry,
        properties: { kind: 'place', ...properties },
      })),
    ),
    ...namesAmong(of('label')),
  ];
}
