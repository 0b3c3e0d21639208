import { OnDemand } from '../on-demand.svelte.ts';

/** What the key says only of a comparison or a filter. */
export const moreKey = new OnDemand(() => import('./more-key.ts'));
