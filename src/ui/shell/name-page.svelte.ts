import { pageTitle } from '../../core/url/page-title.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** Names the document by what is open; returns what gives the name. */
export function namePage({ panel }: AppState, shown: Shown, words: FirstWords): () => string {
  const name = $derived.by(() => {
    const open = panel.record && shown.records.named(panel.record);
    // Browsers keep titles in their history and may send them elsewhere: rows of a reader's own file stay out.
    const record = open?.origin ? undefined : open?.title;
    const { title } = shown.data.info;
    const dataset = shown.isBundledOn ? title || words.shell.untitled : undefined;
    return pageTitle(record, dataset, words.shell.productName);
  });
  $effect(() => {
    document.title = name;
  });
  return () => name;
}
