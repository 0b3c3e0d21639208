import { EVER } from '../core/index/tally.ts';
import type { Fault } from '../core/faults/fault.ts';
import { unlessCancelled } from '../core/base/latest-request.ts';
import { isMissingPart } from '../core/base/missing-part.ts';
import { datasetOfRowId } from '../core/records/imported-row.ts';
import { TARGETS, type Target } from '../core/records/incident.ts';
import { isArea } from '../core/place/place.ts';
import { checkedReport, type IncidentRecord } from '../core/records/incident-record.ts';
import type { RecordRef } from '../core/records/record-ref.ts';
import { DAY, isoText } from '../core/time/minute.ts';
import { overlaps, type TimeRange } from '../core/time/time-range.ts';
import { joinedWindow, type HiddenReason } from '../core/model/hidden-reasons.ts';
import type { InvalidParameter } from '../core/url/invalid-parameter.ts';
import {
  CLOSED_PANEL,
  type Camera,
  type GroupKey,
  type PanelState,
  type ViewState,
} from '../core/url/view-state.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import type { UrlBar } from '../io/url-bar.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { PageServer } from '../io/page-server.ts';
import type { Environment } from '../io/environment.ts';
import { UrlSync, type SyncedState, type ResolvedView } from './url-sync.svelte.ts';
import { homeOf, MapCamera } from './camera.svelte.ts';
import { Filters } from './filters.svelte.ts';
import { CrashedWorker } from '../worker/worker-client.ts';
import { Notices } from './notices.svelte.ts';
import { LocalDatasets, type LocalDatasetEdges } from './local-datasets.svelte.ts';
import { BundledData, type BundledDataEdges } from './bundled-data.svelte.ts';
import { Panel } from './panel.svelte.ts';
import { Hovered } from './hovered.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { Printing } from './printing.svelte.ts';
import { ProgramParts } from './program-parts.ts';
import { MapModelState } from './map-model.svelte.ts';
import { Settings } from './settings.svelte.ts';
import type { QueryClient } from './queries.svelte.ts';
import { Shown } from './shown.svelte.ts';
import { Timeline } from './timeline.svelte.ts';

/** Stands on the axis where nothing is dated; nothing of it is shown. */
const UNDATED: TimeRange = { from: 0, to: DAY };

/** The layers that a link leaves off, of all that a link can name. */
const hiddenBy = (targets: readonly Target[] | undefined): readonly string[] =>
  targets ? TARGETS.filter((one) => !targets.includes(one)) : [];

/** Whether the same rows are on the map. */
function isOnAlike(a: DataSnapshot, b: DataSnapshot): boolean {
  const on = ({ datasets }: DataSnapshot): string =>
    JSON.stringify(datasets.flatMap(({ number, isOn, rows }) => (isOn ? [[number, rows]] : [])));
  return on(a) === on(b);
}

/** What a link may say of the panel: rows of a reader's own file are nobody else's. */
function linkable(
  panel: PanelState,
  isLinked: (dataset: number) => boolean,
  isPublicArea: (name: string) => boolean,
): PanelState {
  const { incident, group } = panel;
  const isOwn = (id: string | undefined): boolean => {
    const dataset = id === undefined ? undefined : datasetOfRowId(id);
    return dataset !== undefined && !isLinked(dataset);
  };
  const isOwnGroup =
    group?.kind === 'mark'
      ? isOwn(group.incident)
      : group !== undefined && !isPublicArea(group.name);
  return isOwn(incident) || isOwnGroup ? { ...CLOSED_PANEL, isListOpen: panel.isListOpen } : panel;
}

/** The edges of the page that state speaks to; tests give their own. */
export type AppEdges = BundledDataEdges &
  QueryClient &
  LocalDatasetEdges & {
    readonly addressBar: UrlBar;
    readonly settings: SettingsStore;
    readonly surroundings: Environment;
    readonly server: PageServer;
    /** The data that the page's address asks for, besides its own. */
    readonly linkedData: string | undefined;
    /** The page opened by a link that names data or a view. */
    readonly isViewLinked: boolean;
    /** The full address of a file that is served next to the page. */
    readonly addressOf: (file: string) => string;
    /** Fetches a text that is served next to the page. */
    readonly bundledText: (file: string) => Promise<string | Fault>;
  };

