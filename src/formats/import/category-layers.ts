import { MAX_LAYERS_OF_DATASET, type Layer, type LayerName } from '../../core/records/layer.ts';

/** The look of what is put together, a quiet grey. */
const OTHERS_LOOK = MAX_LAYERS_OF_DATASET - 1;

export type CategoryLayers = {
  readonly layers: readonly Layer[];
  /** The layer of each category, by its position. */
  readonly layerOf: Uint8Array;
};

const keyOf = (dataset: number, name: LayerName): string =>
  name.kind === 'category' ? `${dataset}:category:${name.text}` : `${dataset}:${name.kind}`;

/**
 * Layers for the categories of a file: the most frequent each one of its own, the rest put together,
 * and one for rows that have none (the empty text). At most as many as there are colours.
 */
export function categoryLayers(
  dataset: number,
  categories: readonly { readonly text: string; readonly count: number }[],
): CategoryLayers {
  const positions = categories.map((_, position) => position);
  const named = positions
    .filter((position) => categories[position]?.text !== '')
    .toSorted((a, b) => (categories[b]?.count ?? 0) - (categories[a]?.count ?? 0));
  const hasNone = named.length < categories.length;
  const room = MAX_LAYERS_OF_DATASET - (hasNone ? 1 : 0);
  const own = named.length <= room ? named : named.slice(0, room - 1);
  const isLeftOver = own.length < named.length;
  const names: LayerName[] = own.map((position) => ({
    kind: 'category',
    text: categories[position]?.text ?? '',
  }));
  if (isLeftOver) names.push({ kind: 'others' });
  if (hasNone || names.length === 0) names.push({ kind: 'none' });
  const isAlone = names.length === 1;
  const layers = names.map((name, at): Layer => {
    const look =
      name.kind === 'category' || isAlone
        ? at
        : OTHERS_LOOK - (isLeftOver && name.kind === 'none' ? 1 : 0);
    return { key: keyOf(dataset, name), dataset, name, styleIndex: look };
  });
  const layerOf = new Uint8Array(categories.length);
  positions.forEach((position) => {
    const at = own.indexOf(position);
    const isNone = categories[position]?.text === '';
    layerOf[position] = isNone ? layers.length - 1 : at === -1 ? own.length : at;
  });
  return { layers, layerOf };
}
