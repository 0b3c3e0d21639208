import type { Task } from '../base/task.ts';
import { layOutLevel } from './lay-out-level.ts';
import type { MarkLayout, PlacedCounts } from './mark-layout.ts';
import { baseOf, layoutOf, NestedLevels } from './nested-levels.ts';

/** A level by itself, straight from the places. */
async function layOutAlone(places: PlacedCounts, zoom: number, task: Task): Promise<MarkLayout> {
  const { points, pointOf, isCrowded } = await baseOf(
    places,
    zoom,
    () => Infinity,
    task.part(0, 0.3),
  );
  const level = await layOutLevel(points, isCrowded, zoom, task.part(0.3, 0.9));
  return layoutOf(level, pointOf, level.markOf, task.part(0.9, 1));
}

/** The levels that are finer than a pyramid: a second one, and where that has too many points each level by itself. */
export class FinerLevels {
  readonly #places: PlacedCounts;
  readonly #nested: NestedLevels;

  private constructor(places: PlacedCounts, nested: NestedLevels) {
    this.#places = places;
    this.#nested = nested;
  }

  static async of(
    places: PlacedCounts,
    finestZoom: number,
    maxPoints: number,
    task: Task,
  ): Promise<FinerLevels> {
    return new FinerLevels(
      places,
      await NestedLevels.of(places, finestZoom, () => maxPoints, task),
    );
  }

  layoutAt(level: number, task: Task): Promise<MarkLayout> {
    return level > this.#nested.zoom
      ? layOutAlone(this.#places, level, task)
      : this.#nested.layoutAt(level, task);
  }

  /** What its typed arrays take, in bytes. */
  get bytes(): number {
    return this.#nested.bytes;
  }
}
