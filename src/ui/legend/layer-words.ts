import { labelIn } from '../../core/records/dataset-info.ts';
import type { Target } from '../../core/records/incident.ts';
import type { Layer } from '../../core/records/layer.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { LANGUAGE } from '../../i18n/locale.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** The name of a target, as the data set of the page gives it. */
export const targetWords = (shown: Shown, target: Target): string =>
  outsideText(labelIn(shown.info.layers[target], LANGUAGE));

/** The name of a layer as readers read it: a category by the codes of its file's layout. */
export function layerWords(words: FirstWords, shown: Shown, layer: Layer): string {
  if (layer.name.kind === 'target') return targetWords(shown, layer.name.target);
  const isAlone = shown.data.layers.filter(({ dataset }) => dataset === layer.dataset).length === 1;
  if (isAlone && layer.name.kind === 'none') return words.layers.only;
  return words.layers.name(layer.name, shown.setOf(layer.dataset)?.report?.schema);
}
