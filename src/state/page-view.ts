import type { Clause } from '../core/filters/clause.ts';
import { hiddenLayers, withClause, withoutKind, type Filter } from '../core/filters/filter.ts';
import { columnOfField } from '../core/fields/field-key.ts';
import type { SortedBy } from '../core/index/table-sort.ts';
import { unlessCancelled } from '../core/base/latest-request.ts';
import { isArea } from '../core/place/place.ts';
import { checkedReport } from '../core/records/incident-record.ts';
import { TARGETS } from '../core/records/incident.ts';
import { datasetOfRowId } from '../core/records/imported-row.ts';
import { isoText } from '../core/time/minute.ts';
import { openingWindow } from '../core/time/opening-window.ts';
import { MIN_WINDOW } from '../core/time/stride.ts';
import { cutTo, overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import { writeCompared } from '../core/url/compared-text.ts';
import type { InvalidParameter } from '../core/url/invalid-parameter.ts';
import { isPublicClause } from '../core/url/public-clause.ts';
import {
  CLOSED_PANEL,
  type Camera,
  type PanelState,
  type ViewState,
} from '../core/url/view-state.ts';
import type { Coloring } from './coloring.svelte.ts';
import type { Comparing } from './comparing.svelte.ts';
import type { Datasets } from './datasets.svelte.ts';
import type { Dock } from './dock.svelte.ts';
import type { FilterChange } from './filters.svelte.ts';
import type { Drawing } from './drawing.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Selectable } from './selection.ts';
import type { RequestedView, ResolvedView, SyncedState } from './url-sync.svelte.ts';

/** What a view is made of. */
export type ViewedPage = Selectable & {
  readonly coloring: Coloring;
  readonly comparing: Comparing;
  readonly datasets: Datasets;
  readonly dock: Dock;
  readonly drawing?: Pick<Drawing, 'editing'> | undefined;
  readonly notices: Notices;
};

/** A filter that hides these layers. */
function hiding(filter: Filter, hidden: readonly string[]): Filter {
  const others = withoutKind(filter, 'layers');
  return hidden.length === 0
    ? others
    : withClause(others, { kind: 'layers', field: 'layer', hidden });
}

/** The view of the page that a link names: what it is now, and how one from a link is restored. */
export class PageView implements SyncedState {
  readonly #page: ViewedPage;
  /** The view of a link that also loads data, until these are open: it may name their rows. */
  #linked: RequestedView | undefined;

  constructor(page: ViewedPage) {
    this.#page = page;
  }

  /** All that a link brings back. */
  get view(): ViewState {
    const { coloring, comparing, timeline, camera, dock } = this.#page;
    return {
      window: timeline.isWhole ? undefined : timeline.span,
      compared: comparing.chosen,
      mode: timeline.mode,
      filter: this.#linkableFilter,
      scheme: coloring.scheme,
      camera: camera.chosenByReader,
      panel: this.#linkablePanel,
      sort: this.#linkableSort,
      dock: dock.shown,
    };
  }

  /** What a link may say of the panel: rows of a reader's own file are nobody else's. */
  get #linkablePanel(): PanelState {
    const { state } = this.#page.panel;
    const { incident, group } = state;
    const name = group?.kind === 'mark' ? group.place : group?.name;
    const isPublicName = name === undefined || !this.#hasLocal || this.#isOurArea(name);
    const isOwnGroup = group?.kind === 'mark' ? this.#isOwn(group.incident) : !isPublicName;
    if (this.#isOwn(incident) || isOwnGroup)
      return { ...CLOSED_PANEL, isListOpen: state.isListOpen, isTable: state.isTable };
    return isPublicName || group?.kind !== 'mark'
      ? state
      : { ...state, group: { ...group, place: undefined } };
  }

  /** The order of the open table, unless a column of a file says it. */
  get #linkableSort(): SortedBy | undefined {
    const { panel, shown } = this.#page;
    const sortedBy = shown?.queries.sortedBy;
    const isOfFile = sortedBy && columnOfField(sortedBy.column) !== undefined;
    return panel.isTable && !isOfFile ? sortedBy : undefined;
  }

  #isOwn(id: string | undefined): boolean {
    const dataset = id === undefined ? undefined : datasetOfRowId(id);
    return dataset !== undefined && !this.#page.datasets.isLinked(dataset);
  }

  /** Rows of a reader's own file are on the map. */
  get #hasLocal(): boolean {
    return this.#page.datasets.localOn.length > 0;
  }

  /** A name that the page's own data have: any other may be a cell of a reader's file. */
  #isOurArea(name: string): boolean {
    return this.#page.shown?.data.areas.some((area) => area.name === name) === true;
  }

  get cameraNow(): Camera | undefined {
    return this.#page.camera.now;
  }
  get isMoving(): boolean {
    const { timeline, playback, comparing, drawing } = this.#page;
    const isOtherMoving = comparing.current?.second.isMoving === true;
    return (
      timeline.isMoving ||
      playback.isPlaying ||
      isOtherMoving ||
      drawing?.editing?.isMoving === true
    );
  }
  get isReadingOn(): boolean {
    return this.#page.panel.isReadingOn;
  }
  get filterChange(): FilterChange | undefined {
    return this.#page.filters.lastChange;
  }
  notifyUnread(parts: readonly InvalidParameter[]): void {
    const { notices } = this.#page;
    notices.withdraw('address-parts');
    notices.notify({ kind: 'address-parts', parts });
  }

  /** Clauses that a link may hold: none that may say what a reader's own file says. */
  #isLinkable(clause: Clause): boolean {
    return (
      (!this.#hasLocal && !this.#page.filters.isLocal(clause)) ||
      isPublicClause(clause, (name) => this.#isOurArea(name))
    );
  }

  /** The filter of the page as a link has it: of its layers those of our own data. */
  get #linkableFilter(): Filter {
    const { clauses, hidden } = this.#page.filters;
    const off = TARGETS.filter((target) => hidden.has(target));
    return hiding(clauses, off).filter((clause) => this.#isLinkable(clause));
  }

  /** The filter of a view, and what the reader asked for that no link can name. */
  #filterWith({ filter }: ViewState): Filter {
    const { clauses, hidden } = this.#page.filters;
    const own = [...hidden].filter((key) => !TARGETS.some((one) => one === key));
    const kept = clauses.filter((clause) => !this.#isLinkable(clause));
    const all = kept.reduce((sum, clause) => withClause(sum, clause), filter);
    return hiding(all, [...hiddenLayers(filter), ...own]);
  }

  /** The window of the timeline once a view is restored. */
  #windowOf({ window }: ViewState): TimeRange {
    const { limits } = this.#page.timeline;
    return window && overlaps(window, limits) ? cutTo(window, limits, MIN_WINDOW) : limits;
  }

  /** What is then shown of time. */
  #spanOf(view: ViewState): TimeRange {
    const { from, to } = this.#windowOf(view);
    return { from: view.mode === 'window' ? from : this.#page.timeline.limits.from, to };
  }

  /** A view with the window in which a record is opened; the same one where its own window does. */
  #atTimeOf(span: TimeRange, view: ViewState): ViewState {
    const before = this.#windowOf(view);
    const { limits } = this.#page.timeline;
    const window = openingWindow(before, span, limits, view.mode === 'cumulative');
    return sameRange(before, window) ? view : { ...view, window };
  }

  /** Looks up what a view's panel names in the data. */
  async resolve(
    { view: requested, isLink }: RequestedView,
    signal?: AbortSignal,
  ): Promise<ResolvedView> {
    const { shown } = this.#page;
    const nothing = { windowBefore: undefined, place: undefined, opened: undefined, unknown: [] };
    if (!shown) return { ...nothing, view: requested };
    const unknown: InvalidParameter[] = [];
    const { isListOpen, isTable, group: asked, incident: id, dataset, report } = requested.panel;
    // Where other data are shown meanwhile, they do not have it.
    const found =
      id === undefined
        ? undefined
        : await unlessCancelled(shown.records.find({ id, dataset }, signal));
    signal?.throwIfAborted();
    const view = isLink && found ? this.#atTimeOf(found.span, requested) : requested;
    const windowBefore = view === requested ? undefined : this.#windowOf(requested);
    const reported = found?.reports.kind === 'checked';
    // Rows of linked data can be looked up only when these are open.
    const isAwaited = id !== undefined && datasetOfRowId(id) !== undefined && this.#linked;
    if (id !== undefined && !found && !isAwaited) unknown.push({ part: 'id', text: id });
    const filter = this.#page.filters.askedOf(this.#filterWith(view));
    const window = this.#spanOf(view);
    const opened =
      asked && (await unlessCancelled(shown.queries.findGroup(asked, window, signal, filter)));
    signal?.throwIfAborted();
    const group = opened?.group;
    if (asked && !group)
      unknown.push({ part: 'group', text: asked.kind === 'area' ? asked.name : asked.incident });
    const hasQuote = checkedReport(found, report)?.quote !== undefined;
    if (report !== undefined && reported && !hasQuote)
      unknown.push({ part: 'source', text: String(report + 1) });
    const panel = {
      isListOpen,
      isTable,
      group,
      incident: found?.id,
      dataset: found?.dataset,
      report: hasQuote ? report : undefined,
    };
    return { view: { ...view, panel }, windowBefore, place: found?.place, opened, unknown };
  }

  /** Takes a view that was looked up; what cannot be shown is left out and given back. */
  restore(resolved: ResolvedView): readonly InvalidParameter[] {
    const { view, windowBefore, place, opened, unknown } = resolved;
    const { timeline, playback, comparing, filters, coloring, panel, camera, dock, shown } =
      this.#page;
    const isInPeriod = !view.window || overlaps(view.window, timeline.limits);
    playback.pause();
    if (view.window && isInPeriod) timeline.show(view.window);
    else timeline.showAll();
    timeline.choose(view.mode);
    const { compared } = view;
    const isComparable = typeof compared !== 'object' || overlaps(compared, timeline.limits);
    comparing.choose(isComparable ? compared : undefined);
    filters.replace(this.#filterWith(view));
    // Until the data of a link are open, nothing is known of their columns.
    const fields = this.#linked ? [] : filters.unknownFieldsOf(view.filter);
    coloring.choose(view.scheme);
    if (opened) shown?.queries.adopt(opened);
    panel.restore(view.panel);
    dock.restore(view.dock);
    this.#restoreSort(view);
    if (windowBefore && panel.record) this.#page.openingWindow.know(panel.record, windowBefore);
    if (view.camera) camera.moveCamera(view.camera);
    else camera.goHome(place && !isArea(place.precision) ? place : undefined);
    return [
      ...unknown,
      ...fields.map((text) => ({ part: 'filter', text })),
      ...(view.window && !isInPeriod
        ? [{ part: 'from, to', text: `${isoText(view.window.from)} … ${isoText(view.window.to)}` }]
        : []),
      ...(typeof compared === 'object' && !isComparable
        ? [{ part: 'vs', text: writeCompared(compared) }]
        : []),
    ];
  }

  /** A view without a table says nothing of its order; one that no link names stays. */
  #restoreSort({ panel, sort }: ViewState): void {
    const queries = this.#page.shown?.queries;
    if (!queries || !panel.isTable) return;
    const isOfFile = queries.sortedBy && columnOfField(queries.sortedBy.column) !== undefined;
    if (sort || !isOfFile) queries.sortedBy = sort;
  }

  /** Keeps the view of a link until the data that it loads are open. */
  awaitLinkedData(view: RequestedView): void {
    this.#linked = view;
  }

  /** The data of the link are open: restores its view. */
  async restoreLinked(): Promise<void> {
    const asked = this.#linked;
    if (!asked) return;
    this.#linked = undefined;
    const resolved = await this.resolve(asked).catch((cause: unknown) => {
      // It is looked up again when the worker is back.
      this.#linked = asked;
      throw cause;
    });
    const unknown = this.restore(resolved);
    if (unknown.length > 0) this.notifyUnread(unknown);
  }
}