/** Makes the parts of the state and joins them. */
export class AppState implements SyncedState {
  readonly notices = new Notices();
  readonly filters = new Filters();
  readonly camera = new MapCamera();
  readonly panel = new Panel();
  readonly hovered = new Hovered();
  readonly printing = new Printing();
  readonly settings: Settings;
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly parts: ProgramParts;
  readonly open: BundledData;
  readonly localDatasets: LocalDatasets;
  readonly url: UrlSync;
  readonly bundledText: AppEdges['bundledText'];
  readonly addressOf: AppEdges['addressOf'];
  readonly afterPainting: Environment['afterPainting'];
  readonly isFramed: boolean;

  /** What follows from the data; undefined until they are open. */
  get shown(): Shown | undefined {
    return this.#shown;
  }
  get mapModel(): MapModelState | undefined {
    return this.#scene;
  }

  #shown = $state.raw<Shown | undefined>();
  #scene = $state.raw<MapModelState | undefined>();

  readonly #options: AppEdges;
  /** What the link says that loads data, until they are open. */
  #linkedView: ViewState | undefined;
  #stopFollowing: () => void = () => undefined;

  constructor(options: AppEdges) {
    this.#options = options;
    this.settings = new Settings(options.settings, options.surroundings);
    this.timeline = new Timeline(options.surroundings);
    this.playback = new Playback(this.timeline, options.surroundings);
    this.parts = new ProgramParts(options.server, this.notices);
    this.open = new BundledData(options, this.notices);
    this.localDatasets = new LocalDatasets(options, this.notices, {
      show: (opened, isNew) => {
        this.#showData(opened, isNew);
      },
      completed: (dataset) => void this.#restoreLinked(dataset),
    });
    this.bundledText = options.bundledText;
    this.addressOf = options.addressOf;
    this.afterPainting = options.surroundings.afterPainting;
    this.isFramed = options.surroundings.isFramed;
    this.url = new UrlSync(options.addressBar, options.surroundings, this);
  }

  /** Opens the data and then the view that the address asks for. */
  async start(): Promise<void> {
    try {
      await this.open.openSet();
    } catch (cause) {
      this.#fail(cause);
      return;
    }
    const { data } = this.open;
    if (!data) return;
    const shown = new Shown(data, this.#options, this);
    this.#linkedView = this.#options.linkedData === undefined ? undefined : this.url.requested;
    this.localDatasets.know(data);
    this.#settle(data);
    this.#scene = new MapModelState(shown, this.timeline, this.panel, this.hovered, this.settings);
    this.#shown = shown;
    this.#stopFollowing();
    try {
      await this.url.restore();
    } finally {
      this.#stopFollowing = this.shown?.queries.follow() ?? this.#stopFollowing;
      // Even where looking up the address broke off: the files wait until the worker is back.
      await this.localDatasets.openAtStart(this.#options.linkedData, this.#options.isViewLinked);
    }
  }

  /** Opens all again that was open in a worker that ended, and says so once. */
  async recover(): Promise<void> {
    this.localDatasets.suspend();
    try {
      const data = await this.open.reopenSet();
      if (!data) {
        this.localDatasets.abandon();
        return;
      }
      const { opened, lost, isRenumbered } = await this.localDatasets.reopen(data);
      this.#showData(opened, isRenumbered);
      this.notices.withdraw('reader-restarted');
      this.notices.notify({ kind: 'reader-restarted', lost });
      await unlessCancelled(this.url.retry());
      for (const { number } of this.localDatasets.sets) await this.#restoreLinked(number);
    } catch (cause) {
      if (cause instanceof CrashedWorker) return;
      this.localDatasets.abandon();
      this.#fail(cause);
    }
  }

  /** Nothing could be opened: says why in place of the page, or over it where it is there already. */
  #fail(cause: unknown): void {
    const fault: Fault = isMissingPart(cause)
      ? { kind: 'part-missing' }
      : { kind: 'bug', message: cause instanceof Error ? cause.message : String(cause) };
    this.open.fail(fault);
    if (!this.#shown) return;
    this.notices.withdraw(fault.kind);
    this.notices.notify(fault);
  }

  /** Timeline, home view and layers are those of the data. */
  #settle({ layers, period, isByDay, bounds }: DataSnapshot): void {
    this.filters.know(layers);
    this.timeline.spanPeriod(period.from < period.to ? period : UNDATED, isByDay ? 'day' : 'hour');
    if (!bounds) return;
    this.camera.setHome(homeOf(bounds));
  }

  /** Shows other data: what was open or asked about the ones before is over; not so of more of them. */
  #showData(opened: DataSnapshot, isNew: boolean): void {
    if (!isNew && this.shown && isOnAlike(opened, this.shown.data)) {
      this.#stopFollowing();
      this.shown.replace(opened);
      this.#stopFollowing = this.shown.queries.follow();
      return;
    }
    const window = isNew || this.timeline.isWhole ? undefined : this.timeline.span;
    this.hovered.set(undefined);
    if (isNew) {
      this.playback.pause();
      this.panel.restore({ ...CLOSED_PANEL, isListOpen: this.panel.state.isListOpen });
    }
    this.#stopFollowing();
    this.#shown?.replace(opened);
    this.#settle(opened);
    if (window) this.timeline.show(window);
    if (isNew || !this.camera.chosenByReader) this.camera.jumpHome();
    this.#stopFollowing = this.shown?.queries.follow() ?? (() => undefined);
  }

