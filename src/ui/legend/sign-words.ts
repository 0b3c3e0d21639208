import { CATEGORIES, type ListedScheme } from '../../core/records/color-scheme.ts';
import { isTotal, type IncidentRecord } from '../../core/records/incident-record.ts';
import type { Layer } from '../../core/records/layer.ts';
import { words } from '../../i18n/words.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from './layer-words.ts';

const keyOf = (scheme: ListedScheme, { categories }: IncidentRecord): string =>
  CATEGORIES[scheme][categories[scheme]]?.key ?? '';

/** The category that colours a record; undefined where its layer does, and of a total. */
export function categoryOf(shown: Shown, recorded: IncidentRecord): string | undefined {
  const { scheme } = shown.cells;
  if (scheme === 'target' || isTotal(recorded)) return undefined;
  const names: Readonly<Record<string, string>> = words.key.categories[scheme];
  return names[keyOf(scheme, recorded)];
}

/** What a record is called by its sign: its layer or category, or that it is a total. */
export function signWords(shown: Shown, recorded: IncidentRecord, layer: Layer): string {
  if (isTotal(recorded)) return words.panel.list.apart.totals.one;
  const { scheme } = shown.cells;
  const category = categoryOf(shown, recorded);
  if (scheme === 'target' || category === undefined) return layerWords(words, shown, layer);
  // A halt is no attack in any scheme.
  if (keyOf(scheme, recorded) === 'halt') return category;
  return words.key.row(words.key.schemes[scheme], category);
}
