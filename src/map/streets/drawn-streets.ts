import type { FilterSpecification, Map } from 'maplibre-gl';
import type { MapModel, Theme } from '../../core/model/map-model.ts';
import { shownFromZoom, type StreetMap } from '../../core/model/street-map.ts';
import type { Bounds } from '../../core/place/bounds.ts';
import { NAME_LAYERS } from '../layers/place-name-layers.ts';
import { idIn, streetLayers } from './street-layers.ts';
import { readStreetColors } from './street-palette.ts';

/** Below the borders, which are ours, and below all names: ours are placed first. */
const GROUND_BELOW = 'border-halo';
const NAMES_BELOW = NAME_LAYERS[0];

/** The properties of tiles that hold a name, whichever the schema. */
const NAME_PROPERTIES = ['name', 'name:en', 'name_en', 'name_int', 'name:latin'];

/** Most archives of pictures have tiles of this size; others are drawn as sharp, but from another zoom. */
const PICTURE_PIXELS = 256;

const boxOf = ({ west, south, east, north }: Bounds): [number, number, number, number] => [
  west,
  south,
  east,
  north,
];

/** The street maps that are on the map now. */
export class DrawnStreets {
  readonly #map: Map;
  readonly #sources = new Set<string>();
  /** The ids of the layers of each. */
  readonly #drawn = new globalThis.Map<string, readonly string[]>();
  /** The ids of layers whose names our own may repeat, with their own filters. */
  readonly #placeNames = new globalThis.Map<string, FilterSpecification | undefined>();
  #theme: Theme | undefined;
  /** Our own names of places in the view. */
  #ourNames: readonly string[] = [];

  constructor(map: Map) {
    this.#map = map;
    map.on('sourcedata', ({ sourceId, isSourceLoaded }) => {
      if (isSourceLoaded && sourceId === this.#namesSource) this.#leaveOutOurs();
    });
  }

  /** The source of our own names; undefined while the style is loaded again. */
  get #namesSource(): string | undefined {
    return this.#map.getLayer(NAMES_BELOW)?.source;
  }

  show({ streets, theme }: Pick<MapModel, 'streets' | 'theme'>): void {
    const isNewTheme = theme !== this.#theme;
    this.#theme = theme;
    for (const key of [...this.#drawn.keys()])
      if (isNewTheme || !streets.some((map) => map.key === key)) this.#removeLayers(key);
    for (const key of [...this.#sources])
      if (!streets.some((map) => map.key === key)) this.#removeSources(key);
    for (const map of streets) if (!this.#drawn.has(map.key)) this.#add(map, theme);
    this.#leaveOutOurs(true);
  }

  #add(street: StreetMap, theme: Theme): void {
    const map = this.#map;
    const root = document.documentElement;
    const colors = readStreetColors(root);
    const { ground, names, placeNames } = streetLayers(street, colors, theme, root.lang);
    if (!this.#sources.has(street.key)) this.#addSources(street);
    const landId = idIn(street.key, 'land');
    const land =
      street.fillsBounds && street.content !== 'pictures'
        ? ([
            {
              id: landId,
              type: 'fill',
              source: landId,
              minzoom: shownFromZoom(street),
              paint: { 'fill-color': colors.land, 'fill-antialias': false },
            },
          ] as const)
        : [];
    const below = [...land, ...ground];
    for (const layer of below) map.addLayer(layer, GROUND_BELOW);
    for (const layer of names) map.addLayer(layer, NAMES_BELOW);
    this.#drawn.set(
      street.key,
      [...below, ...names].map(({ id }) => id),
    );
    for (const id of placeNames) this.#placeNames.set(id, map.getFilter(id) ?? undefined);
  }

  #addSources({ key, url, content, bounds, fillsBounds, minZoom, maxZoom }: StreetMap): void {
    this.#sources.add(key);
    // The source of `pmtiles` takes the box of the header, also an empty one, which has no tiles.
    const tiles = {
      tiles: [`${url}/{z}/{x}/{y}`],
      minzoom: minZoom,
      maxzoom: maxZoom,
      ...(bounds && { bounds: boxOf(bounds) }),
    };
    if (content === 'pictures')
      this.#map.addSource(key, { type: 'raster', tileSize: PICTURE_PIXELS, ...tiles });
    else this.#map.addSource(key, { type: 'vector', ...tiles });
    if (!bounds || !fillsBounds || content === 'pictures') return;
    const { west, south, east, north } = bounds;
    // What the tiles say nothing of is land; our own, coarser outlines would show through.
    this.#map.addSource(idIn(key, 'land'), {
      type: 'geojson',
      data: {
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
  }

  #removeLayers(key: string): void {
    for (const id of this.#drawn.get(key) ?? []) {
      this.#map.removeLayer(id);
      this.#placeNames.delete(id);
    }
    this.#drawn.delete(key);
  }

  #removeSources(key: string): void {
    this.#sources.delete(key);
    this.#map.removeSource(key);
    if (this.#map.getSource(idIn(key, 'land'))) this.#map.removeSource(idIn(key, 'land'));
  }

  /** No name is written twice: where our own has it, the one of the street map goes. */
  #leaveOutOurs(isAlways = false): void {
    const source = this.#namesSource;
    if (source === undefined || this.#placeNames.size === 0) return;
    const names = new Set(
      this.#map
        .querySourceFeatures(source)
        .flatMap(({ properties: { name, name_local: local } }) =>
          [name, local].filter((one) => typeof one === 'string'),
        ),
    );
    const ours = [...names].sort();
    if (!isAlways && ours.join('\n') === this.#ourNames.join('\n')) return;
    this.#ourNames = ours;
    for (const [id, own] of this.#placeNames) {
      // A style that is loaded again has another drawing of the same.
      if (!this.#map.getLayer(id)) continue;
      const others = NAME_PROPERTIES.map((name): FilterSpecification => [
        '!',
        ['in', ['coalesce', ['get', name], ''], ['literal', ours]],
      ]);
      this.#map.setFilter(id, ['all', ...(own ? [own] : []), ...others] as FilterSpecification);
    }
  }
}
