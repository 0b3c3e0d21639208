import type { Position } from 'geojson';
import type { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { filterKey, ofLayers, type Filter } from '../filters/filter.ts';
import { LevelPyramid } from '../layout/level-pyramid.ts';
import type { PlacedCounts } from '../layout/mark-layout.ts';
import { levelOf, type Level } from '../layout/zoom-level.ts';
import { BoundsBuilder, type Bounds } from '../place/bounds.ts';
import { nearestLongitude } from '../place/longitude.ts';
import { COARSE_LIMIT } from '../place/closest-zoom.ts';
import type { PlaceFrame } from './mark-positions.ts';
import type { MergedParts } from './merged-parts.ts';

type MercatorPoints = Pick<PlacedCounts, 'x' | 'y'>;

/**
 * Lays out the marks of several data sets together. It copies longitudes, where they have to be moved
 * into one frame; layouts are kept by the caller, so that they are found again when the same data sets
 * are on.
 */
export class MergedLayout {
  readonly #parts: MergedParts;
  readonly #pyramids: LruCache<LevelPyramid>;
  #frame: PlaceFrame | undefined;
  #points: MercatorPoints | undefined;

  constructor(parts: MergedParts, pyramids: LruCache<LevelPyramid>) {
    this.#parts = parts;
    this.#pyramids = pyramids;
  }

  /** The box around the places with a point, and around other positions that are drawn with them. */
  async bounds(others: Iterable<Position>, task: Task): Promise<Bounds | undefined> {
    const box = new BoundsBuilder();
    const ask = this.#parts.ask(({ index }, own) => index.placeFrame(own), task, 0, 1);
    for (const { bounds } of await ask) box.addAll(bounds);
    for (const [lon = 0, lat = 0] of others) box.add(lon, lat);
    return box.build();
  }

  /** See `homeOf`; the page's own data do not load it. */
  async home(outlines: readonly Bounds[], task: Task): Promise<Bounds | undefined> {
    const { homeOf } = await import('./merged-home.ts');
    const points = await this.#mercatorPoints(task.part(0, 0.2));
    const limit = await this.zoomLimit(task.part(0.2, 0.2));
    return homeOf(this.#parts, points, outlines, limit, task.part(0.2, 1));
  }

  /** As far as the map zooms in: on the finest place of all. */
  async zoomLimit(task: Task): Promise<number> {
    const frames = await this.#parts.ask(({ index }, own) => index.placeFrame(own), task, 0, 1);
    return Math.max(COARSE_LIMIT, ...frames.map(({ zoomLimit }) => zoomLimit));
  }

  /** All places in one frame. Of one data set the columns are its own, unless it spans the antimeridian. */
  async frame(task: Task): Promise<PlaceFrame> {
    if (this.#frame) return this.#frame;
    const bounds = await this.bounds([], task.part(0, 0.5));
    const middle = bounds ? (bounds.west + bounds.east) / 2 : 0;
    const { all, places: length } = this.#parts;
    const lon = new Float64Array(length);
    let isMoved = false;
    for (const { index, firstPlace } of all) {
      const { places } = index;
      for (let place = 0; place < places.length; place++) {
        if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.7);
        const own = places.lon[place] ?? 0;
        const near = nearestLongitude(own, middle);
        lon[firstPlace + place] = near;
        isMoved ||= near !== own;
      }
    }
    const [only] = all;
    if (only && all.length === 1) {
      const { places } = only.index;
      return (this.#frame = { length, lon: isMoved ? lon : places.lon, lat: places.lat });
    }
    const lat = new Float64Array(length);
    for (const { index, firstPlace } of all) lat.set(index.places.lat, firstPlace);
    return (this.#frame = { length, lon, lat });
  }

  /** The marks of a zoom; they are laid out when they are first asked for. */
  async level(filter: Filter, zoom: number, task: Task): Promise<Level> {
    const pyramid = await this.#pyramid(filter, task.part(0, 0.4));
    const layout = await pyramid.layoutAt(zoom, task.part(0.4, 1));
    return { zoom: levelOf(zoom, pyramid.finestZoom), layout };
  }

  /** Where the places are, for the layouts of all filters. */
  async #mercatorPoints(task: Task): Promise<MercatorPoints> {
    if (this.#points) return this.#points;
    const { length, lon } = await this.frame(task);
    const x = new Float64Array(length);
    for (let place = 0; place < length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.5);
      x[place] = (lon[place] ?? 0) / 360 + 0.5;
    }
    const y = new Float64Array(length);
    for (const { index, firstPlace } of this.#parts.all)
      y.set((await index.placeFrame(task)).y, firstPlace);
    return (this.#points = { x, y });
  }

  /** The marks of a filter at all zooms. */
  async #pyramid(filter: Filter, task: Task): Promise<LevelPyramid> {
    const { all, layers, isDated } = this.#parts;
    const refs = all.map(({ index }) => index.firstRef).join();
    const key = `${refs} ${filterKey(ofLayers(filter, layers))}`;
    const known = this.#pyramids.get(key);
    if (known) return known;
    const { length } = await this.frame(task.part(0, 0.05));
    const count = new Uint32Array(length);
    const fill = this.#parts.ask(
      async ({ index, firstPlace }, own) => {
        count.set(await index.placeCounts(filter, undefined, isDated, own), firstPlace);
      },
      task,
      0.05,
      0.2,
    );
    await fill;
    const { x, y } = await this.#mercatorPoints(task.part(0.2, 0.2));
    const finestZoom = await this.zoomLimit(task.part(0.2, 0.2));
    return this.#pyramids.set(
      key,
      await LevelPyramid.of({ length, x, y, count }, finestZoom, task.part(0.2, 1)),
    );
  }
}
