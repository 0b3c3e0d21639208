import { outsideText } from '../../core/text/outside-text.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Datasets } from '../../state/datasets.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** What is on the map: the title of the page's own data, the names of the reader's files, or all of them. */
export function dataTitle(words: FirstWords, shown: Shown, datasets: Datasets): string {
  const names = datasets.all.flatMap(({ number, isOn, name }) => {
    if (!isOn) return [];
    return number === 0 ? shown.info.title || words.shell.untitled : [outsideText(name)];
  });
  return words.lists.plain(names) || words.shell.untitled;
}
