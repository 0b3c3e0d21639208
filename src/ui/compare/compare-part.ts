import ComparePanel from './ComparePanel.svelte';
import EndOnEscape from './EndOnEscape.svelte';

/** What the page needs only once two periods are compared: loaded as one part, see `loaded-part.svelte.ts`. */
export const parts = { ComparePanel, EndOnEscape };
