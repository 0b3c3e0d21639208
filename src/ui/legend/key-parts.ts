import SplitKey from './SplitKey.svelte';
import TimelineKey from './TimelineKey.svelte';

/** What the key says only of a filter or a comparison. Loaded on demand. */
export const parts = { SplitKey, TimelineKey };
