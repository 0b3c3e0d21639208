import { isTotal, type IncidentRecord } from '../../core/records/incident-record.ts';
import type { Layer } from '../../core/records/layer.ts';
import { words } from '../../i18n/words.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from './layer-words.ts';

/** What a record is called by its sign: its layer, or that it is a total. */
export const signWords = (shown: Shown, recorded: IncidentRecord, layer: Layer): string =>
  isTotal(recorded) ? words.panel.list.apart.totals.one : layerWords(words, shown, layer);
