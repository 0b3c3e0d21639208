import { OnDemand } from '../on-demand.svelte.ts';

/** What shows, changes and ends a comparison; the cause is the comparison. */
export const comparePart = new OnDemand(() => import('./compare-part.ts'));
