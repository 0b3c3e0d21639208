import type {
  ExpressionSpecification,
  LayerSpecification,
  Map,
  SourceSpecification,
} from 'maplibre-gl';
import type { MapModel } from '../core/model/map-model.ts';
import type { LayerId } from './layer-order.ts';
import type { Palette } from './palette.ts';

/** A layer of the map's style whose id is in `LAYER_ORDER`. */
type StyleLayer = LayerSpecification & { readonly id: LayerId };

/** One subject of the map: its sources, its layers, and how a model reaches them. */
export type MapLayer = {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: (palette: Palette) => readonly StyleLayer[];
  /** Called for every new model; compares by reference with the last one. */
  readonly show?: (map: Map, scene: MapModel, last: MapModel | undefined) => void;
};

/** A GeoJSON source that a layer fills when a model is shown. */
export const filledLater: SourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
};

/** The colour of the look that a property of the feature holds. */
export const byLook = (
  property: string,
  colors: readonly string[],
  otherwise: string,
): ExpressionSpecification => [
  'match',
  ['get', property],
  0,
  colors[0] ?? otherwise,
  ...colors.slice(1).flatMap((color, i): [number, string] => [i + 1, color]),
  otherwise,
];
