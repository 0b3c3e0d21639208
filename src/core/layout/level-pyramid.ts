import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { COARSE_LIMIT } from '../place/closest-zoom.ts';
import type { MarkLayout, PlacedCounts } from './mark-layout.ts';
import type { FinerLevels } from './finer-levels.ts';
import { NestedLevels } from './nested-levels.ts';
import { levelOf } from './zoom-level.ts';

/** The most points from which levels are laid out. */
export type PyramidLimits = {
  /** Up to the zoom of coordinates of a kilometre: the first view stays quick where a million places lie far apart. */
  readonly coarse: number;
  /** Closer: the first view and each change of filter wait for these levels, too. */
  readonly fine: number;
  /** Closer, in levels that are made only when the map is first zoomed in that far. */
  readonly later: number;
};
const LIMITS: PyramidLimits = { coarse: 2 ** 18, fine: 2 ** 13, later: 2 ** 16 };
/** Layouts that are kept with a mark for each place. */
const KEPT_LAYOUTS = 4;

/**
 * The marks of all levels for one filter. Only the finest level is laid out from the places; each coarser
 * one merges the marks of the level before it, as supercluster does (https://github.com/mapbox/supercluster):
 *
 *     places ─▶ points ─▶ marks at 17 ─▶ marks at 16.5 ─▶ marks at 16 ─▶ …
 *
 * So what shares a mark shares one at every coarser level too, and a coarser level costs as much as
 * the finer one has marks. Levels are made when they are first asked for, and kept. The same places give
 * the same marks, whatever their order and whatever was asked before.
 *
 * Where many places lie far apart, fine levels would have nearly as many marks as places, and the
 * first view would wait for all of them. Then the pyramid begins at a coarser zoom, and finer levels are a
 * second pyramid, made when a reader zooms in that far. Where even these would be too many marks, each level
 * is laid out by itself. So only there, and between the two pyramids, may a mark be divided in another
 * way than the places of the next coarser level.
 */
export class LevelPyramid {
  readonly finestZoom: number;
  /** Undefined where no level is finer than the first pyramid. */
  readonly #places: PlacedCounts | undefined;
  readonly #limits: PyramidLimits;
  readonly #first: NestedLevels;
  #finer: FinerLevels | undefined;
  readonly #layouts = new LruCache<MarkLayout>(KEPT_LAYOUTS);

  private constructor(
    places: PlacedCounts,
    finestZoom: number,
    first: NestedLevels,
    limits: PyramidLimits,
  ) {
    this.finestZoom = finestZoom;
    this.#places = first.zoom < finestZoom ? places : undefined;
    this.#first = first;
    this.#limits = limits;
  }

  /** The places may be kept, and must not change. */
  static async of(
    places: PlacedCounts,
    finestZoom: number,
    task: Task,
    limits = LIMITS,
  ): Promise<LevelPyramid> {
    const maxPointsAt = (zoom: number): number =>
      zoom > COARSE_LIMIT ? limits.fine : limits.coarse;
    const first = await NestedLevels.of(places, finestZoom, maxPointsAt, task);
    return new LevelPyramid(places, finestZoom, first, limits);
  }

  /** The marks of a zoom; where it lies between two levels, those of the coarser one. */
  async layoutAt(zoom: number, task: Task): Promise<MarkLayout> {
    const level = levelOf(zoom, this.finestZoom);
    const key = String(level);
    const known = this.#layouts.get(key);
    if (known) return known;
    const places = level > this.#first.zoom ? this.#places : undefined;
    const layout = places
      ? await this.#layOutFiner(places, level, task)
      : await this.#first.layoutAt(level, task);
    return this.#layouts.set(key, layout);
  }

  async #layOutFiner(places: PlacedCounts, level: number, task: Task): Promise<MarkLayout> {
    const made = await import('./finer-levels.ts');
    const { later } = this.#limits;
    // Two tasks may have been at it in turns: both found the same.
    this.#finer ??= await made.FinerLevels.of(places, this.finestZoom, later, task.part(0, 0.2));
    return this.#finer.layoutAt(level, task.part(0.2, 1));
  }

  /** What its typed arrays take, in bytes. */
  get bytes(): number {
    return (
      (this.#places?.count.byteLength ?? 0) +
      (this.#places?.x.byteLength ?? 0) +
      (this.#places?.y.byteLength ?? 0) +
      this.#first.bytes +
      (this.#finer?.bytes ?? 0) +
      this.#layouts.all.reduce((sum, { markOf }) => sum + markOf.byteLength, 0)
    );
  }
}
