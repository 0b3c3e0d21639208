import { outsideText } from '../../core/text/outside-text.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Datasets } from '../../state/datasets.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from './layer-words.ts';

/** What is on the map: the title of the page's own data, the names of the reader's files, or all of them. */
export function dataTitle(words: FirstWords, shown: Shown, datasets: Datasets): string {
  const names = datasets.all.flatMap(({ number, isOn, name }) => {
    if (!isOn) return [];
    return number === 0 ? shown.info.title || words.shell.untitled : [outsideText(name)];
  });
  return words.lists.plain(names) || words.shell.untitled;
}

/** What the page leaves out, the period apart: a sentence each, for paper, a link and a saved file. */
export function filterSentences(
  words: FirstWords,
  { filters }: Pick<AppState, 'filters'>,
  shown: Shown,
): readonly string[] {
  const { searchText, isOnlySeen, knownOn, only } = filters;
  const layersOff = shown.data.layers
    .filter(({ key }, position) => filters.hidden.has(key) && shown.wholeOf(position) > 0)
    .map((layer) => layerWords(words, shown, layer));
  return [
    knownOn === undefined ? '' : `${words.known.title(knownOn)}.`,
    searchText && words.print.search(searchText),
    ...[...only].map((name) => `${words.rowFilters[name]}.`),
    isOnlySeen ? words.print.onlySeen : '',
    layersOff.length > 0 ? words.print.layersOff(layersOff) : '',
  ].filter(Boolean);
}
