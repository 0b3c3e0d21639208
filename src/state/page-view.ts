import type { Clause } from '../core/filters/clause.ts';
import { hidingLayers } from '../core/filters/filter.ts';
import { datasetOfRowId } from '../core/records/imported-row.ts';
import { TARGETS } from '../core/records/incident.ts';
import type { InvalidParameter } from '../core/url/invalid-parameter.ts';
import { isPublicClause } from '../core/url/public-clause.ts';
import {
  CLOSED_PANEL,
  type Camera,
  type PanelState,
  type ViewState,
} from '../core/url/view-state.ts';
import type { FilterChange } from './filters.svelte.ts';
import type { RequestedView, ResolvedView, SyncedState } from './url-sync.svelte.ts';
import type { ViewedPage } from './viewed-page.ts';
import type { ViewRestorer } from './view-restorer.ts';

/** The view of the page that a link names: what it is now. `ViewRestorer` restores one. */
export class PageView implements SyncedState {
  readonly #page: ViewedPage;
  /** The view of a link that also loads data, until these are open: it may name their rows. */
  #linked: RequestedView | undefined;
  #restorer: ViewRestorer | undefined;

  constructor(page: ViewedPage) {
    this.#page = page;
  }

  /** All that a link brings back. */
  get view(): ViewState {
    const { coloring, comparing, timeline, camera, dock, panel, shown } = this.#page;
    return {
      window: timeline.isWhole ? undefined : timeline.span,
      compared: comparing.chosen,
      mode: timeline.mode,
      ...this.#filters,
      scheme: coloring.scheme,
      camera: camera.chosenByReader,
      panel: this.#linkablePanel,
      sort: panel.isTable ? shown?.queries.sortedBy : undefined,
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

  /** Clauses that no server may read are those that may say what a reader's own file says. */
  #isPublic(clause: Clause): boolean {
    return (
      (!this.#hasLocal && !this.#page.filters.isLocal(clause)) ||
      isPublicClause(clause, (name) => this.#isOurArea(name))
    );
  }

  /** The filter of the page as a link has it: of its layers those of our own data. */
  get #filters(): Pick<ViewState, 'filter' | 'own'> {
    const { clauses, awaited, hidden } = this.#page.filters;
    const off = TARGETS.filter((target) => hidden.has(target));
    const all = hidingLayers([...clauses, ...awaited], off);
    return {
      filter: all.filter((clause) => this.#isPublic(clause)),
      own: all.filter((clause) => !this.#isPublic(clause)),
    };
  }

  /** Other data are on: filters of the address that no data had may now have them. */
  async settle(): Promise<void> {
    return this.#restorer?.settle();
  }

  /** What restores a view is loaded with the first address that names one. */
  async resolve(requested: RequestedView, signal?: AbortSignal): Promise<ResolvedView> {
    const { ViewRestorer } = await import('./view-restorer.ts');
    this.#restorer ??= new ViewRestorer(this.#page, this);
    signal?.throwIfAborted();
    return this.#restorer.resolve(requested, signal);
  }

  /** Takes a view that was looked up; what cannot be shown is left out and given back. */
  restore(resolved: ResolvedView): readonly InvalidParameter[] {
    return this.#restorer?.restore(resolved) ?? [];
  }

  /** There is nothing to restore: the page is as it opens. */
  openAtHome(): void {
    this.#page.camera.goHome();
  }

  /** The data that a link loads are not open yet. */
  get isAwaitingData(): boolean {
    return this.#linked !== undefined;
  }

  /** Keeps the view of a link until the data that it loads are open. */
  awaitLinkedData(view: RequestedView): void {
    this.#linked = view;
  }

  /** The data of the link are open: restores what of its view depends on them. */
  async restoreLinked(): Promise<void> {
    const asked = this.#linked;
    if (!asked) return;
    this.#linked = undefined;
    const resolved = await this.resolve(asked).catch((cause: unknown) => {
      // It is looked up again when the worker is back.
      this.#linked = asked;
      throw cause;
    });
    const unknown = this.#restorer?.restoreLate(resolved) ?? [];
    if (unknown.length > 0) this.notifyUnread(unknown);
  }
}
