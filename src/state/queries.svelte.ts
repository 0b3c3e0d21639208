import { untrack } from 'svelte';
import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import type { IncidentCounts } from '../core/index/dataset-index.ts';
import { EMPTY_RECORD_LIST, type RecordList } from '../core/index/record-list.ts';
import type { MarkNames, MarkNamesQuery, MarkView } from '../core/index/mark-view.ts';
import { levelOf } from '../core/layout/zoom-level.ts';
import { filterKey, type Filter, type Extent } from '../core/filters/filter.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import { surrounds, widened, type Bounds } from '../core/place/bounds.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { GroupKey } from '../core/url/view-state.ts';
import type { Ask } from '../worker/worker-client.ts';
import type {
  AskedGroup,
  GroupAnswer,
  GroupRequest,
  ListRequest,
  ViewAnswer,
  ViewRequest,
} from '../worker/protocol.ts';
import type { MapCamera } from './camera.svelte.ts';
import type { Filters } from './filters.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { Environment } from '../io/environment.ts';
import { Records, type RecordClient } from './records.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Questions about open data; the worker answers them. */
export type QueryClient = RecordClient & {
  readonly view: Ask<ViewRequest, ViewAnswer>;
  readonly markNames: Ask<MarkNamesQuery, MarkNames>;
  readonly list: Ask<ListRequest, RecordList | undefined>;
  readonly group: Ask<GroupRequest, GroupAnswer | undefined>;
};

/** What is asked about. */
export type Asked = {
  readonly filters: Filters;
  readonly timeline: Timeline;
  readonly camera: MapCamera;
  readonly panel: Panel;
  readonly afterPainting: Environment['afterPainting'];
};

/** A listing, and what it was asked for. */
export type ShownList = {
  readonly listing: RecordList;
  readonly window: TimeRange;
  readonly group: GroupKey | undefined;
};

/** Marks of one moment: all of it follows from one filter, and counts any window. */
export type ShownView = {
  readonly view: MarkView;
  /** The window that positions and details were asked for. */
  readonly window: TimeRange;
  readonly filter: Filter;
};

/** What a group holds, and the filter and window that it was asked for. */
export type FoundGroup = GroupAnswer & {
  readonly filter: Filter;
  readonly window: TimeRange;
};

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

const FIRST_ZOOM = 7;
/** The marks of this much more map, on each side, are loaded before the map is moved there. */
const EXTENT_MARGIN = 0.5;

/** One listing that is asked for again and again; a newer query cancels the older. */
class AskedList {
  readonly #options: QueryClient;
  #shown = $state.raw<ShownList | undefined>();
  #askedFor = '';
  readonly #latest = new LatestRequest();

  constructor(options: QueryClient) {
    this.#options = options;
  }

  get shown(): ShownList | undefined {
    return this.#shown;
  }

  static #keyOf({ filter, extent, window, group }: ListRequest): string {
    return keyOf(filterKey(filter), extent, window, group);
  }

  /** Takes the answer to a request that need not be sent any more. */
  adopt(request: ListRequest, listing: RecordList): void {
    this.#latest.cancel();
    this.#askedFor = AskedList.#keyOf(request);
    this.#shown = { listing, window: request.window, group: request.group };
  }

  async ask(request: ListRequest): Promise<void> {
    const { window, group } = request;
    const askedFor = AskedList.#keyOf(request);
    if (askedFor === this.#askedFor) return;
    this.#askedFor = askedFor;
    try {
      const listing = await this.#latest.run((signal) => this.#options.list(request, { signal }));
      this.#shown = { listing: listing ?? EMPTY_RECORD_LIST, window, group };
    } catch (cause) {
      if (!isAbortError(cause)) this.#askedFor = '';
      throw cause;
    }
  }

  close(): void {
    this.#latest.cancel();
    this.#askedFor = '';
    this.#shown = undefined;
  }
}

