import type { Layer } from '../../core/incident/layer.ts';
import type { Words } from '../../i18n/en.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** The name of a layer as readers read it: a category by the codes of its file's layout. */
export const layerWords = (words: Words, shown: Shown, layer: Layer): string =>
  words.ownFiles.layerName(layer, shown.setOf(layer.set)?.report?.layout);
