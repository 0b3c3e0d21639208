import type { RecordList } from '../../core/index/record-list.ts';
import { words } from '../../i18n/words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { cellText } from './cell-text.ts';
import { shownColumns } from './columns.ts';
import { copyText, MAX_COPIED, rowsAsText } from './copy-rows.ts';
import type { TableView } from './table-view.svelte.ts';

/** Copies the selected rows of a list, or else the one with the focus, and says what came of it. */
export async function copySelected(
  app: AppState,
  shown: Shown,
  view: TableView,
  { rows: all }: RecordList,
): Promise<void> {
  const { copy } = words.table;
  const selected = view.selection.of(all);
  const focused = view.rowAt?.(view.active.line);
  const rows =
    selected.length > 0 ? selected : Uint32Array.from(focused === undefined ? [] : [focused]);
  if (rows.length === 0) {
    view.said = copy.nothing;
    return;
  }
  if (rows.length > MAX_COPIED) {
    view.said = copy.tooMany(MAX_COPIED);
    return;
  }
  const context = { shown, knownBefore: app.filters.knownBefore };
  const columns = shownColumns(shown, view.columns);
  const text = rowsAsText(
    {
      rows,
      labels: columns.map(({ label }) => label),
      cellsOf: (record) => columns.map((column) => cellText(column, record, context)),
    },
    (page) => shown.records.page(page),
  );
  view.said = copy.working;
  try {
    await copyText(text);
    view.said = copy.done(rows.length);
  } catch {
    view.said = copy.failed;
  }
}