  /** What a link says of data that it brings along can be followed only when they are open. */
  async #restoreLinked(dataset: number): Promise<void> {
    const asked = this.#linkedView;
    if (!asked || this.localDatasets.addressOf(dataset) !== this.#options.linkedData) return;
    this.#linkedView = undefined;
    const resolved = await this.resolve(asked).catch((cause: unknown) => {
      // It is looked up again when the worker is back.
      this.#linkedView = asked;
      throw cause;
    });
    const unknown = this.restore(resolved);
    if (unknown.length > 0) this.tellUnread(unknown);
  }

  /** Saves the rows of the whole list as it is now, whether or not it lies open. */
  async exportRows(name: string): Promise<void> {
    if (this.shown) await this.localDatasets.exportRows(this.shown.queries.wholeListRequest, name);
  }

  /** All that a link brings back. */
  get view(): ViewState {
    const { hidden, text, isOnlySeen } = this.filters;
    const targets = TARGETS.filter((one) => !hidden.has(one));
    return {
      window: this.timeline.isWhole ? undefined : this.timeline.span,
      mode: this.timeline.mode,
      targets: targets.length === TARGETS.length ? undefined : targets,
      text,
      limitToViewport: isOnlySeen,
      camera: this.camera.chosenByReader,
      panel: linkable(
        this.panel.state,
        (dataset) => this.localDatasets.isLinked(dataset),
        (name) => this.#isPublicArea(name),
      ),
    };
  }

