import { onDemand } from '../on-demand.svelte.ts';

/** What the key says only of a comparison or a filter. */
export const moreKey = onDemand(() => import('./more-key.ts'));
