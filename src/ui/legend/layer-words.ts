import type { Layer } from '../../core/records/layer.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** The name of a layer as readers read it: a category by the codes of its file's layout. */
export function layerWords(words: FirstWords, shown: Shown, layer: Layer): string {
  const isAlone = shown.data.layers.filter(({ dataset }) => dataset === layer.dataset).length === 1;
  if (isAlone && layer.name.kind === 'none') return words.layers.only;
  return words.layers.name(layer, shown.setOf(layer.dataset)?.report?.schema);
}
