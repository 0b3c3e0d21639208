import { OnDemand } from '../on-demand.svelte.ts';

/** The part of a page as known on a day; the cause is the day. */
export const knownOnPart = new OnDemand(() => import('./known-on-part.ts'));
