import type { GroupRows } from '../../core/index/incident-index.ts';
import { recordListBuffers, recordListOf, type RecordList } from '../../core/index/record-list.ts';
import { markViewBuffers } from '../../core/index/mark-view.ts';
import { isInMemory, recordedAt, rowOfId } from '../../core/records/contents.ts';
import type { Row } from '../../core/records/incident-table.ts';
import type { Task } from '../../core/base/task.ts';
import type { GroupKey } from '../../core/url/view-state.ts';
import type { OpenDatasets } from '../open-datasets.ts';
import type { Requests, ListRequest } from '../protocol.ts';
import { type HandlersOf, type Handled, countedBuffers } from './handled.ts';
import type { ImportModule } from './import.ts';

/** Answers the page's questions about the data sets that are on. */
export class QueryHandlers implements HandlersOf<
  'view' | 'list' | 'records' | 'find' | 'sizes' | 'exportRows'
> {
  readonly #datasets: OpenDatasets;
  readonly #module: () => ImportModule;

  constructor(datasets: OpenDatasets, module: () => ImportModule) {
    this.#datasets = datasets;
    this.#module = module;
  }

  async exportRows(
    request: Requests['exportRows']['input'],
    task: Task,
  ): Promise<Handled<Requests['exportRows']['output']>> {
    const { table } = this.#datasets.index;
    const listing = await this.#listing(request, task);
    const setNames = new Map(this.#datasets.all.map(({ number, name }) => [number, name]));
    const rows = listing?.rows ?? new Uint32Array(0);
    const blob = await this.#module().rowsTable(table, rows, setNames, task);
    return { output: blob, move: [] };
  }

  async view(
    request: Requests['view']['input'],
    task: Task,
  ): Promise<Handled<Requests['view']['output']>> {
    const { filter, selectedId: held, countsIn: counting, ...where } = request;
    const { index } = this.#datasets;
    const row = held === undefined ? undefined : rowOfId(index.table, held);
    const counted = counting ? await index.counted(filter.text, counting.seen, task) : undefined;
    const view = await index.view(filter, { ...where, selectedRow: row }, task);
    return {
      output: { view, counts: counted },
      move: [...markViewBuffers(view), ...(counted ? countedBuffers(counted) : [])],
    };
  }

  async list(
    request: Requests['list']['input'],
    task: Task,
  ): Promise<Handled<Requests['list']['output']>> {
    const listing = await this.#listing(request, task);
    return { output: listing, move: listing ? recordListBuffers(listing) : [] };
  }

  async #listing(
    { filter, extent: seen, window, group: asked }: ListRequest,
    task: Task,
  ): Promise<RecordList | undefined> {
    const { index } = this.#datasets;
    const group = asked && this.#rowsOf(asked);
    const isLost =
      group === 'nothing' ||
      (group?.kind === 'mark' && !(await index.passes(filter, group.row, task)));
    if (isLost) return undefined;
    const flags = await index.listed(filter, seen, group, task);
    if (group && !flags.includes(1)) return undefined;
    const named = await index.placesNamed(filter.text, task);
    const { place } = index.table;
    const isNamed = named && ((row: Row): boolean => named[place[row] ?? 0] === 1);
    return recordListOf(index.table, window, (row) => flags[row] === 1, isNamed, task);
  }

  records(rows: Requests['records']['input']): Handled<Requests['records']['output']> {
    const { table } = this.#datasets.index;
    return { output: rows.flatMap((row) => recordedAt(table, row) ?? []), move: [] };
  }

  find(id: Requests['find']['input']): Handled<Requests['find']['output']> {
    const { table } = this.#datasets.index;
    const row = rowOfId(table, id);
    return { output: row === undefined ? undefined : recordedAt(table, row), move: [] };
  }

  sizes(): Handled<Requests['sizes']['output']> {
    return { output: this.#datasets.index.bytes, move: [] };
  }

  /**
   * Work that nobody waits for yet: what the first search will need. Not of files, which would all be
   * read once more, and their words kept, for a search that may never come.
   */
  async prepare(task: Task): Promise<void> {
    const { index } = this.#datasets;
    if (isInMemory(index.table)) await index.prepareSearch(task);
  }

  #rowsOf(group: GroupKey): GroupRows | 'nothing' {
    const { table } = this.#datasets.index;
    if (group.kind === 'area') {
      const area = table.places.areas.indexOf(group.name);
      return area === -1 ? 'nothing' : { kind: 'area', area };
    }
    const row = rowOfId(table, group.incident);
    return row === undefined ? 'nothing' : { kind: 'mark', zoom: group.zoom, row };
  }
}
