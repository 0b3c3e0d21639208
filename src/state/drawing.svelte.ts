import type { AreaShape } from '../core/filters/area-shape.ts';
import { AreaEditing } from './area-editing.svelte.ts';
import { addShape, shapesIn } from './area-filter.ts';
import { shapeOf, type Corner, type DrawingTool } from './draft-shape.ts';
import { editedAreaOf } from './edited-area.ts';
import type { Filters } from './filters.svelte.ts';

/** What was last done, for those who do not see it. */
export type DrawingStep =
  'begun' | 'corner' | 'undone' | 'finished' | 'cancelled' | 'too-small' | 'restored';

/** An area that a reader is drawing on the map, or one of the filter that is changed there. */
export class Drawing {
  readonly #filters: Pick<Filters, 'clauses' | 'put' | 'remove'>;
  #tool = $state.raw<DrawingTool | undefined>();
  #corners = $state.raw<readonly Corner[]>([]);
  #pointer = $state.raw<Corner | undefined>();
  #step = $state.raw<DrawingStep | undefined>();
  #editing = $state.raw<AreaEditing | undefined>();
  /** With the point under the pointer as its next corner. */
  readonly draft: AreaShape | undefined = $derived(
    this.#tool &&
      shapeOf(this.#tool, [...this.#corners, ...(this.#pointer ? [this.#pointer] : [])]),
  );

  constructor(filters: Pick<Filters, 'clauses' | 'put' | 'remove'>) {
    this.#filters = filters;
  }

  /** Undefined: nothing is drawn. */
  get tool(): DrawingTool | undefined {
    return this.#tool;
  }
  get corners(): readonly Corner[] {
    return this.#corners;
  }
  get pointer(): Corner | undefined {
    return this.#pointer;
  }
  get step(): DrawingStep | undefined {
    return this.#step;
  }
  /** Undefined: none of the filter is changed on the map. */
  get editing(): AreaEditing | undefined {
    return this.#editing;
  }
  /** A polygon has enough corners. */
  get canFinish(): boolean {
    return this.#tool === 'polygon' && this.#corners.length > 2;
  }

  start(tool: DrawingTool): void {
    this.#set(tool, [], 'begun');
  }

  /** Changes an area of the filter, unless it is a name. */
  edit(at: number): void {
    const shape = shapesIn(this.#filters)[at];
    const area = shape && editedAreaOf(shape);
    this.#set(undefined, [], 'begun');
    if (area) this.#editing = new AreaEditing(this.#filters, at, shape, area);
  }

  finishEditing(): void {
    this.#editing?.settle();
    this.#editing = undefined;
  }

  cancelEditing(): void {
    this.#editing?.restore();
    this.#editing = undefined;
    this.#step = 'restored';
  }

  cancel(): void {
    this.#set(undefined, [], 'cancelled');
  }

  pointAt(corner: Corner | undefined): void {
    this.#pointer = corner;
  }

  /** Sets a corner; the second one of a rectangle or circle finishes it. */
  addCorner(corner: Corner): void {
    const tool = this.#tool;
    if (!tool) return;
    const corners = [...this.#corners, corner];
    if (tool !== 'polygon' && corners.length === 2) this.#finish(tool, corners);
    else this.#set(tool, corners, 'corner');
  }

  removeLast(): void {
    if (this.#corners.length > 0) this.#set(this.#tool, this.#corners.slice(0, -1), 'undone');
  }

  finish(): void {
    if (this.#tool && this.canFinish) this.#finish(this.#tool, this.#corners);
  }

  #finish(tool: DrawingTool, corners: readonly Corner[]): void {
    const shape = shapeOf(tool, corners);
    if (shape && addShape(this.#filters, shape)) this.#set(undefined, [], 'finished');
    else this.#set(tool, tool === 'polygon' ? corners : corners.slice(0, 1), 'too-small');
  }

  #set(tool: DrawingTool | undefined, corners: readonly Corner[], step: DrawingStep): void {
    this.#tool = tool;
    this.#corners = corners;
    this.#step = step;
    this.#editing = undefined;
    if (!tool || step === 'begun') this.#pointer = undefined;
  }
}
