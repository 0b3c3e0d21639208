import type { Comparison } from '../../state/comparison.svelte.ts';
import type { parts } from './compare-part.ts';

let loaded = $state.raw<typeof parts>();

/** What shows, changes and ends a comparison; undefined while there is none, and until it is loaded. */
export function comparePart(comparison: Comparison | undefined): typeof parts | undefined {
  if (!comparison) return undefined;
  if (!loaded) void import('./compare-part.ts').then((part) => (loaded = part.parts));
  return loaded;
}
