import { osm } from '@versatiles/style';
import { omt } from '@versatiles/style/omt';
import { protomaps } from '@versatiles/style/protomaps';
import type { LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../../core/model/map-model.ts';
import { shownFromZoom, type StreetMap, type StreetSchema } from '../../core/model/street-map.ts';
import type { StreetColors } from './street-palette.ts';

/**
 * Layers of the library that a quiet map does without. Borders are always ours, because ours say which are disputed;
 * so are the names of towns and of what is larger, because they keep away from the marks. Icons would need a sprite.
 */
const LEFT_OUT =
  /^(?:background|slot-|tunnel-|boundary-|poi|marking-|aerialway|symbol-|bridge-.*(?::outline|:bridge)$|building:outline|label-(?:address|motorway|boundary|place-(?:city|town|capital|statecapital)))/;

/** Names that our own may repeat. */
const IS_PLACE_NAME = /^label-(?:place|water-area)/;

const FONTS = ['Dateline Sans', 'Dateline Arabic'];

type Options = Pick<NonNullable<Parameters<typeof osm>[0]>, 'theme' | 'colors' | 'text'>;

/** The address of the tiles is in the source that the map has already. */
const STYLES: Readonly<
  Record<StreetSchema, (options: Options, url: string) => { readonly layers: unknown }>
> = {
  protomaps: (options, url) => protomaps({ ...options, urls: { protomaps: url } }),
  openmaptiles: (options, url) => omt({ ...options, urls: { omt: url } }),
  shortbread: (options, url) => osm({ ...options, urls: { osm: url } }),
};

export type StreetLayers = {
  readonly ground: readonly LayerSpecification[];
  readonly names: readonly LayerSpecification[];
  /** Those of the names that our own may repeat, by id. */
  readonly placeNames: readonly string[];
};

export const idIn = (key: string, id: string): string => `${key}/${id}`;

function pictureLayers(map: StreetMap, theme: Theme): StreetLayers {
  const layer: LayerSpecification = {
    id: idIn(map.key, 'pictures'),
    type: 'raster',
    source: map.key,
    minzoom: shownFromZoom(map),
    // They are as they are; only at night less bright than the marks.
    paint: { 'raster-fade-duration': 0, 'raster-brightness-max': theme === 'dark' ? 0.75 : 1 },
  };
  return { ground: [layer], names: [], placeNames: [] };
}

/** With our fonts, in which the page writes letters itself, and without icons. */
function asOurs(layer: LayerSpecification, { key, ...map }: StreetMap): LayerSpecification {
  const minzoom = Math.max(layer.minzoom ?? 0, shownFromZoom({ key, ...map }));
  const ours = { ...layer, id: idIn(key, layer.id), source: key, minzoom } as LayerSpecification;
  // The library draws the sides of buildings too.
  if (ours.type === 'fill') return { ...ours, paint: { ...ours.paint, 'fill-translate': [0, 0] } };
  if (ours.type !== 'symbol') return ours;
  const layout = { ...ours.layout, 'text-font': FONTS, 'text-padding': 4 };
  delete layout['icon-image'];
  return {
    ...ours,
    layout,
    paint: { ...ours.paint, 'text-halo-width': 1.4, 'text-halo-blur': 0 },
  };
}

/** Style layers for a street map, in the colours of the page. */
export function streetLayers(
  map: StreetMap,
  colors: StreetColors,
  theme: Theme,
  language: string,
): StreetLayers {
  if (map.content === 'pictures') return pictureLayers(map, theme);
  const palette = theme === 'dark' ? 'gray-dark' : 'gray';
  const style = STYLES[map.content];
  const { layers } = style({ theme: palette, colors, text: { language } }, map.url);
  const kept = (layers as readonly LayerSpecification[]).filter(({ id }) => !LEFT_OUT.test(id));
  const isName = ({ type }: LayerSpecification): boolean => type === 'symbol';
  const ours = (of: readonly LayerSpecification[]) => of.map((layer) => asOurs(layer, map));
  return {
    ground: ours(kept.filter((layer) => !isName(layer))),
    names: ours(kept.filter(isName)),
    placeNames: kept
      .filter((layer) => isName(layer) && IS_PLACE_NAME.test(layer.id))
      .map(({ id }) => idIn(map.key, id)),
  };
}
