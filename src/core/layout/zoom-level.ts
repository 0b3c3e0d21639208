import type { MarkLayout } from './mark-layout.ts';

/** One zoom level for one filter: which place belongs to which mark. */
export type Level = {
  readonly zoom: number;
  readonly layout: MarkLayout;
};

/** Levels lie half a zoom apart: marks keep their distance until the next level splits them. */
const LEVELS_PER_ZOOM = 2;
/** The zooms from a level to the next. */
export const LEVEL_ZOOMS = 1 / LEVELS_PER_ZOOM;

/** The level that is shown at a zoom, where the map zooms in as far as to `finest`. */
export const levelOf = (zoom: number, finest = Infinity): number =>
  Math.min(Math.floor(zoom * LEVELS_PER_ZOOM) / LEVELS_PER_ZOOM, finest);
