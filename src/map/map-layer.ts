import type {
  CustomLayerInterface,
  ExpressionSpecification,
  LayerSpecification,
  Map,
  SourceSpecification,
} from 'maplibre-gl';
import type { MapModel, ModelPart } from '../core/model/map-model.ts';
import type { Palette } from './palette.ts';

/**
 * Heights of the map, bottom to top. Within one, layers are in the order of the registry. Labels
 * higher up are placed first and push others away.
 */
export const SLOTS = [
  'land',
  'subject',
  'ground',
  'shapes',
  'names',
  'key-names',
  'marks',
  'labels',
] as const;
type Slot = (typeof SLOTS)[number];

/** A layer of the style, or one that draws by itself and takes its colours when it is asked for. */
export type StyleLayer = (LayerSpecification | CustomLayerInterface) & { readonly slot: Slot };

/** One subject of the map: its sources, its layers, and how a model reaches them. */
export type MapLayer = {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: (palette: Palette) => readonly StyleLayer[];
  /** The parts of the model that `show` uses: it is called when one of them is new, and only then. */
  readonly reads: readonly ModelPart[];
  readonly show?: (map: Map, model: MapModel, last: MapModel | undefined) => void;
  /** Called when the map, or the page over it, has moved and rests: with the model that was shown last. */
  readonly moved?: (map: Map, model: MapModel) => void;
};

/** A GeoJSON source that a layer fills when a model is shown. */
export const filledLater: SourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
};

/** The colour of the style index in a property of the feature. */
export const byStyle = (
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
