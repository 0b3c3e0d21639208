/** What the page needs only once two periods are compared: loaded as one part, see `loaded-part.ts`. */
export { default as ComparePanel } from './ComparePanel.svelte';
export { default as EndOnEscape } from './EndOnEscape.svelte';
