import { untrack } from 'svelte';
import type { Extent, Filter } from '../core/filters/filter.ts';
import type { IncidentCounts } from '../core/index/dataset-index.ts';
import { filterParts, type FilterReason } from '../core/model/hidden-reasons.ts';
import type { SortColumn, SortedBy, SortWords, TableSort } from '../core/index/table-sort.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import type { RecordRef } from '../core/records/record-ref.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { GroupKey } from '../core/url/view-state.ts';
import type { AskedGroup, GroupAnswer, ListRequest } from '../worker/protocol.ts';
import { AskedPlaces } from './asked-places.svelte.ts';
import { AskedList, type ShownList } from './asked-list.svelte.ts';
import { AskedMark } from './asked-mark.svelte.ts';
import { AskedView, type ShownView } from './asked-view.svelte.ts';
import type { Asked, QueryClient } from './query-client.ts';
import type { FacetClient } from './facets.svelte.ts';
import { Records } from './records.svelte.ts';

/** What a group holds, and the filter and window that it was asked for. */
export type FoundGroup = GroupAnswer & {
  readonly filter: Filter;
  readonly window: TimeRange;
};

/** What is asked of the worker: marks, lists and records, and the last answers. */
export class Queries {
  readonly records: Records;
  /** The places that the records of the open mark name, and those of the mark that has a card on the map. */
  readonly groupPlaces: AskedPlaces;
  readonly cardPlaces: AskedPlaces;
  readonly #client: QueryClient;
  readonly #asked: Asked;
  readonly #marks: AskedView;
  readonly #markOfOpen: AskedMark;
  /** The list of the open group, and the whole list that may lie under it. */
  readonly #groupList: AskedList;
  readonly #wholeList: AskedList;
  /** What the reader chose the rows of the table view to be sorted by; undefined: as in the list. */
  sortedBy = $state.raw<SortedBy | undefined>();
  /** Words of the columns that there are, known with the first table. */
  sortWords = $state.raw<(column: SortColumn) => SortWords | undefined>();
  /** How the rows of the table view are sorted. */
  readonly tableSort: TableSort | undefined = $derived.by(() => {
    const words = this.sortedBy && this.sortWords?.(this.sortedBy.column);
    return words && this.sortedBy && { ...this.sortedBy, ...words };
  });

  constructor(counts: IncidentCounts, client: QueryClient, asked: Asked) {
    this.records = new Records(client);
    this.#client = client;
    this.#asked = asked;
    this.#markOfOpen = new AskedMark(client);
    this.#groupList = new AskedList(client);
    this.#wholeList = new AskedList(client);
    const places = () =>
      new AskedPlaces(
        (request, options) => client.markPlaces(request, options),
        (ask, signal) => this.records.ask(ask, signal),
      );
    this.groupPlaces = places();
    this.cardPlaces = places();
    this.#marks = new AskedView(counts, client, asked);
  }

  /** The counts that belong to the marks of `view`. */
  get counted(): IncidentCounts {
    return this.#marks.counted;
  }

  /** Other data, of which these are the counts: marks and lists of the ones before are no answers. */
  replace(counts: IncidentCounts): void {
    this.records.forget();
    this.#marks.replace(counts);
    this.#markOfOpen.close();
    this.#groupList.close();
    this.#wholeList.close();
    this.groupPlaces.close();
    this.cardPlaces.close();
  }

  /** Asks anew whenever filter, camera, resting window or panel have changed; returns how to stop. */
  follow(): () => void {
    return $effect.root(() => {
      $effect(() => {
        void this.askView();
      });
      $effect(() => {
        if (this.#marks.isLeft) untrack(() => void this.askView());
      });
      $effect(() => {
        void this.#askOpenMark();
      });
      $effect(() => {
        void this.askListing();
      });
    });
  }

  get view(): ShownView | undefined {
    return this.#marks.shown;
  }
  /** The records of the open list or group; undefined until they are known. */
  get list(): ShownList | undefined {
    const { group } = this.#asked.panel.state;
    if (!group) return this.#wholeList.shown;
    const { shown } = this.#groupList;
    return shown && JSON.stringify(shown.group) === JSON.stringify(group) ? shown : undefined;
  }
  /** Those of the whole list, whatever of it is open. */
  get wholeList(): ShownList | undefined {
    return this.#wholeList.shown;
  }
  /** The whole list is being asked for anew. */
  get isAskingWholeList(): boolean {
    return this.#wholeList.isAsking;
  }
  /** How far the worker has come with marks that are asked for, 0 to 1; undefined when it is idle. */
  get progress(): number | undefined {
    return this.#marks.progress;
  }
  get #filter(): Filter {
    return this.#asked.filters.filter;
  }
  /** What fields and facets are asked for. */
  get facetClient(): FacetClient {
    return this.#client;
  }
  /** The area that is counted. */
  get extent(): Extent {
    const { filters, camera } = this.#asked;
    return filters.isOnlySeen ? camera.settledBounds : undefined;
  }

