import type { RecordRef } from '../../core/records/record-ref.ts';
import { RowMarks } from '../../state/row-marks.svelte.ts';
import { RowSelection } from '../../state/row-selection.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { TableColumns } from '../../state/table-columns.svelte.ts';
import { HEADER_LINE, type GridCell } from './grid-keys.ts';

/** What the table keeps while it is closed. */
export class TableView {
  readonly columns = new TableColumns();
  readonly selection = new RowSelection();
  readonly marks: RowMarks;
  /** The cell that Tab goes to. */
  active = $state.raw<GridCell>({ line: HEADER_LINE, column: 1 });
  /** Of the table along the bottom of the map, in CSS pixels, where the reader chose it. */
  height = $state<number>();
  /** What came of copying. */
  said = $state('');
  /** The row of a line, while the table is open. */
  rowAt: ((line: number) => RecordRef | undefined) | undefined;
  /** Where the list is scrolled to, in lines. */
  firstLine = 0;

  constructor(shown: Shown) {
    this.marks = new RowMarks(shown.queries, () => shown.data);
  }
}

const views = new WeakMap<Shown, TableView>();

/** The one of a page. */
export function tableViewOf(shown: Shown): TableView {
  const known = views.get(shown) ?? new TableView(shown);
  views.set(shown, known);
  return known;
}
