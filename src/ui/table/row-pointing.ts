import type { RecordRef } from '../../core/records/record-ref.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { HoverTarget } from '../../state/hovered.svelte.ts';
import type { RowMarks } from '../../state/row-marks.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** A pointer, or a key that is held, passes many rows: the map shows the one that it rests on. */
const REST_MILLISECONDS = 80;

const NONE: ReadonlySet<RecordRef> = new Set();

/** Links rows with marks: a row that is pointed at shows its mark, and a mark its rows. */
export class RowPointing {
  readonly #app: AppState;
  readonly #shown: Shown;
  readonly #marks: RowMarks;
  /** What a row has set, and nothing else may be taken back. */
  #set: HoverTarget | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  constructor(app: AppState, shown: Shown, marks: RowMarks) {
    this.#app = app;
    this.#shown = shown;
    this.#marks = marks;
  }

  /** These rows are on screen. */
  follow(rows: readonly RecordRef[]): void {
    const { view } = this.#shown;
    if (view && rows.length > 0) void this.#marks.ask(view, rows);
  }

  /** Those of some rows whose mark is pointed at on the map. */
  linked(rows: readonly RecordRef[]): ReadonlySet<RecordRef> {
    const { target } = this.#app.hovered;
    const { view } = this.#shown;
    if (target?.kind !== 'mark' || target.isOfTable || !view) return NONE;
    const mark = view.view.marks.row.indexOf(target.row);
    return new Set(rows.filter((row) => mark !== -1 && this.#marks.in(view, row) === mark));
  }

  /** A row is pointed at, or has the focus: its mark, or its area, is shown on the map. */
  point(row: RecordRef | undefined): void {
    clearTimeout(this.#resting);
    if (row === undefined) this.leave();
    else
      this.#resting = setTimeout(() => {
        this.#show(row);
      }, REST_MILLISECONDS);
  }

  #show(row: RecordRef): void {
    const { view } = this.#shown;
    if (!view) return;
    const at = this.#marks.in(view, row);
    const first = at === undefined ? undefined : view.view.marks.row[at];
    const area = this.#shown.records.at(row)?.area;
    if (first !== undefined) this.#put({ kind: 'mark', row: first, isOfTable: true });
    else if (area !== undefined) this.#put({ kind: 'area', name: area });
    else this.leave();
  }

  #put(target: HoverTarget): void {
    this.#set = target;
    this.#app.hovered.set(target);
  }

  /** No row is pointed at any more. */
  leave(): void {
    clearTimeout(this.#resting);
    if (this.#set && this.#app.hovered.target === this.#set) this.#app.hovered.set(undefined);
    this.#set = undefined;
  }
}
