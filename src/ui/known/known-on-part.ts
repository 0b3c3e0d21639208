/** What the page needs only once it is as known on a day: loaded as one part, see `known-on.ts`. */
export { sourcesBefore } from '../../core/records/known-reports.ts';
export { knownDifference } from './known-difference.ts';
export { default as KnownDay } from './KnownDay.svelte';
export { default as KnownOn } from './KnownOn.svelte';
