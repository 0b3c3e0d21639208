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
/**
 * As far as the map zooms in; the level that is laid out from the places themselves. Coordinates are
 * rounded to about a kilometre: a closer view would know no more.
 */
export const FINEST_ZOOM = 11;

/** The level that is shown at a zoom. */
export const levelOf = (zoom: number): number =>
  Math.min(Math.floor(zoom * LEVELS_PER_ZOOM) / LEVELS_PER_ZOOM, FINEST_ZOOM);
