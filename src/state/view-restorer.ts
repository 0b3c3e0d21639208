import { unlessCancelled } from '../core/base/latest-request.ts';
import type { Clause } from '../core/filters/clause.ts';
import { hiddenLayers, hidingLayers, withClause, type Filter } from '../core/filters/filter.ts';
import type { Message } from '../core/faults/message.ts';
import type { SortedBy } from '../core/index/table-sort.ts';
import { isArea } from '../core/place/place.ts';
import type { KnownPlace } from '../core/place/precision.ts';
import { datasetOfRowId } from '../core/records/imported-row.ts';
import { checkedReport } from '../core/records/incident-record.ts';
import { TARGETS } from '../core/records/incident.ts';
import { isoText } from '../core/time/minute.ts';
import { overlaps } from '../core/time/time-range.ts';
import { writeCompared } from '../core/url/compared-text.ts';
import type { InvalidParameter } from '../core/url/invalid-parameter.ts';
import type { ViewState } from '../core/url/view-state.ts';
import { namesOf, sortClauses, type SortedClauses } from './column-clauses.ts';
import { LinkFilters } from './link-filters.ts';
import type { RequestedView, ResolvedView } from './url-sync.svelte.ts';
import { spanOf, viewAtTimeOf, windowOf } from './view-window.ts';
import type { ViewedPage } from './viewed-page.ts';

/** What restoring a link depends on. */
type Links = {
  /** The data that a link loads are not open yet. */
  readonly isAwaitingData: boolean;
};

/** Where a record is known to be at a point. */
const pointOf = (place: KnownPlace | undefined): KnownPlace | undefined =>
  place && !isArea(place.precision) ? place : undefined;

/** Restores views of links: looks up what they name, then takes over what there is. */
export class ViewRestorer {
  readonly #page: ViewedPage;
  readonly #links: Links;
  readonly #linkFilters: LinkFilters;
  /** The order that the last view named. */
  #sort: SortedBy | undefined;
  /** Which columns of the last view are not there was said. */
  #isSaid = true;

  constructor(page: ViewedPage, links: Links) {
    this.#page = page;
    this.#links = links;
    this.#linkFilters = new LinkFilters(page);
  }

