import { tick, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { VirtualScroll } from '../list/virtual-scroll.svelte.ts';
import { HEADER_LINE } from './grid-keys.ts';
import type { GridLayout } from './grid-layout.svelte.ts';
import type { TableView } from './table-view.svelte.ts';

/** Lines beyond each edge that are ready before they are scrolled to. */
const LINES_BEYOND = 8;

/** Which lines of the grid are on view, and how one gets there. Made while its component is. */
export class GridScroll {
  readonly #view: TableView;
  readonly #layout: GridLayout;
  readonly #length: () => number;
  #grid: HTMLElement | undefined;
  #lastHeight = 0;
  readonly #scroll: VirtualScroll = $derived.by(() => {
    const fresh = new VirtualScroll(this.#length() * this.#layout.height);
    this.#lastHeight = this.#layout.height;
    return fresh;
  });
  /** The lines on view, and the one with the focus wherever that is: a row that went away would lose it. */
  readonly visible: readonly number[] = $derived.by(() => {
    const { offset, viewport } = this.#scroll;
    const { height } = this.#layout;
    const length = this.#length();
    const first = Math.max(Math.floor(offset / height) - LINES_BEYOND, 0);
    const end = Math.min(Math.ceil((offset + viewport) / height) + LINES_BEYOND, length);
    const all = Array.from({ length: Math.max(end - first, 0) }, (_, at) => first + at);
    const { line } = this.#view.active;
    if (line >= length || line === HEADER_LINE) return all;
    return line < first ? [line, ...all] : line >= end ? [...all, line] : all;
  });

  /** `length`: how many lines there are. */
  constructor(view: TableView, layout: GridLayout, length: () => number) {
    this.#view = view;
    this.#layout = layout;
    this.#length = length;
    // Another list, or other heights: the same lines stay on view as far as there are any.
    $effect(() => {
      const now = this.#scroll;
      untrack(() => {
        void tick().then(() => {
          const grid = this.#grid;
          if (!grid?.isConnected || now !== this.#scroll) return;
          this.measure();
          grid.scrollTop = now.goTo(view.firstLine * this.#lastHeight);
          this.measure();
        });
      });
    });
  }

  readonly followed: Attachment<HTMLElement> = (element) => {
    this.#grid = element;
    const resized = new ResizeObserver(() => {
      this.measure();
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
    };
  };

  /** Of the element that holds all lines. */
  get bodyHeight(): number {
    return this.#scroll.height;
  }
  /** Lines that are seen at once. */
  get page(): number {
    return Math.max(Math.floor(this.#scroll.viewport / this.#layout.height) - 1, 1);
  }
  get isRtl(): boolean {
    return this.#grid !== undefined && getComputedStyle(this.#grid).direction === 'rtl';
  }

  /** In CSS pixels, from the top of the rows. */
  topOf(line: number): number {
    return line * this.#layout.height - this.#scroll.shift;
  }

  /** Takes over where the element is scrolled to. */
  measure(): void {
    const grid = this.#grid;
    if (!grid) return;
    const header = grid.querySelector('.header')?.clientHeight ?? 0;
    this.#scroll.moved(grid.scrollTop, Math.max(grid.clientHeight - header, 0));
    this.#view.firstLine = this.#scroll.offset / this.#layout.height;
  }

  rest(): void {
    const top = this.#scroll.restingTop();
    if (top === undefined || !this.#grid) return;
    this.#grid.scrollTop = top;
    this.#scroll.rested(this.#grid.scrollTop);
  }

  reveal(line: number): void {
    if (line === HEADER_LINE || !this.#grid) return;
    const { height } = this.#layout;
    const { offset, viewport } = this.#scroll;
    const top = line * height;
    const isAbove = top < offset;
    const isBelow = top + height > offset + viewport;
    if (!isAbove && !isBelow) return;
    this.#grid.scrollTop = this.#scroll.goTo(isAbove ? top : top + height - viewport);
    this.measure();
  }

  /** The cell that Tab goes to takes the focus. */
  async focusActive(): Promise<void> {
    await tick();
    const { line, column } = this.#view.active;
    const cell = this.#grid?.querySelector<HTMLElement>(
      `[data-line="${String(line)}"][data-column="${String(column)}"]`,
    );
    cell?.focus({ preventScroll: line !== HEADER_LINE && column === 0 });
    // Cells are wider than what is seen, so the browser may have scrolled the rows too.
    this.measure();
  }

  /** The same, unless the focus is anywhere else. */
  takeFocus(): void {
    const { activeElement } = document;
    if (
      this.#grid?.isConnected === true &&
      (activeElement === document.body || !activeElement?.isConnected)
    )
      void this.focusActive();
  }
}
