import { isTotal, type IncidentRecord } from '../../core/records/incident-record.ts';
import type { Layer } from '../../core/records/layer.ts';
import type { Words } from '../../i18n/words.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** The name of a layer as readers read it: a category by the codes of its file's layout. */
export function layerWords(words: Words, shown: Shown, layer: Layer): string {
  const isAlone = shown.data.layers.filter(({ dataset }) => dataset === layer.dataset).length === 1;
  if (isAlone && layer.name.kind === 'none') return words.ownFiles.onlyLayer;
  return words.ownFiles.layerName(layer, shown.setOf(layer.dataset)?.report?.schema);
}

/** What a record is called by its sign: its layer, or that it is a total. */
export const signWords = (
  words: Words,
  shown: Shown,
  recorded: IncidentRecord,
  layer: Layer,
): string =>
  isTotal(recorded) ? words.panel.list.apart.totals.one : layerWords(words, shown, layer);