  /** The clauses of a view, and the layers that the reader switched off which no link can name. */
  #filterWith(clauses: Filter): Filter {
    const { hidden } = this.#page.filters;
    const own = [...hidden].filter((key) => !TARGETS.some((one) => one === key));
    return hidingLayers(clauses, [...hiddenLayers(clauses), ...own]);
  }

  /** Looks up what a view's panel names in the data. */
  async resolve(
    { view: requested, isLink }: RequestedView,
    signal?: AbortSignal,
  ): Promise<ResolvedView> {
    const { shown, timeline } = this.#page;
    const { limits } = timeline;
    const all = [...requested.filter, ...requested.own];
    if (!shown) {
      const clauses: SortedClauses = { fitting: [], awaited: all, misfits: [], unknown: [] };
      const nothing = { windowBefore: undefined, place: undefined, opened: undefined, unknown: [] };
      return { ...nothing, view: requested, clauses };
    }
    const unknown: InvalidParameter[] = [];
    const { isListOpen, isTable, group: asked, incident: id, dataset, report } = requested.panel;
    // Where other data are shown meanwhile, they do not have it.
    const found =
      id === undefined
        ? undefined
        : await unlessCancelled(shown.records.find({ id, dataset }, signal));
    signal?.throwIfAborted();
    const view = isLink && found ? viewAtTimeOf(found.span, requested, limits) : requested;
    const windowBefore = view === requested ? undefined : windowOf(requested, limits);
    const reported = found?.reports.kind === 'checked';
    // Rows of linked data can be looked up only when these are open.
    const isAwaited =
      id !== undefined && datasetOfRowId(id) !== undefined && this.#links.isAwaitingData;
    if (id !== undefined && !found && !isAwaited) unknown.push({ part: 'id', text: id });
    const isOwn = (clause: Clause): boolean => requested.own.includes(clause);
    const clauses = await sortClauses(all, this.#page.filters, isOwn, () =>
      this.#linkFilters.fields(signal),
    );
    signal?.throwIfAborted();
    const filter = this.#page.filters.askedOf(this.#filterWith(clauses.fitting));
    const window = spanOf(view, limits);
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
    const place = found?.place;
    return { view: { ...view, panel }, windowBefore, place, clauses, opened, unknown };
  }

  /** Takes a view that was looked up; what cannot be shown is left out and given back. */
  restore(resolved: ResolvedView): readonly InvalidParameter[] {
    const { view, place, clauses, unknown } = resolved;
    const { timeline, playback, filters, coloring, shading, camera, dock } = this.#page;
    playback.pause();
    const outside = this.#restoreTime(view);
    timeline.choose(view.mode);
    filters.replace(this.#filterWith(clauses.fitting), clauses.awaited);
    filters.keepLocal(view.own);
    coloring.choose(view.scheme);
    shading.show(view.areSharesShaded);
    dock.restore(view.dock);
    this.#sort = undefined;
    this.#restorePanel(resolved);
    if (view.camera) camera.moveCamera(view.camera);
    else camera.goHome(pointOf(place));
    this.#isSaid = false;
    this.#linkFilters.begin(clauses);
    this.#notifyOfColumns(clauses.misfits);
    void this.#checkFilters();
    // Data that are still to come may have that time.
    return [...unknown, ...(this.#links.isAwaitingData ? [] : outside)];
  }

  /**
   * The data of a view have come after the view was restored: takes what depends on them. All else may be the reader's
   * by now, and so may be what is open.
   */
  restoreLate(resolved: ResolvedView): readonly InvalidParameter[] {
    const { view, windowBefore, place, unknown } = resolved;
    const { camera, panel } = this.#page;
    const { isListOpen, group, incident } = view.panel;
    const isElsewhere = panel.isChosen;
    const hasTime = view.compared !== undefined || view.window !== undefined;
    const outside =
      hasTime && !(isElsewhere && windowBefore !== undefined) ? this.#restoreTime(view) : [];
    if (!isElsewhere && (isListOpen || group || incident !== undefined)) {
      this.#restorePanel(resolved);
      const point = pointOf(place);
      if (point && !view.camera) camera.goHome(point);
    }
    if (view.camera) camera.moveCamera(view.camera);
    void this.settle();
    return [...unknown, ...outside];
  }

  /** Gives back what lies outside of the data. */
  #restoreTime({ window, compared }: ViewState): readonly InvalidParameter[] {
    const { timeline, comparing } = this.#page;
    const isInPeriod = !window || overlaps(window, timeline.limits);
    if (window && isInPeriod) timeline.show(window);
    else timeline.showAll();
    const isComparable = typeof compared !== 'object' || overlaps(compared, timeline.limits);
    comparing.choose(isComparable ? compared : undefined);
    return [
      ...(window && !isInPeriod
        ? [{ part: 'from, to', text: `${isoText(window.from)} … ${isoText(window.to)}` }]
        : []),
      ...(typeof compared === 'object' && !isComparable
        ? [{ part: 'vs', text: writeCompared(compared) }]
        : []),
    ];
  }

  #restorePanel({ view, windowBefore, opened }: ResolvedView): void {
    const { panel, shown, openingWindow } = this.#page;
    if (opened) shown?.queries.adopt(opened);
    panel.restore(view.panel);
    this.#restoreSort(view);
    if (windowBefore && panel.record) openingWindow.know(panel.record, windowBefore);
  }

  /** Other data are on: clauses that waited for their columns filter these, or are dropped where they cannot. */
  async settle(): Promise<void> {
    const { filters } = this.#page;
    const isOwn = (clause: Clause): boolean => filters.isLocal(clause);
    const sorted = await unlessCancelled(
      sortClauses(filters.awaited, filters, isOwn, () => this.#linkFilters.fields()),
    );
    if (!sorted) return;
    // The reader may have cleared or replaced some meanwhile.
    const isAwaited = (clause: Clause): boolean => filters.awaited.includes(clause);
    const fitting = sorted.fitting.filter(isAwaited);
    const misfits = sorted.misfits.filter(isAwaited);
    const unknown = sorted.unknown.filter(isAwaited);
    const settled = [...fitting, ...misfits, ...unknown];
    filters.settle(
      fitting.reduce(withClause, filters.clauses),
      filters.awaited.filter((clause) => !settled.includes(clause)),
    );
    this.#linkFilters.add({ awaited: filters.awaited, fitting, misfits, unknown });
    this.#notifyOfColumns(misfits);
    await this.#checkFilters();
  }

  async #checkFilters(): Promise<void> {
    if (this.#page.isOpening || this.#links.isAwaitingData) return;
    await unlessCancelled(this.#linkFilters.check());
  }

  /** Says which columns a link names that are not there, unless files are still to come that may have them. */
  #notifyOfColumns(misfits: Filter): void {
    const { filters, notices, shown, isOpening } = this.#page;
    if (isOpening || this.#links.isAwaitingData) return;
    const sort = shown?.queries.sortedBy === this.#sort ? this.#sort : undefined;
    const asked = [...filters.awaited.map(({ field }) => field), ...(sort ? [sort.column] : [])];
    const message: Message = {
      kind: 'address-columns',
      missing: namesOf(asked.filter((field) => filters.isUnknown(field))),
      unfit: namesOf(misfits.map(({ field }) => field)),
    };
    // One that the reader has dismissed is not said again when other data come.
    const isNews = !this.#isSaid || message.unfit.length > 0;
    this.#isSaid = true;
    if (!isNews && !notices.all.some((notice) => notice.message.kind === message.kind)) return;
    notices.withdraw(message.kind);
    if (message.missing.length + message.unfit.length > 0) notices.notify(message);
  }

  /** A view without a table says nothing of its order. */
  #restoreSort({ panel, sort }: ViewState): void {
    const queries = this.#page.shown?.queries;
    if (!queries || !panel.isTable) return;
    queries.sortedBy = sort;
    this.#sort = sort;
  }
}
