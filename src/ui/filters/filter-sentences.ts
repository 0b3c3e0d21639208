import type { Clause } from '../../core/filters/clause.ts';
import { words } from '../../i18n/words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { dataNames } from '../charts/data-names.ts';
import { facetsOf } from '../charts/open-facets.ts';
import { layerWords } from '../legend/layer-words.ts';

/** Clauses on fields of the records, or on where and when they are: the others have words in the first view. */
export const isFieldClause = ({ kind }: Clause): boolean =>
  ['values', 'range', 'contains', 'area', 'hours'].includes(kind);

/** One filter in words. */
export const clauseWords = (app: AppState, shown: Shown, clause: Clause): string =>
  words.filters.clauseWords(clause, dataNames(shown, facetsOf(app, shown)));

/** What the page leaves out, the period apart: a sentence each, for paper, a link and a saved file. */
export function filterSentences(app: AppState, shown: Shown): readonly string[] {
  const { searchText, isOnlySeen, knownOn, only, active, hidden } = app.filters;
  const layersOff = shown.data.layers
    .filter(({ key }, position) => hidden.has(key) && shown.wholeOf(position) > 0)
    .map((layer) => layerWords(words, shown, layer));
  return [
    knownOn === undefined ? '' : `${words.known.title(knownOn)}.`,
    searchText && words.print.search(searchText),
    ...[...only].map((name) => `${words.rowFilters[name]}.`),
    ...active.filter(isFieldClause).map((clause) => `${clauseWords(app, shown, clause)}.`),
    isOnlySeen ? words.print.onlySeen : '',
    layersOff.length > 0 ? words.print.layersOff(layersOff) : '',
    app.comparing.current?.note ?? '',
  ].filter(Boolean);
}