/** What is asked of the worker: marks, lists and records, and the last answers. */
export class Queries {
  readonly records: Records;
  readonly #client: QueryClient;
  readonly #asked: Asked;
  #view = $state.raw<ShownView | undefined>();
  #counted: IncidentCounts;
  /** The list of the open group, and the whole list that may lie under it. */
  readonly #groupList: AskedList;
  readonly #wholeList: AskedList;
  #progress = $state.raw<number | undefined>();
  /** Text and extent that `#counted` counts. */
  #countedFor = keyOf('', undefined);
  /** What marks were last asked for: the same query is not sent twice. */
  #viewFor = '';
  readonly #latestView = new LatestRequest();
  /** The query for marks that is under way. */
  #pendingView: Pick<ViewRequest, 'extent' | 'selectedId'> | undefined;
  /** The mark of `view` that holds a record, by its id; undefined where none does. */
  #selected = $state.raw<{ readonly id: string | undefined; readonly mark: number | undefined }>();

  constructor(counts: IncidentCounts, client: QueryClient, asked: Asked) {
    this.records = new Records(client);
    this.#client = client;
    this.#asked = asked;
    this.#groupList = new AskedList(client);
    this.#wholeList = new AskedList(client);
    this.#counted = $state.raw(counts);
  }

  /** The counts that belong to the marks of `view`. */
  get counted(): IncidentCounts {
    return this.#counted;
  }

  /** Other data, of which these are the counts: marks and lists of the ones before are no answers. */
  replace(counts: IncidentCounts): void {
    this.records.forget();
    this.#counted = counts;
    this.#countedFor = keyOf('', undefined);
    this.#view = undefined;
    this.#selected = undefined;
    this.#viewFor = '';
    this.#latestView.cancel();
    this.#endQuery();
    this.#groupList.close();
    this.#wholeList.close();
  }

