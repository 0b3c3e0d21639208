import type { MapLayer } from '../map-layer.ts';
import type { MapOptions } from '../map-options.ts';
import { areas } from './areas.ts';
import { baseMap } from './base-map.ts';
import { mappedShares } from './mapped-shares.ts';
import { markLabels } from './mark-labels.ts';
import { marks } from './marks.ts';
import { outlines } from './outlines.ts';
import type { PlaceNamesLayer } from './place-names.ts';
import { precisionHalos } from './precision-halos.ts';
import type { ShareLabelsLayer } from './share-labels.ts';
import { subject } from './subject.ts';

/** What a layer may need besides the model: words, and the layers whose labels others keep away from. */
export type LayerContext = Pick<MapOptions, 'disputedBorders' | 'precisionLabel' | 'shortCount'> & {
  /** The tiles of the base map. */
  readonly baseMapUrl: string;
  readonly names: PlaceNamesLayer;
  readonly shareLabels: ShareLabelsLayer;
};

/** Every layer of the map; within a slot they are drawn in this order. */
export const MAP_LAYERS: readonly ((context: LayerContext) => MapLayer)[] = [
  ({ baseMapUrl, disputedBorders }) => baseMap(baseMapUrl, disputedBorders),
  () => subject(),
  () => mappedShares(),
  () => areas(),
  () => outlines(),
  () => precisionHalos(),
  ({ names }) => names,
  // After the names, which it keeps away from.
  ({ shareLabels }) => shareLabels,
  ({ shortCount }) => marks(shortCount),
  ({ precisionLabel }) => markLabels(precisionLabel),
];
