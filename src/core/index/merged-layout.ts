import type { Position } from 'geojson';
import type { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { filterKey, type Filter } from '../filters/filter.ts';
import { LevelPyramid } from '../layout/level-pyramid.ts';
import { levelOf, type Level } from '../layout/zoom-level.ts';
import { BoundsBuilder, type Bounds } from '../place/bounds.ts';
import { nearestLongitude } from '../place/longitude.ts';
import type { PlaceFrame } from './mark-positions.ts';
import type { MergedParts } from './merged-parts.ts';

/**
 * Lays out the marks of several data sets together. It copies longitudes, where they have to be moved
 * into one frame; layouts are kept by the caller, so that they are found again when the same data sets
 * are on.
 */
export class MergedLayout {
  readonly #parts: MergedParts;
  readonly #pyramids: LruCache<LevelPyramid>;
  #frame: PlaceFrame | undefined;

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
    return { zoom: levelOf(zoom), layout };
  }

  /** The marks of a filter at all zooms. */
  async #pyramid(filter: Filter, task: Task): Promise<LevelPyramid> {
    const { all, layers, isDated } = this.#parts;
    const hidden = layers.filter(({ key }) => filter.hidden.has(key)).map(({ key }) => key);
    const refs = all.map(({ index }) => index.firstRef).join();
    const key = `${refs} ${filterKey({ ...filter, hidden: new Set(hidden) })}`;
    const known = this.#pyramids.get(key);
    if (known) return known;
    const { length, lon } = await this.frame(task.part(0, 0.05));
    const y = new Float64Array(length);
    const count = new Uint32Array(length);
    const fill = this.#parts.ask(
      async ({ index, firstPlace }, own) => {
        count.set(await index.placeCounts(filter, undefined, isDated, own), firstPlace);
        y.set((await index.placeFrame(own)).y, firstPlace);
      },
      task,
      0.05,
      0.2,
    );
    await fill;
    const x = new Float64Array(length);
    for (let place = 0; place < length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.2);
      x[place] = (lon[place] ?? 0) / 360 + 0.5;
    }
    return this.#pyramids.set(
      key,
      await LevelPyramid.of({ length, x, y, count }, task.part(0.2, 1)),
    );
  }
}
