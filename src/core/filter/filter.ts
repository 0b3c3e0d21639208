import type { Bounds } from '../place/bounds.ts';
import { TARGETS, type Target } from '../incident/incident.ts';

/** What a reader asked to see, the window apart. An empty text asks for everything. */
export type Filter = {
  readonly targets: ReadonlySet<Target>;
  readonly text: string;
};

/** The part of the world that counts; undefined: all of it. */
export type Seen = Bounds | undefined;

/** One flag for each of `TARGETS`. */
export const targetFlags = (targets: ReadonlySet<Target>): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(TARGETS, (target) => (targets.has(target) ? 1 : 0));