  /** A name that the page's own data have: any other may be a cell of a reader's file. */
  #isPublicArea(name: string): boolean {
    const { localSetsOn } = this.localDatasets;
    const areas = this.shown?.data.areas ?? [];
    return localSetsOn.length === 0 || areas.some((area) => area.name === name);
  }

  get cameraNow(): Camera | undefined {
    return this.camera.now;
  }
  get isMoving(): boolean {
    return this.timeline.isMoving || this.playback.isPlaying;
  }
  get isReadingOn(): boolean {
    return this.panel.isReadingOn;
  }
  tellUnread(parts: readonly InvalidParameter[]): void {
    this.notices.withdraw('address-parts');
    this.notices.notify({ kind: 'address-parts', parts });
  }

  /** Layers that a view hides, and those that the reader hid and that no link can name. */
  #hiddenWith(view: ViewState): readonly string[] {
    const own = [...this.filters.hidden].filter((key) => !TARGETS.some((one) => one === key));
    return [...hiddenBy(view.targets), ...own];
  }

  /** Takes a view that was looked up; what cannot be shown is left out and given back. */
  restore({ view, place, unknown }: ResolvedView): readonly InvalidParameter[] {
    const isInPeriod = !view.window || overlaps(view.window, this.timeline.limits);
    this.playback.pause();
    if (view.window && isInPeriod) this.timeline.show(view.window);
    else this.timeline.showAll();
    this.timeline.choose(view.mode);
    this.filters.hideLayers(this.#hiddenWith(view));
    this.filters.search(view.text);
    this.filters.showOnlySeen(view.limitToViewport);
    this.panel.restore(view.panel);
    if (view.camera) this.camera.moveCamera(view.camera);
    else this.camera.goHome(place && !isArea(place.precision) ? place : undefined);
    if (!view.window || isInPeriod) return unknown;
    const text = `${isoText(view.window.from)} … ${isoText(view.window.to)}`;
    return [...unknown, { part: 'from, to', text }];
  }

  /** Opens a record and brings its place into view. */
  async openIncident(row: RecordRef, alone = false): Promise<void> {
    await this.#open(row, (id) => {
      this.panel.openIncident(id, alone);
    });
  }

  /** Changes what hides the mark of a record, and nothing else, and brings its place into view. */
  showOnMap(recorded: IncidentRecord, reasons: readonly HiddenReason[]): void {
    this.playback.pause();
    if (reasons.includes('window'))
      this.timeline.show(joinedWindow(this.timeline.span, recorded.span));
    const layer = this.shown?.layerAt(recorded.layer);
    if (reasons.includes('layer') && layer) this.filters.showLayer(layer.key);
    if (reasons.includes('search')) this.filters.search('');
    const place = recorded.place;
    if (place && recorded.area === undefined) this.camera.reveal(place.lon, place.lat);
  }

  /** Goes on from the open record to another of the same list or group. */
  async readOn(row: RecordRef): Promise<void> {
    await this.#open(row, (id) => {
      this.panel.readOn(id);
    });
  }

  async #open(row: RecordRef, open: (id: string) => void): Promise<void> {
    const recorded = await this.#lookUp((shown, signal) => shown.records.load(row, signal));
    if (!recorded) return;
    const place = recorded.place;
    open(recorded.id);
    if (place && recorded.area === undefined) this.camera.reveal(place.lon, place.lat);
  }

  /**
   * Opens what a mark or an area represents in the window: the record itself when it is one. `at` is
   * where the mark is.
   */
  async openGroup(
    group: GroupKey,
    at?: { readonly lon: number; readonly lat: number },
  ): Promise<void> {
    const { span } = this.timeline;
    const listing = await this.#lookUp((shown, signal) =>
      shown.queries.listingOf(group, span, signal),
    );
    if (!listing) return;
    const [only] = listing.rows;
    if (only !== undefined && listing.rows.length === 1) {
      await this.openIncident(only, true);
      return;
    }
    this.panel.openGroup(group);
    if (at) this.camera.reveal(at.lon, at.lat);
  }

  /** Opens the record of an id, by itself. */
  async openWithId(id: string): Promise<void> {
    const recorded = await this.#lookUp((shown, signal) => shown.records.find(id, signal));
    if (recorded) await this.openIncident(recorded.row, true);
  }

  /** Opens the mark that holds a row. */
  async openMark(
    row: RecordRef,
    zoom: number,
    at: { readonly lon: number; readonly lat: number },
  ): Promise<void> {
    const recorded = await this.#lookUp((shown, signal) => shown.records.load(row, signal));
    if (recorded) await this.openGroup({ kind: 'mark', zoom, incident: recorded.id }, at);
  }

  /** Looks up what is to be opened next; cancelled when something else is opened or closed meanwhile. */
  async #lookUp<Answer>(
    ask: (shown: Shown, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { shown } = this;
    return shown && this.panel.opening.run((signal) => ask(shown, signal));
  }

  closePanel(): void {
    this.panel.close();
    this.camera.returnFromReveal();
  }

  /** Looks up what a view's panel names in the data. */
  async resolve(view: ViewState, signal?: AbortSignal): Promise<ResolvedView> {
    const { shown } = this;
    if (!shown) return { view, place: undefined, unknown: [] };
    const unknown: InvalidParameter[] = [];
    const { isListOpen, group: asked, incident: id, report } = view.panel;
    // Where other data are shown meanwhile, they do not have it.
    const found =
      id === undefined ? undefined : await unlessCancelled(shown.records.find(id, signal));
    signal?.throwIfAborted();
    const reported = found?.reports.kind === 'checked';
    // Rows of linked data can be looked up only when these are open.
    const isAwaited = id !== undefined && datasetOfRowId(id) !== undefined && this.#linkedView;
    if (id !== undefined && !found && !isAwaited) unknown.push({ part: 'id', text: id });
    const filter = { hidden: new Set(this.#hiddenWith(view)), text: view.text.trim() };
    const listing = asked && (await shown.queries.listingOf(asked, EVER, signal, filter));
    const group = listing && asked;
    if (asked && !group)
      unknown.push({ part: 'group', text: asked.kind === 'area' ? asked.name : asked.incident });
    const hasQuote = checkedReport(found, report)?.quote !== undefined;
    if (report !== undefined && reported && !hasQuote)
      unknown.push({ part: 'source', text: String(report + 1) });
    const panel = {
      isListOpen,
      group,
      incident: found?.id,
      report: hasQuote ? report : undefined,
    };
    return { view: { ...view, panel }, place: found?.place, unknown };
  }
}