  /** Asks for the marks of the view as it is; a newer query cancels the older. */
  askView(): Promise<void> {
    return this.#marks.ask(this.extent);
  }

  /** Asks for what the open list or group holds, at the settled window. */
  async askListing(): Promise<void> {
    const { panel, timeline } = this.#asked;
    const { group, isListOpen } = panel.state;
    const window = timeline.restingSpan;
    const filter = this.#filter;
    if (!group) this.#groupList.close();
    if (!isListOpen && !group) this.#wholeList.close();
    const asked: Promise<void>[] = [];
    if (group) asked.push(this.#groupList.ask({ filter, extent: undefined, window, group }));
    // A table may be seen next to the group.
    if (isListOpen && (panel.isTable || !group)) {
      const sort = panel.isTable ? this.tableSort : undefined;
      const request = { filter, extent: this.extent, window, group: undefined };
      asked.push(this.#wholeList.ask(request, sort));
    }
    await Promise.all(asked);
  }

  /** How far the worker has come with the order of the table view, 0 to 1. */
  get sortProgress(): number | undefined {
    return this.#wholeList.progress;
  }

  /** The numbers of the marks of a view that hold some incidents. */
  rowMarks(
    { filter, view }: ShownView,
    rows: readonly RecordRef[],
    signal: AbortSignal,
  ): Promise<Uint32Array> {
    const query = { filter, zoom: view.zoom, rows: Uint32Array.from(rows) };
    return this.records.ask((options) => this.#client.rowMarks(query, options), signal);
  }

  /** Asks which of the marks holds the open record. */
  async #askOpenMark(): Promise<void> {
    const { record } = this.#asked.panel;
    if (!record) this.#markOfOpen.close();
    else if (this.view) await this.#markOfOpen.ask(this.view, record);
  }

  /** What the whole list holds at the settled window. */
  get wholeListRequest(): ListRequest {
    const window = this.#asked.timeline.restingSpan;
    return { filter: this.#filter, extent: this.extent, window, group: undefined };
  }

  /** What of a filter leaves a record out, whatever the window and the layers. */
  async filteredBy(
    { row, span }: IncidentRecord,
    filter: Filter,
    signal?: AbortSignal,
  ): Promise<readonly FilterReason[]> {
    const parts = await Promise.all(
      filterParts(filter).map(async ([reason, part]) => {
        const request = { filter: part, extent: undefined, window: span, group: undefined };
        const list = await this.#client.list(request, { signal });
        return list?.rows.includes(row) ? [] : [reason];
      }),
    );
    return parts.flat();
  }

  /** What a group holds in a window; undefined when the filter leaves nothing of it. */
  async findGroup(
    group: AskedGroup,
    window: TimeRange,
    signal?: AbortSignal,
    filter: Filter = this.#filter,
  ): Promise<FoundGroup | undefined> {
    const request = { filter, window, group };
    const found = await this.records.ask((options) => this.#client.group(request, options), signal);
    return found && { ...found, filter, window };
  }

  /** Takes over what was found of a group that is about to open, so that nothing is asked for twice. */
  adopt({ filter, window, group, list, records, mark }: FoundGroup): void {
    this.records.keep(records);
    this.#groupList.adopt({ filter, extent: undefined, window, group }, list);
    this.#marks.select(group, filter, mark);
  }

  /** The mark of the view that holds the record which names the open group. */
  markOf(group: GroupKey): number | undefined {
    return this.#marks.markOf(group);
  }

  /** The mark of the view that holds the open record. */
  get markOfOpenRecord(): number | undefined {
    const { record } = this.#asked.panel;
    return this.view && record && this.#markOfOpen.in(this.view, record);
  }
}
