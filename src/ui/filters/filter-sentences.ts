import { isFieldClause } from '../../core/filters/clause.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from '../legend/layer-words.ts';
import type { ClauseWords } from './clause-words.ts';

/**
 * What the page leaves out, the period apart: a sentence each, for paper, a link and a saved file. Those of clauses on
 * fields are left out where their words are not loaded.
 */
export function filterSentences(
  words: FirstWords,
  app: AppState,
  shown: Shown,
  clauseWords: ClauseWords | undefined,
): readonly string[] {
  const { searchText, isOnlySeen, knownOn, only, active, hidden } = app.filters;
  const layersOff = shown.data.layers
    .filter(({ key }, position) => hidden.has(key) && shown.wholeOf(position) > 0)
    .map((layer) => layerWords(words, shown, layer));
  return [
    knownOn === undefined ? '' : `${words.known.title(knownOn)}.`,
    searchText && words.print.search(searchText),
    ...[...only].map((name) => `${words.rowFilters[name]}.`),
    ...(clauseWords
      ? active.filter(isFieldClause).map((clause) => `${clauseWords(app, shown, clause)}.`)
      : []),
    isOnlySeen ? words.print.onlySeen : '',
    layersOff.length > 0 ? words.print.layersOff(layersOff) : '',
    app.comparing.current?.note ?? '',
  ].filter(Boolean);
}
