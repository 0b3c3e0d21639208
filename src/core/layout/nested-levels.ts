import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { WORLD_PIXELS } from '../place/mercator.ts';
import { groupByCell } from './group-by-cell.ts';
import { composed, inMarkOrder, layOutLevel, type LevelMarks } from './lay-out-level.ts';
import { NO_MARK, type MarkLayout, type PlacedCounts } from './mark-layout.ts';
import { firstPoints, newWeightedPoints, type WeightedPoints } from './weighted-points.ts';
import { LEVEL_ZOOMS } from './zoom-level.ts';

/** Up to this many distinct places, each is a mark of its own, and only what overlaps is merged. */
const MAX_UNCROWDED = 2_000;
/** Places in a square of this part of the world are one: 4 cm, far less than any mark shows. */
const SAME_PLACE = 2 ** -30;
/**
 * Where there are more places, those in a square of this many pixels are one point: even the smallest two
 * marks lie that far apart.
 */
const POINT_PIXELS = 9;
/** The poles lie at infinity; places beyond these edges of the map are counted at the edge. */
const FIRST_EDGE = -0.5;
const LAST_EDGE = 1.5;
const onMap = (coordinate: number): number => Math.min(Math.max(coordinate, FIRST_EDGE), LAST_EDGE);
const pointSide = (zoom: number): number => POINT_PIXELS / (WORLD_PIXELS * 2 ** zoom);

/** What the finest level of a pyramid is laid out from. */
type Base = {
  readonly zoom: number;
  readonly points: WeightedPoints;
  /** Point of each place, or `NO_MARK` for a place without incidents. */
  readonly pointOf: Uint32Array<ArrayBuffer>;
  readonly isCrowded: boolean;
};

/** The places that hold incidents, and which they are. */
async function shownPlaces(places: PlacedCounts, task: Task) {
  const all = newWeightedPoints(places.length);
  const placeOf = new Uint32Array(places.length);
  let length = 0;
  for (let place = 0; place < places.length; place += 1) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / places.length);
    const count = places.count[place] ?? 0;
    if (count === 0) continue;
    all.x[length] = onMap(places.x[place] ?? 0);
    all.y[length] = onMap(places.y[place] ?? 0);
    all.count[length] = count;
    placeOf[length] = place;
    length += 1;
  }
  return { shown: firstPoints(all, length), placeOf };
}

/** The finest base from a zoom outwards that has no more points than its zoom may have. */
export async function baseOf(
  places: PlacedCounts,
  finestZoom: number,
  maxPointsAt: (zoom: number) => number,
  task: Task,
): Promise<Base> {
  const { shown, placeOf } = await shownPlaces(places, task.part(0, 0.2));
  const distinct = await groupByCell(shown, SAME_PLACE, MAX_UNCROWDED, task.part(0.2, 0.3));
  let zoom = finestZoom;
  let grouping = distinct && (await inMarkOrder(distinct, task.part(0.3, 0.8)));
  for (let from = 0.3; !grouping; from = (from + 0.8) / 2) {
    const part = task.part(from, (from + 0.8) / 2);
    grouping = await groupByCell(shown, pointSide(zoom), maxPointsAt(zoom), part);
    if (!grouping) zoom -= 1;
  }
  const pointOf = new Uint32Array(places.length).fill(NO_MARK);
  for (let at = 0; at < shown.length; at += 1) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.8);
    pointOf[placeOf[at] ?? 0] = grouping.groupOf[at] ?? 0;
  }
  return { zoom, points: grouping.groups, pointOf, isCrowded: !distinct };
}

/** The layout of a level for all places, from the mark of each point. */
export async function layoutOf(
  { radiusOfOne, marks }: LevelMarks,
  pointOf: Uint32Array,
  markOfPoint: Uint32Array,
  task: Task,
): Promise<MarkLayout> {
  const markOf = new Uint32Array(pointOf.length);
  for (let place = 0; place < markOf.length; place += 1) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / markOf.length);
    markOf[place] = markOfPoint[pointOf[place] ?? NO_MARK] ?? NO_MARK;
  }
  return { radiusOfOne, markOf, ...marks };
}

/** Levels from a base outwards, each of the marks of the one before it. */
export class NestedLevels {
  readonly #base: Base;
  /** From the finest to the coarsest yet asked for. */
  readonly #levels: LevelMarks[] = [];

  private constructor(base: Base) {
    this.#base = base;
  }

  /** They begin at the finest zoom, or at the next one outwards that has few enough points. */
  static async of(
    places: PlacedCounts,
    finestZoom: number,
    maxPointsAt: (zoom: number) => number,
    task: Task,
  ): Promise<NestedLevels> {
    return new NestedLevels(await baseOf(places, finestZoom, maxPointsAt, task));
  }

  /** The zoom of the finest level. */
  get zoom(): number {
    return this.#base.zoom;
  }

  /** The marks of a level that is no finer than the base. */
  async layoutAt(level: number, task: Task): Promise<MarkLayout> {
    const { zoom, points, isCrowded, pointOf } = this.#base;
    const wanted = (zoom - level) / LEVEL_ZOOMS;
    let from = 0;
    let finer = points;
    for (let at = 0; at <= wanted; at += 1) {
      const to = at === wanted ? 0.9 : (from + 0.9) / 2;
      const part = task.part(from, to);
      const known =
        this.#levels[at] ?? (await layOutLevel(finer, isCrowded, zoom - at * LEVEL_ZOOMS, part));
      // Two tasks may have been at it in turns: both found the same.
      this.#levels[at] ??= known;
      finer = known.marks;
      from = to;
    }
    const [coarsest, ...others] = this.#levels.slice(0, wanted + 1).toReversed();
    if (!coarsest) throw new Error('The coarsest level is missing after its layout.');
    let markOfPoint: Uint32Array = coarsest.markOf;
    for (const { markOf } of others)
      markOfPoint = await composed(markOf, markOfPoint, task.part(0.9, 0.9));
    return layoutOf(coarsest, pointOf, markOfPoint, task.part(0.9, 1));
  }

  /** What its typed arrays take, in bytes. */
  get bytes(): number {
    const { points, pointOf } = this.#base;
    const sizeOf = ({ x, y, count }: WeightedPoints): number =>
      x.byteLength + y.byteLength + count.byteLength;
    return (
      sizeOf(points) +
      pointOf.byteLength +
      this.#levels.reduce((sum, { marks, markOf }) => sum + sizeOf(marks) + markOf.byteLength, 0)
    );
  }
}
