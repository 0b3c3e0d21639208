import type { MapLayer } from '../map-layer.ts';
import type { MapOptions } from '../map-options.ts';
import { areas } from './areas.ts';
import { baseMap } from './base-map.ts';
import { markLabels } from './mark-labels.ts';
import { marks } from './marks.ts';
import { outlines } from './outlines.ts';
import type { PlaceNamesLayer } from './place-names.ts';
import { precisionHalos } from './precision-halos.ts';
import { subject } from './subject.ts';
import { streetMaps } from '../street-maps.ts';

/** What a layer may need besides the model: words, and the layer whose labels others keep away from. */
export type LayerContext = Pick<MapOptions, 'disputedBorders' | 'precisionLabel' | 'shortCount'> & {
  /** The tiles of the base map. */
  readonly baseMapUrl: string;
  readonly names: PlaceNamesLayer;
};

/** Every layer that the first view may need; within a slot they are drawn in this order. */
export const MAP_LAYERS: readonly ((context: LayerContext) => MapLayer)[] = [
  ({ baseMapUrl, disputedBorders }) => baseMap(baseMapUrl, disputedBorders),
  () => streetMaps(),
  () => subject(),
  () => areas(),
  () => outlines(),
  () => precisionHalos(),
  ({ names }) => names,
  ({ shortCount }) => marks(shortCount),
  ({ precisionLabel }) => markLabels(precisionLabel),
];
