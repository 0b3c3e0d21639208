import { MediaQuery } from 'svelte/reactivity';
import { MEDIA } from '../media.ts';
import type { TableColumn } from './columns.ts';
import type { TableView } from './table-view.svelte.ts';

/** Of a row and of a column, in CSS pixels for texts of 16. */
const ROOMY_HEIGHT = 44;
const HEIGHT = 30;
const MIN_SELECT_WIDTH = 34;

/** How high the rows and how wide the columns of the grid are, in CSS pixels. */
export class GridLayout {
  readonly #view: TableView;
  readonly #columns: () => readonly TableColumn[];
  readonly #textSize: number;
  readonly #roomy = new MediaQuery(MEDIA.roomy);
  /** Of a row. */
  readonly height: number = $derived.by(() =>
    this.#scaled(this.#roomy.current ? ROOMY_HEIGHT : HEIGHT),
  );
  readonly #selectWidth: number = $derived(Math.max(this.height, MIN_SELECT_WIDTH));
  /** As a style has them: the column of the boxes first. */
  readonly template: string = $derived.by(() =>
    this.#widths.map((width) => `${String(width)}px`).join(' '),
  );
  /** Of all columns together. */
  readonly width: number = $derived.by(() => this.#widths.reduce((sum, width) => sum + width, 0));

  constructor(view: TableView, columns: () => readonly TableColumn[]) {
    this.#view = view;
    this.#columns = columns;
    const { fontSize } = getComputedStyle(document.documentElement);
    this.#textSize = Number.parseFloat(fontSize) || 16;
  }

  widthOf({ key, width }: TableColumn): number {
    return this.#view.columns.widthOf(key, this.#scaled(width));
  }

  get #widths(): readonly number[] {
    return [this.#selectWidth, ...this.#columns().map((column) => this.widthOf(column))];
  }

  #scaled(pixels: number): number {
    return Math.round((pixels * this.#textSize) / 16);
  }
}
