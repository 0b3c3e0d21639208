import { TARGETS } from '../../core/records/incident.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { DataNames } from '../../i18n/sentences/clauses.ts';
import { words } from '../../i18n/words.ts';
import type { Facets } from '../../state/facets.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords, targetWords } from '../legend/layer-words.ts';

/** What only the open data say of layers and fields, for the words of a filter. */
export const dataNames = (shown: Shown, facets: Facets | undefined): DataNames => ({
  layer: (key) => {
    const layer = shown.data.layers.find((one) => one.key === key);
    return layer ? layerWords(words, shown, layer) : outsideText(key);
  },
  target: (text) => {
    const target = TARGETS.find((one) => one === text);
    return target ? targetWords(shown, target) : outsideText(text);
  },
  schemas: shown.data.datasets.flatMap(({ isOn, report }) => (isOn && report ? report.schema : [])),
  isDate: (field) => (facets?.fieldOf(field)?.kind ?? '') === 'date' || field === 'reported',
});
