import type {
  ExpressionSpecification,
  FormattedSpecification,
  GeoJSONSource,
  Map,
} from 'maplibre-gl';
import type { Feature, Point } from 'geojson';
import { toMercator, WORLD_PIXELS, type MercatorPoint } from '../../core/place/mercator.ts';
import type { MapScene } from '../../core/view/map-scene.ts';
import { joinedText } from '../joined-text.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import type { PlaceNames } from './read-place-names.ts';
import { drawnRadius } from '../pick.ts';

const SOURCE = 'place-names';
const DOT_GAP_EMS = 0.45;
const MARK_GAP_PIXELS = 3;
/** Room of a mark's own icon and padding of a name, which must not collide. */
const ROOM_PIXELS = 5;

/** Ranks of `geodata/basemap/places.json`, 1 the largest. */
const SIZE_OF_RANK: ExpressionSpecification = [
  'match',
  ['coalesce', ['get', 'rank'], 6],
  1,
  14,
  2,
  13.5,
  3,
  12.5,
  4,
  12,
  11.5,
];
const sizeOf = (rank: number): number => [14, 14, 13.5, 12.5, 12][rank] ?? 11.5;

const twoLines = (localColor: string): FormattedSpecification | ExpressionSpecification => [
  'case',
  ['has', 'name_local'],
  [
    'format',
    ['get', 'name'],
    {},
    '\n',
    {},
    ['get', 'name_local'],
    { 'font-scale': 0.84, 'text-color': localColor },
  ],
  ['format', ['get', 'name'], {}],
];

const inZoomRange: ExpressionSpecification = [
  'all',
  ['>=', ['zoom'], ['coalesce', ['get', 'minzoom'], 0]],
  ['<', ['zoom'], ['coalesce', ['get', 'maxzoom'], 25]],
];

/** A mark as it is drawn; `reach` in the units of `toMercator`. */
type Disc = {
  readonly lon: number;
  readonly lat: number;
  readonly radius: number;
  readonly reach: number;
  readonly at: MercatorPoint;
};

/** A name of the base map, with its letters joined. */
function joinedName(name: Feature<Point>): Feature<Point> {
  const properties = Object.entries(name.properties ?? {}).map(
    ([key, value]): [string, unknown] => [
      key,
      key.startsWith('name') && typeof value === 'string' ? joinedText(value) : value,
    ],
  );
  return { ...name, properties: Object.fromEntries(properties) };
}

const rankOf = (place: Feature): number => Number(place.properties?.['rank'] ?? 6);

/**
 * Names of places, countries and waters. A mark may stand on a town: then the name of the largest
 * town under it is set beside the mark, and the other names under it wait for a closer view.
 */
export function placeNames(): MapLayer & { add(names: PlaceNames): void } {
  let names: readonly Feature<Point>[] = [];
  /** Names stand beside the marks of the window; they move when it rests. */
  let isStale = true;
  let written = '';

  function beside(disc: Disc, place: Feature<Point>): Feature<Point> {
    const size = sizeOf(rankOf(place));
    const offset = (disc.radius + ROOM_PIXELS) / size;
    return {
      ...place,
      geometry: { type: 'Point', coordinates: [disc.lon, disc.lat] },
      properties: { ...place.properties, offset, dot: '', order: -1 },
    };
  }

  function arranged(scene: MapScene): Feature<Point>[] {
    const { marks, zoom } = scene.shapes.view;
    const pixels = WORLD_PIXELS * 2 ** zoom;
    const discs: Disc[] = [];
    for (let mark = 0; mark < marks.length; mark++) {
      const radius = drawnRadius(scene, mark);
      if (radius === 0) continue;
      const lon = marks.lon[mark] ?? 0;
      const lat = marks.lat[mark] ?? 0;
      const reach = (radius + MARK_GAP_PIXELS) / pixels;
      discs.push({ lon, lat, radius, reach, at: toMercator(lon, lat) });
    }
    const named = new Set<Disc>();
    return names.flatMap((place, order) => {
      if (place.properties?.['kind'] !== 'place') return [place];
      const [lon = 0, lat = 0] = place.geometry.coordinates;
      const at = toMercator(lon, lat);
      const disc = discs.find((one) => Math.hypot(one.at.x - at.x, one.at.y - at.y) < one.reach);
      if (!disc)
        return [
          {
            ...place,
            properties: { ...place.properties, offset: DOT_GAP_EMS, dot: 'place-dot', order },
          },
        ];
      if (named.has(disc)) return [];
      named.add(disc);
      return [beside(disc, place)];
    });
  }

  const show = (map: Map, scene: MapScene): void => {
    const features = arranged(scene);
    const writing = JSON.stringify(features);
    if (writing === written) return;
    written = writing;
    void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  };

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'water-labels',
        type: 'symbol',
        source: SOURCE,
        filter: ['all', ['==', ['get', 'kind'], 'water'], inZoomRange],
        layout: {
          'text-field': twoLines(palette.labelWater),
          'text-font': ['Dateline Sans', 'Dateline Arabic'],
          'text-size': 11.5,
          'text-max-width': 7,
        },
        paint: { 'text-color': palette.labelWater },
      },
      {
        id: 'country-labels',
        type: 'symbol',
        source: SOURCE,
        filter: ['all', ['==', ['get', 'kind'], 'country'], inZoomRange],
        layout: {
          'text-field': [
            'format',
            ['upcase', ['get', 'name']],
            {},
            '\n',
            {},
            ['coalesce', ['get', 'name_local'], ''],
            { 'font-scale': 0.95 },
          ],
          'text-font': ['Dateline Sans Semibold', 'Dateline Arabic'],
          'text-size': 13.5,
          'text-letter-spacing': 0.22,
          'text-padding': 12,
        },
        paint: {
          'text-color': palette.labelSoft,
          'text-opacity': 0.9,
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 1.2,
        },
      },
      {
        id: 'place-labels',
        type: 'symbol',
        source: SOURCE,
        filter: ['all', ['==', ['get', 'kind'], 'place'], inZoomRange],
        layout: {
          'symbol-sort-key': ['get', 'order'],
          'icon-image': ['get', 'dot'],
          'icon-allow-overlap': false,
          'text-field': twoLines(palette.labelSoft),
          'text-font': ['Dateline Sans', 'Dateline Arabic'],
          'text-size': SIZE_OF_RANK,
          'text-line-height': 1.12,
          'text-max-width': 9,
          'text-justify': 'auto',
          'text-variable-anchor': [
            'left',
            'right',
            'top',
            'bottom',
            'bottom-left',
            'top-left',
            'bottom-right',
            'top-right',
          ],
          'text-radial-offset': ['get', 'offset'],
          'text-padding': 1,
        },
        paint: {
          'text-color': palette.label,
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 1.5,
          'icon-opacity': 0.9,
        },
      },
    ],
    add(more) {
      names = [...names, ...more.features.map(joinedName)];
      isStale = true;
    },
    show(map, scene, last) {
      isStale ||= scene.shapes !== last?.shapes || scene.counts !== last.counts;
      if (!isStale || (scene.isMoving && scene.shapes === last?.shapes)) return;
      isStale = false;
      show(map, scene);
    },
  };
}
