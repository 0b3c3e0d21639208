import { words } from '../../i18n/words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** Saves the rows of the whole list as it is now, of both periods where two are compared. `selection`: in words, what it shows. */
export async function saveList(
  { datasets, comparing, filters }: Pick<AppState, 'datasets' | 'comparing' | 'filters'>,
  { queries }: Pick<Shown, 'queries'>,
  selection: string,
): Promise<void> {
  const compared = comparing.current?.window;
  const request = { ...queries.wholeListRequest, selection, compared };
  const periods = compared && { a: request.window, b: compared };
  const name = words.ownFiles.savedName(filters.isFiltering, filters.knownOn, periods);
  await datasets.exportRows(request, name);
}
