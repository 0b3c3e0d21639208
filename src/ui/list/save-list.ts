import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** Saves the rows of the whole list as it is now, of both periods where two are compared. `selection`: in words, what it shows. */
export async function saveList(
  { datasets, comparing }: Pick<AppState, 'datasets' | 'comparing'>,
  { queries }: Pick<Shown, 'queries'>,
  name: string,
  selection: string,
): Promise<void> {
  const compared = comparing.current?.window;
  await datasets.exportRows({ ...queries.wholeListRequest, selection, compared }, name);
}
