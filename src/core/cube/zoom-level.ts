import type { MarkLayout } from './mark-layout.ts';

/** One zoom level for one filter: which place belongs to which mark. */
export type Level = { readonly zoom: number; readonly layout: MarkLayout };

/** Levels lie half a zoom apart: marks keep their distance until the next level splits them. */
const LEVELS_PER_ZOOM = 2;

export const levelOf = (zoom: number): number =>
  Math.floor(zoom * LEVELS_PER_ZOOM) / LEVELS_PER_ZOOM;
