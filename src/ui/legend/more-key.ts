/** What the key says only of a comparison or a filter: loaded as one part, see `loaded-key.ts`. */
export { default as SplitKey } from './SplitKey.svelte';
export { default as TimelineKey } from './TimelineKey.svelte';
