import { isTotal, type Recorded } from '../../core/incident/recorded.ts';
import type { Layer } from '../../core/incident/layer.ts';
import type { Words } from '../../i18n/en.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** The name of a layer as readers read it: a category by the codes of its file's layout. */
export function layerWords(words: Words, shown: Shown, layer: Layer): string {
  const isAlone = shown.data.layers.filter(({ set }) => set === layer.set).length === 1;
  if (isAlone && layer.name.kind === 'none') return words.ownFiles.onlyLayer;
  return words.ownFiles.layerName(layer, shown.setOf(layer.set)?.report?.layout);
}

/** What a record is called by its sign: its layer, or that it is a total. */
export const signWords = (words: Words, shown: Shown, recorded: Recorded, layer: Layer): string =>
  isTotal(recorded) ? words.panel.list.apart.totals.one : layerWords(words, shown, layer);