  /** Asks anew whenever filter, camera, resting window or panel have changed; returns how to stop. */
  follow(): () => void {
    return $effect.root(() => {
      $effect(() => {
        void this.askView();
      });
      $effect(() => {
        if (this.#isBeyond(this.#view?.view.extent)) untrack(() => void this.askView());
      });
      $effect(() => {
        void this.askListing();
      });
    });
  }

  get view(): ShownView | undefined {
    return this.#view;
  }
  /** The records of the open list or group; undefined until they are known. */
  get list(): ShownList | undefined {
    const { group } = this.#asked.panel.state;
    if (!group) return this.#wholeList.shown;
    const { shown } = this.#groupList;
    return shown && keyOf(shown.group) === keyOf(group) ? shown : undefined;
  }
  /** How far the worker has come with marks that are asked for, 0 to 1; undefined when it is idle. */
  get progress(): number | undefined {
    return this.#progress;
  }
  get #filter(): Filter {
    return this.#asked.filters.filter;
  }
  get #seen(): Extent {
    const { filters, camera } = this.#asked;
    return filters.isOnlySeen ? camera.settledBounds : undefined;
  }

  /** Asks for the marks of the view as it is; a newer query cancels the older. */
  async askView(): Promise<void> {
    const { camera, timeline, panel } = this.#asked;
    const { group } = panel.state;
    const filter = this.#filter;
    const seen = this.#seen;
    const window = timeline.restingSpan;
    const zoom = levelOf(camera.now?.zoom ?? FIRST_ZOOM);
    const held = group?.kind === 'mark' ? group.incident : undefined;
    const countedFor = keyOf(filter.text, seen);
    // Marks that were asked for before the map had opened know no extent.
    const isMapOpen = camera.bounds !== undefined;
    const viewFor = keyOf(filterKey(filter), countedFor, window, zoom, isMapOpen);
    const bounds = untrack(() => camera.bounds);
    if (viewFor === this.#viewFor && untrack(() => this.#isAnswered(held))) return;
    this.#viewFor = viewFor;
    const extent = bounds && widened(bounds, EXTENT_MARGIN);
    this.#pendingView = { extent, selectedId: held };
    // What is switched off is taken out at once; the other marks for it can wait for that frame.
    const isShownFirst = this.#isOnlyNarrowed(filter) && countedFor === this.#countedFor;
    const counting = countedFor === this.#countedFor ? undefined : { seen };
    const request = { filter, zoom, extent, window, selectedId: held, countsIn: counting };
    try {
      const { view, counts: counted } = await this.#latestView.run(async (signal) => {
        if (isShownFirst) await this.#painted(signal);
        return await this.#client.view(request, {
          signal,
          onProgress: (part) => {
            this.#progress = part;
          },
        });
      });
      this.#view = { view, window, filter };
      this.#selected = { id: held, mark: view.markOfSelected };
      if (counted) this.#counted = counted;
      this.#countedFor = countedFor;
    } catch (cause) {
      if (isAbortError(cause)) throw cause;
      this.#viewFor = '';
      this.#endQuery();
      throw cause;
    }
    this.#endQuery();
  }

  /** Whether the marks that are shown, or asked for, cover the map and say which one holds a record. */
  #isAnswered(selectedId: string | undefined): boolean {
    const { extent, selectedId: known } = this.#pendingView ?? {
      extent: this.#view?.view.extent,
      selectedId: this.#selected?.id,
    };
    return !this.#isBeyond(extent) && (selectedId === undefined || selectedId === known);
  }

  #endQuery(): void {
    this.#pendingView = undefined;
    this.#progress = undefined;
  }

  /** Whether the marks on screen were asked for with the same layers and more. */
  #isOnlyNarrowed({ hidden }: Filter): boolean {
    const shown = untrack(() => this.#view?.filter.hidden);
    return (
      shown !== undefined && hidden.size > shown.size && [...shown].every((one) => hidden.has(one))
    );
  }

  /** Resolves when the page has shown what it looks like now. */
  #painted(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.#asked.afterPainting(0, resolve);
      signal.addEventListener('abort', () => {
        stop();
        reject(signal.reason as DOMException);
      });
    });
  }

  /** True when the map has been moved beyond an extent. */
  #isBeyond(extent: Bounds | undefined): boolean {
    const { bounds } = this.#asked.camera;
    return extent !== undefined && bounds !== undefined && !surrounds(extent, bounds);
  }

  /** Asks for what the open list or group holds, at the settled window. */
  async askListing(): Promise<void> {
    const { panel, timeline } = this.#asked;
    const { group, isListOpen } = panel.state;
    const list = group ? this.#groupList : this.#wholeList;
    if (!group) this.#groupList.close();
    if (!group && !isListOpen) {
      this.#wholeList.close();
      return;
    }
    const window = timeline.restingSpan;
    const filter = this.#filter;
    await list.ask({ filter, extent: group ? undefined : this.#seen, window, group });
  }

  /** What the whole list holds at the settled window. */
  get wholeListRequest(): ListRequest {
    const window = this.#asked.timeline.restingSpan;
    return { filter: this.#filter, extent: this.#seen, window, group: undefined };
  }

  /** Whether a search finds a record, whatever the window and the layers. */
  async isFound(
    { row, span }: IncidentRecord,
    text: string,
    signal?: AbortSignal,
  ): Promise<boolean> {
    if (text === '') return true;
    const filter = { hidden: new Set<string>(), text };
    const request = { filter, extent: undefined, window: span, group: undefined };
    return (await this.#client.list(request, { signal }))?.rows.includes(row) ?? false;
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
    const current = this.#view;
    const isOfView =
      group.kind === 'mark' &&
      current?.view.zoom === levelOf(group.zoom) &&
      filterKey(current.filter) === filterKey(filter);
    if (!isOfView || mark === undefined) return;
    const at = current.view.marks.number.indexOf(mark);
    this.#selected = { id: group.incident, mark: at === -1 ? undefined : at };
  }

  /** The mark of the view that holds the record which names the open group. */
  markOf(group: GroupKey): number | undefined {
    const isKnown = group.kind === 'mark' && this.#selected?.id === group.incident;
    return isKnown ? this.#selected?.mark : undefined;
  }
}
