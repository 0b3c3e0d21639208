import type { AreaShape } from '../core/filters/area-shape.ts';
import { storableShape } from '../core/filters/area-text.ts';
import { writeShape } from '../core/filters/write-shape.ts';
import { changeShape, shapesIn } from './area-filter.ts';
import type { Corner } from './draft-shape.ts';
import {
  canAddCorner,
  editedAreaOf,
  handlesOf,
  shapeOfEdited,
  withHandleAt,
  withoutCornerAt,
  type AreaHandle,
  type EditedArea,
} from './edited-area.ts';
import type { Filters } from './filters.svelte.ts';

/** `key`: stays that of what is moved, also where the middle of an edge becomes a corner. */
export type KeyedHandle = AreaHandle & { readonly key: number };

/** An area of the filter whose corners a reader moves on the map. The filter follows as fast as it is answered. */
export class AreaEditing {
  readonly #filters: Pick<Filters, 'clauses' | 'put' | 'remove'>;
  readonly #before: AreaShape;
  #at: number;
  #area: EditedArea;
  #isMoving = $state.raw(false);
  #keys: readonly number[];
  #lastKey = -1;
  /** What the filter has of it. */
  #put: AreaShape;
  /** Where the move that is under way began. */
  #begun: { readonly area: EditedArea; readonly keys: readonly number[] } | undefined;
  /** What it is now; undefined: no area. */
  readonly #storable: AreaShape | undefined = $derived.by(() => {
    const shape = shapeOfEdited(this.#area);
    return shape && storableShape(shape);
  });
  readonly handles: readonly KeyedHandle[] = $derived.by(() =>
    handlesOf(this.#area)
      .map((handle, at) => ({ ...handle, key: this.#keys[at] ?? at }))
      .filter(({ kind }) => kind !== 'between' || canAddCorner(this.#area)),
  );

  constructor(
    filters: Pick<Filters, 'clauses' | 'put' | 'remove'>,
    at: number,
    shape: AreaShape,
    area: EditedArea,
  ) {
    this.#filters = filters;
    this.#at = $state.raw(at);
    this.#before = shape;
    this.#put = $state.raw(shape);
    this.#area = $state.raw(area);
    this.#keys = $state.raw(this.#keysOf(area));
  }

  /** Its position among the areas that are filtered by. */
  get at(): number {
    return this.#at;
  }
  /** The last one that was an area. */
  get shape(): AreaShape {
    return this.#storable ?? this.#put;
  }
  get isArea(): boolean {
    return this.#storable !== undefined;
  }
  /** A handle is held: the address waits. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  move(key: number, to: Corner): void {
    const handle = this.handles.find((one) => one.key === key);
    if (!handle) return;
    if (!this.#isMoving) this.#begun = { area: this.#area, keys: this.#keys };
    this.#isMoving = true;
    this.#area = withHandleAt(this.#area, handle, to);
    const next = 2 * handle.at + 1;
    if (handle.kind === 'between')
      this.#keys = this.#keys.toSpliced(next, 1, this.#newKey(), key, this.#newKey());
  }

  /** The handle is let go. */
  settle(): void {
    this.#isMoving = false;
    this.#begun = undefined;
    this.follow();
  }

  /** The press is taken back, by the system or by a second finger. */
  takeBack(): void {
    if (this.#begun) ({ area: this.#area, keys: this.#keys } = this.#begun);
    this.settle();
  }

  /** Makes the middle of an edge a corner, where it is. */
  addCorner(key: number): void {
    const handle = this.handles.find((one) => one.key === key);
    if (handle?.kind !== 'between') return;
    this.move(key, handle.position);
    this.settle();
  }

  /** Gives the key of the corner before it; undefined: it is none, or none can go. */
  removeCorner(key: number): number | undefined {
    const handle = this.handles.find((one) => one.key === key);
    const area = handle?.kind === 'corner' ? withoutCornerAt(this.#area, handle.at) : undefined;
    if (!area) return undefined;
    this.#area = area;
    this.#keys = this.#keysOf(area);
    this.settle();
    const corners = this.handles.filter(({ kind }) => kind === 'corner');
    return corners.at((handle?.at ?? 0) - 1)?.key;
  }

  /** Takes what the area is now into the filter. */
  follow(): void {
    const shape = this.#storable;
    if (!shape || writeShape(shape) === writeShape(this.#put) || !this.#isFiltered) return;
    this.#put = shape;
    changeShape(this.#filters, this.#at, shape);
  }

  /** Follows what was done to the filter elsewhere; false: the area is no longer in it. */
  adopt(): boolean {
    const shapes = shapesIn(this.#filters);
    const at = shapes.findIndex((shape) => writeShape(shape) === writeShape(this.#put));
    if (at !== -1) {
      this.#at = at;
      return true;
    }
    const shape = shapes[this.#at];
    return shape?.kind === this.#put.kind && this.#take(shape);
  }

  #take(shape: AreaShape): boolean {
    const area = editedAreaOf(shape);
    if (!area) return false;
    this.#put = shape;
    this.#area = area;
    // Each handle stays itself, with the focus that it has, unless there are other handles now.
    if (handlesOf(area).length !== this.#keys.length) this.#keys = this.#keysOf(area);
    return true;
  }

  /** What was there before is there again. */
  restore(): void {
    this.#isMoving = false;
    if (this.#isFiltered) changeShape(this.#filters, this.#at, this.#before);
    this.#take(this.#before);
  }

  get #isFiltered(): boolean {
    const shape = shapesIn(this.#filters)[this.#at];
    return shape !== undefined && writeShape(shape) === writeShape(this.#put);
  }

  #keysOf(area: EditedArea): readonly number[] {
    return handlesOf(area).map(() => this.#newKey());
  }

  #newKey(): number {
    return ++this.#lastKey;
  }
}
