import type { RecordList } from '../../core/index/record-list.ts';
import type { RecordRef } from '../../core/records/record-ref.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import type { TableColumn } from './columns.ts';
import { copySelected } from './copy-selected.ts';
import { HEADER_LINE, movedBy, type GridCell } from './grid-keys.ts';
import type { GridLayout } from './grid-layout.svelte.ts';
import type { GridScroll } from './grid-scroll.svelte.ts';
import type { TableLines } from './table-lines.ts';
import type { TableView } from './table-view.svelte.ts';

/** Pixels by which a key makes a column wider. */
const KEY_STEP = 16;

/** What the grid shows now. */
export type GridNow = {
  readonly listing: RecordList;
  readonly lines: TableLines;
  readonly columns: readonly TableColumn[];
};

export type GridParts = {
  readonly app: AppState;
  readonly shown: Shown;
  readonly view: TableView;
  readonly layout: GridLayout;
  readonly scroll: GridScroll;
};

/** The cell that an event is about. */
export function cellAt(target: EventTarget | null): GridCell | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : undefined;
  if (!cell) return undefined;
  return { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) };
}

/** What keys and clicks do in the grid: move, sort, select, open and copy. */
export class GridInput {
  readonly #parts: GridParts;
  readonly #now: () => GridNow;
  /** From where Shift selects: the last line that was pressed or reached without it. */
  #anchor = 0;

  constructor(parts: GridParts, now: () => GridNow) {
    this.#parts = parts;
    this.#now = now;
  }

  rowOf(line: number): RecordRef | undefined {
    const { lines, listing } = this.#now();
    const at = lines.at(line);
    return at?.kind === 'row' ? listing.rows[at.position] : undefined;
  }

  sortBy(column: TableColumn | undefined): void {
    if (!column) return;
    const { queries } = this.#parts.shown;
    const { tableSort } = queries;
    const isSame = tableSort?.column === column.key;
    queries.sortedBy =
      isSame && tableSort.isDescending ? undefined : { column: column.key, isDescending: isSame };
    this.#parts.view.firstLine = 0;
  }

  press(event: KeyboardEvent): void {
    const { app, shown, view, layout, scroll } = this.#parts;
    const { columns, listing } = this.#now();
    const { line, column } = view.active;
    const { key, altKey } = event;
    const isControl = event.ctrlKey || event.metaKey;
    const field = columns[column - 1];
    if (altKey && field && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const step = (key === 'ArrowRight') !== scroll.isRtl ? 1 : -1;
      view.columns.resize(field.key, layout.widthOf(field) + step * KEY_STEP);
    } else if (altKey) return;
    else if (key === 'Enter' || key === ' ') {
      if (!this.#activate(event, line, column)) return;
    } else if (isControl && key.toLowerCase() === 'a') view.selection.add(listing.rows);
    else if (isControl && key.toLowerCase() === 'c') {
      if (getSelection()?.isCollapsed === false) return;
      void copySelected(app, shown, view, listing);
    } else if (!this.#move(event)) return;
    event.preventDefault();
  }

  /** Enter and Space; false where nothing is to be done. */
  #activate({ key, shiftKey }: KeyboardEvent, line: number, column: number): boolean {
    const { app, view } = this.#parts;
    const row = this.rowOf(line);
    if (line === HEADER_LINE) {
      if (column === 0) this.#toggleAll();
      else this.sortBy(this.#now().columns[column - 1]);
    } else if (key === 'Enter') {
      if (row !== undefined) void app.selection.openIncident(row);
    } else if (row === undefined) return false;
    else if (shiftKey) this.#extendTo(line);
    else view.selection.toggle(row);
    return true;
  }

  #move(event: KeyboardEvent): boolean {
    const { view, scroll } = this.#parts;
    const { columns, lines } = this.#now();
    const { line } = view.active;
    const size = { lines: lines.length, columns: columns.length + 1, page: scroll.page };
    const to = movedBy(event, view.active, size, scroll.isRtl);
    if (!to) return false;
    if (!event.shiftKey) this.#anchor = to.line;
    view.active = to;
    if (event.shiftKey && to.line !== HEADER_LINE && to.line !== line) this.#extendTo(to.line);
    scroll.reveal(to.line);
    void scroll.focusActive();
    return true;
  }

  click(event: MouseEvent): void {
    const { app, view } = this.#parts;
    const cell = cellAt(event.target);
    if (!cell) return;
    const row = this.rowOf(cell.line);
    view.active = cell;
    if (cell.line === HEADER_LINE) {
      if (cell.column === 0) this.#toggleAll();
      return;
    }
    if (row === undefined) return;
    if (event.shiftKey) {
      this.#extendTo(cell.line);
      return;
    }
    this.#anchor = cell.line;
    if (event.ctrlKey || event.metaKey || cell.column === 0) view.selection.toggle(row);
    // A press that marks a text is no press on the row.
    else if (getSelection()?.isCollapsed !== false) void app.selection.openIncident(row);
  }

  #toggleAll(): void {
    const { selection } = this.#parts.view;
    const { rows } = this.#now().listing;
    if (selection.countIn(rows) === rows.length) selection.clear();
    else selection.add(rows);
  }

  #extendTo(line: number): void {
    const { listing, lines } = this.#now();
    const positions = [this.#anchor, line].map((one) => {
      const at = lines.at(Math.max(one, 0));
      if (at?.kind === 'row') return at.position;
      return at?.section === 'series' ? listing.incidents : listing.incidents + listing.series;
    });
    this.#parts.view.selection.replace(
      listing.rows.subarray(Math.min(...positions), Math.max(...positions) + 1),
    );
  }
}
