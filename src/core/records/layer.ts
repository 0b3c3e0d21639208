import { TARGETS, type Target } from './incident.ts';

/** What a layer represents: a target of the codebook, or a category as its file writes it. */
export type LayerName =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'category'; readonly text: string }
  /** The categories that have no layer of their own. */
  | { readonly kind: 'others' }
  /** Rows whose file has no categories, or whose own cell is empty. */
  | { readonly kind: 'none' };

/** A layer of the map, in the order of the legend. */
export type Layer = {
  /** Unlike any other that is open; a target's own word in the bundled set. */
  readonly key: string;
  /** Number of the open set that it belongs to; the bundled set is 0. */
  readonly dataset: number;
  readonly name: LayerName;
  /** Position among the colours and signs of the palette, 0 to 7. */
  readonly styleIndex: number;
};

/** As many layers as there are colours that can be distinguished. */
export const MAX_LAYERS_OF_DATASET = TARGETS.length;

/** The layers of a set that follows the codebook. */
export const targetLayers = (dataset = 0): readonly Layer[] =>
  TARGETS.map((target, styleIndex) => ({
    key: dataset === 0 ? target : `${dataset}:${target}`,
    dataset,
    name: { kind: 'target', target },
    styleIndex,
  }));

/** The layer that represents a target, wherever it is spoken of by itself. */
export const layerOfTarget = (target: Target): Pick<Layer, 'name' | 'styleIndex'> => ({
  name: { kind: 'target', target },
  styleIndex: TARGETS.indexOf(target),
});
