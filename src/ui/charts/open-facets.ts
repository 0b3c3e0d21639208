import { Facets } from '../../state/facets.svelte.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

const openFacets = new WeakMap<Shown, Facets>();

/** The facets of the page: those that are open, and the last counts, stay while the dock is closed. */
export function facetsOf(app: AppState, shown: Shown): Facets {
  const { filters, timeline, playback, dock, comparing } = app;
  const facets =
    openFacets.get(shown) ??
    new Facets(
      shown.queries.facetClient,
      () => ({
        data: shown.data,
        filter: filters.filter,
        extent: shown.queries.extent,
        window: timeline.span,
        isMoving: timeline.isMoving || comparing.current?.second.isMoving === true,
        isPlaying: playback.isPlaying,
        second: comparing.current?.window,
      }),
      () => dock.tab,
    );
  openFacets.set(shown, facets);
  return facets;
}
