import type { Minute } from '../../core/time/minute.ts';
import type { parts } from './known-on-part.ts';

let loaded = $state.raw<typeof parts>();

/** The part of a page as known on a day; undefined on any other, and until it is loaded. */
export function knownOnPart(day: Minute | undefined): typeof parts | undefined {
  if (day === undefined) return undefined;
  if (!loaded) void import('./known-on-part.ts').then((part) => (loaded = part.parts));
  return loaded;
}
