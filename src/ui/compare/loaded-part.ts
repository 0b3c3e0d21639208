import { onDemand } from '../on-demand.svelte.ts';

/** What shows, changes and ends a comparison; the cause is the comparison. */
export const comparePart = onDemand(() => import('./compare-part.ts'));
