import { sourcesBefore } from '../../core/records/known-reports.ts';
import { knownDifference } from './known-difference.ts';
import KnownDay from './KnownDay.svelte';
import KnownOn from './KnownOn.svelte';

/** What the page needs only once it is as known on a day: loaded as one part, see `known-on.svelte.ts`. */
export const parts = { KnownDay, KnownOn, knownDifference, sourcesBefore };
