import { untrack } from 'svelte';
import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import {
  EMPTY_FILTER,
  filterKey,
  hiddenLayers,
  queryKey,
  type Extent,
  type Filter,
} from '../core/filters/filter.ts';
import type { IncidentCounts } from '../core/index/dataset-index.ts';
import type { MarkView } from '../core/index/mark-view.ts';
import { levelOf } from '../core/layout/zoom-level.ts';
import { surrounds, widened, type Bounds } from '../core/place/bounds.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { RecordName } from '../core/records/record-ref.ts';
import type { GroupKey } from '../core/url/view-state.ts';
import type { ViewRequest } from '../worker/protocol.ts';
import type { Asked, QueryClient } from './query-client.ts';

/** Marks of one moment: all of it follows from one filter, and counts any window. */
export type ShownView = {
  readonly view: MarkView;
  /** The window that positions and details were asked for. */
  readonly window: TimeRange;
  readonly filter: Filter;
};

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

/** The record that names a group. */
const recordOf = (group: GroupKey): RecordName | undefined =>
  group.kind === 'mark' ? { id: group.incident, dataset: group.dataset } : undefined;

const isSame = (a: RecordName, b: RecordName | undefined): boolean =>
  a.id === b?.id && a.dataset === b.dataset;

/** What the counts that come with opened data count. */
const OPENED_WITH = keyOf('target', queryKey(EMPTY_FILTER), undefined);

const FIRST_ZOOM = 7;
/** The marks of this much more map, on each side, are loaded before the map is moved there. */
const EXTENT_MARGIN = 0.5;

/** The marks that are asked for again and again, and the counts that belong to them. */
export class AskedView {
  readonly #client: Pick<QueryClient, 'view'>;
  readonly #asked: Asked;
  #shown = $state.raw<ShownView | undefined>();
  #counted: IncidentCounts;
  #progress = $state.raw<number | undefined>();
  /** Scheme, text and extent that `#counted` counts. */
  #countedFor = OPENED_WITH;
  /** What marks were last asked for: the same query is not sent twice. */
  #askedFor = '';
  readonly #latest = new LatestRequest();
  /** The query that is under way. */
  #pending: Pick<ViewRequest, 'extent' | 'selected'> | undefined;
  /** The mark that holds a record; undefined where none does. */
  #selected = $state.raw<{
    readonly record: RecordName | undefined;
    readonly mark: number | undefined;
  }>();

  constructor(counts: IncidentCounts, client: Pick<QueryClient, 'view'>, asked: Asked) {
    this.#client = client;
    this.#asked = asked;
    this.#counted = $state.raw(counts);
  }

  get shown(): ShownView | undefined {
    return this.#shown;
  }
  get counted(): IncidentCounts {
    return this.#counted;
  }
  /** 0 to 1; undefined when nothing is under way. */
  get progress(): number | undefined {
    return this.#progress;
  }
  /** The map was moved to where marks of `shown` may be missing. */
  get isLeft(): boolean {
    return this.#isBeyond(this.#shown?.view.extent);
  }

  /** Other data, of which these are the counts. */
  replace(counts: IncidentCounts): void {
    this.#counted = counts;
    this.#countedFor = OPENED_WITH;
    this.#shown = undefined;
    this.#selected = undefined;
    this.#askedFor = '';
    this.#latest.cancel();
    this.#endQuery();
  }

  /** Asks for the marks as they must be now, with counts where `seen` or what is counted is new. */
  async ask(seen: Extent): Promise<void> {
    const { filters, coloring, camera, timeline, panel } = this.#asked;
    const { scheme } = coloring;
    const { group } = panel.state;
    const { filter } = filters;
    const window = timeline.restingSpan;
    const zoom = levelOf(camera.now?.zoom ?? FIRST_ZOOM);
    const held = group && recordOf(group);
    const countedFor = keyOf(scheme, queryKey(filter), seen);
    // Marks that were asked for before the map had opened know no extent.
    const isMapOpen = camera.bounds !== undefined;
    const askedFor = keyOf(filterKey(filter), countedFor, window, zoom, isMapOpen);
    const bounds = untrack(() => camera.bounds);
    if (askedFor === this.#askedFor && untrack(() => this.#isAnswered(held))) return;
    this.#askedFor = askedFor;
    const extent = bounds && widened(bounds, EXTENT_MARGIN);
    this.#pending = { extent, selected: held };
    // What is switched off is taken out at once; the other marks for it can wait for that frame.
    const isShownFirst = this.#isOnlyNarrowed(filter) && countedFor === this.#countedFor;
    const counting = countedFor === this.#countedFor ? undefined : { seen };
    const request = { filter, zoom, extent, window, scheme, selected: held, countsIn: counting };
    try {
      const { view, counts: counted } = await this.#latest.run(async (signal) => {
        if (isShownFirst) await this.#painted(signal);
        return await this.#client.view(request, {
          signal,
          onProgress: (part) => {
            this.#progress = part;
          },
        });
      });
      this.#shown = { view, window, filter };
      this.#selected = { record: held, mark: view.markOfSelected };
      if (counted) this.#counted = counted;
      this.#countedFor = countedFor;
    } catch (cause) {
      if (isAbortError(cause)) throw cause;
      this.#askedFor = '';
      this.#endQuery();
      throw cause;
    }
    this.#endQuery();
  }

  /** Whether the marks that are shown, or asked for, cover the map and say which one holds a record. */
  #isAnswered(record: RecordName | undefined): boolean {
    const { extent, selected: known } = this.#pending ?? {
      extent: this.#shown?.view.extent,
      selected: this.#selected?.record,
    };
    return !this.#isBeyond(extent) && (record === undefined || isSame(record, known));
  }

  #endQuery(): void {
    this.#pending = undefined;
    this.#progress = undefined;
  }

  /** Whether the marks on screen were asked for with the same layers and more. */
  #isOnlyNarrowed(filter: Filter): boolean {
    const hidden = hiddenLayers(filter);
    const before = untrack(() => this.#shown?.filter);
    const shown = before && hiddenLayers(before);
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

  /** Takes over which mark a group is, by its number, where the marks are those of its zoom and filter. */
  select(group: GroupKey, filter: Filter, number: number | undefined): void {
    const { view, filter: shownFilter } = this.#shown ?? {};
    if (group.kind === 'area' || number === undefined || !view || !shownFilter) return;
    const isSameLevel = view.zoom === levelOf(group.zoom);
    if (!isSameLevel || filterKey(shownFilter) !== filterKey(filter)) return;
    const at = view.marks.number.indexOf(number);
    this.#selected = { record: recordOf(group), mark: at === -1 ? undefined : at };
  }

  /** The mark that holds the record which names a group; undefined where that is not known. */
  markOf(group: GroupKey): number | undefined {
    const record = recordOf(group);
    return record && isSame(record, this.#selected?.record) ? this.#selected?.mark : undefined;
  }
}
