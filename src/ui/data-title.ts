import { outsideText } from '../core/text/outside-text.ts';
import type { FirstWords } from '../i18n/first-words.ts';
import type { Datasets } from '../state/datasets.svelte.ts';
import type { Shown } from '../state/shown.svelte.ts';

/** What is on the map: the title of the page's own data, or the names of the reader's files. */
export function dataTitle(words: FirstWords, shown: Shown, datasets: Datasets): string {
  if (shown.isBundledOn) return shown.info.title || words.shell.untitled;
  const names = datasets.all.flatMap(({ number, isOn, name }) =>
    isOn && number !== 0 ? [outsideText(name)] : [],
  );
  return words.lists.plain(names) || words.shell.untitled;
}
