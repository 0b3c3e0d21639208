import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Filter } from '../filters/filter.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { coordinateHash } from '../layout/weighted-points.ts';
import { NO_AREA, type PlaceTable } from '../place/place-table.ts';
import { IMPORTED_PRECISIONS } from '../place/precision.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { NO_GROUP, type IntervalIndex } from './interval-index.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import type { MarkView } from './mark-view.ts';

/** More circles of precision than this would only grey the map. */
const MAX_HALOS = 250;
/** At least twice as many as there are circles, and a power of two. */
const SLOTS = 1_024;
/** Around a point whose precision nobody gives, no circle would be true. */
const UNSTATED = IMPORTED_PRECISIONS.indexOf('unstated');

/** Places of a data set, with the mark and the incidents of each. */
export type HaloPlaces = {
  readonly places: PlaceTable;
  readonly markOf: Uint32Array;
  readonly all: Uint32Array;
};

type Halo = {
  readonly lon: number;
  readonly lat: number;
  readonly precision: number;
  readonly mark: number;
};

/** Circles of the places of a view, and for each data set the circle of each place, or `NO_GROUP`. */
export type Halos = Omit<MarkView['halos'], 'spans'> & { readonly haloOf: readonly Uint32Array[] };

/**
 * The circles of the places that marks represent; those that share point and precision are one.
 * Undefined: more than `MAX_HALOS`.
 */
export async function halosOf(
  parts: readonly HaloPlaces[],
  task: Task,
): Promise<Halos | undefined> {
  const halos: Halo[] = [];
  const slots = new Uint16Array(SLOTS);
  const haloOf: Uint32Array[] = [];
  for (const { places, markOf, all } of parts) {
    const ofPlaces = new Uint32Array(places.length).fill(NO_GROUP);
    haloOf.push(ofPlaces);
    for (let place = 0; place < places.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(place / places.length);
      const precision = places.precision[place] ?? 0;
      const isDrawn = all[place] !== 0 && places.area[place] === NO_AREA && precision !== UNSTATED;
      if (!isDrawn) continue;
      const [lon, lat] = [places.lon[place] ?? 0, places.lat[place] ?? 0];
      const isSame = (halo: Halo | undefined): boolean =>
        halo?.lon === lon && halo.lat === lat && halo.precision === precision;
      let slot = (coordinateHash(lon / 360, lat / 360) + precision) % SLOTS;
      while (slots[slot] !== 0 && !isSame(halos[(slots[slot] ?? 0) - 1])) slot = (slot + 1) % SLOTS;
      if (slots[slot] === 0) {
        if (halos.length === MAX_HALOS) return undefined;
        slots[slot] = halos.push({ lon, lat, precision, mark: markOf[place] ?? NO_MARK });
      }
      ofPlaces[place] = (slots[slot] ?? 0) - 1;
    }
  }
  return {
    length: halos.length,
    lon: Float64Array.from(halos, ({ lon }) => lon),
    lat: Float64Array.from(halos, ({ lat }) => lat),
    precision: Uint8Array.from(halos, ({ precision }) => precision),
    mark: Uint32Array.from(halos, ({ mark }) => mark),
    haloOf,
  };
}

/**
 * The circles with the time ranges of their incidents, which count any window; none where there are too
 * many.
 */
export async function countedHalos(
  halos: Halos | undefined,
  parts: readonly DatasetIndex[],
  { filter, isDated }: { readonly filter: Filter; readonly isDated: boolean },
  task: Task,
): Promise<MarkView['halos']> {
  const { haloOf, ...circles } = halos ?? noHalos();
  const { length } = circles;
  const indexes: IntervalIndex[] = [];
  for (const [at, ofPlaces] of haloOf.entries()) {
    const own = await parts[at]?.intervals(filter, ofPlaces, length, isDated, task);
    if (own) indexes.push(own);
  }
  const joined = indexes.map((index) => ({ index, groupOf: (group: number) => group }));
  return { ...circles, spans: await joinIntervalIndexes(joined, length, task) };
}

/** Made anew each time: the buffers are moved away. */
const noHalos = (): Halos => ({
  length: 0,
  lon: new Float64Array(0),
  lat: new Float64Array(0),
  precision: new Uint8Array(0),
  mark: new Uint32Array(0),
  haloOf: [],
});
