import { unlessCancelled } from '../core/base/latest-request.ts';
import { columnOfField } from '../core/fields/field-key.ts';
import type { Clause } from '../core/filters/clause.ts';
import { hiddenLayers, hidingLayers, withClause, type Filter } from '../core/filters/filter.ts';
import { isArea } from '../core/place/place.ts';
import { datasetOfRowId } from '../core/records/imported-row.ts';
import { checkedReport } from '../core/records/incident-record.ts';
import { TARGETS } from '../core/records/incident.ts';
import { isoText } from '../core/time/minute.ts';
import { openingWindow } from '../core/time/opening-window.ts';
import { MIN_WINDOW } from '../core/time/stride.ts';
import { cutTo, overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import { writeCompared } from '../core/url/compared-text.ts';
import type { InvalidParameter } from '../core/url/invalid-parameter.ts';
import type { ViewState } from '../core/url/view-state.ts';
import type { RequestedView, ResolvedView } from './url-sync.svelte.ts';
import type { ViewedPage } from './viewed-page.ts';

/** What a link may say, as far as restoring one depends on it. */
type Links = {
  readonly isLinkable: (clause: Clause) => boolean;
  /** The data that a link loads are not open yet. */
  readonly isAwaitingData: boolean;
};

/** Restores views of links: looks up what they name, then takes over what there is. */
export class ViewRestorer {
  readonly #page: ViewedPage;
  readonly #links: Links;

  constructor(page: ViewedPage, links: Links) {
    this.#page = page;
    this.#links = links;
  }

  /** The filter of a view, and what the reader asked for that no link can name. */
  #filterWith({ filter }: ViewState): Filter {
    const { clauses, hidden } = this.#page.filters;
    const own = [...hidden].filter((key) => !TARGETS.some((one) => one === key));
    const kept = clauses.filter((clause) => !this.#links.isLinkable(clause));
    const all = kept.reduce((sum, clause) => withClause(sum, clause), filter);
    return hidingLayers(all, [...hiddenLayers(filter), ...own]);
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
    const isAwaited =
      id !== undefined && datasetOfRowId(id) !== undefined && this.#links.isAwaitingData;
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
    const fields = this.#links.isAwaitingData ? [] : filters.unknownFieldsOf(view.filter);
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
}
