import { createContext } from 'svelte';
import type { AppState } from '../state/app-state.svelte.ts';
import type { Shown } from '../state/shown.svelte.ts';

/** The state for all components; `provideApp` is called once, in `App.svelte`. */
export const [useApp, provideApp] = createContext<AppState>();

/** What follows from the open data, for the parts that exist only once data are open. */
export const [useShown, provideShown] = createContext<Shown>();
