import type { Fault } from '../core/faults/fault.ts';
import { unlessCancelled } from '../core/base/latest-request.ts';
import { isMissingPart } from '../core/base/missing-part.ts';
import { CLOSED_PANEL } from '../core/url/view-state.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import type { Environment } from '../io/environment.ts';
import type { AppEdges } from './app-edges.ts';
import { UrlSync } from './url-sync.svelte.ts';
import { MapCamera } from './camera.svelte.ts';
import { Annotations } from './annotations.svelte.ts';
import { Coloring } from './coloring.svelte.ts';
import { Comparing } from './comparing.svelte.ts';
import { isOnAlike, settleOn } from './data-on-page.ts';
import { Dock } from './dock.svelte.ts';
import type { Drawing } from './drawing.svelte.ts';
import { Filters } from './filters.svelte.ts';
import { CrashedWorker } from '../worker/worker-client.ts';
import { Notices } from './notices.svelte.ts';
import { BundledData } from './bundled-data.svelte.ts';
import { Datasets } from './datasets.svelte.ts';
import { Imports } from './imports.svelte.ts';
import { OpeningWindow } from './opening-window.svelte.ts';
import { Panel } from './panel.svelte.ts';
import { Hovered } from './hovered.svelte.ts';
import { PageView } from './page-view.ts';
import { Playback } from './playback.svelte.ts';
import { Printing } from './printing.svelte.ts';
import { ProgramParts } from './program-parts.ts';
import { MapModelState } from './map-model.svelte.ts';
import { Selection } from './selection.ts';
import { SavedFiles } from './saved-files.svelte.ts';
import { Settings } from './settings.svelte.ts';
import type { StreetMaps } from './street-maps.svelte.ts';
import type { StreetMap } from '../core/model/street-map.ts';
import type { IncomingFile } from './incoming-file.ts';
import { ShareShading } from './share-shading.svelte.ts';
import { Shown } from './shown.svelte.ts';
import { Timeline } from './timeline.svelte.ts';
import type { WholeBaseMap } from './whole-base-map.svelte.ts';

const NO_STREET_MAPS: readonly StreetMap[] = [];

/** After this number of crashes without an answer, only the data of the page are opened again. */
const MAX_CRASHES = 2;

/** Makes the parts of the state and joins them. */
export class AppState {
  readonly notices = new Notices();
  readonly filters = new Filters(() => this.datasets.isLocalOpen);
  readonly coloring = new Coloring();
  readonly camera = new MapCamera();
  readonly panel = new Panel();
  readonly dock = new Dock();
  readonly hovered = new Hovered();
  readonly shading = new ShareShading();
  readonly printing = new Printing();
  readonly settings: Settings;
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly comparing: Comparing;
  readonly openingWindow: OpeningWindow;
  readonly parts: ProgramParts;
  readonly open: BundledData;
  readonly datasets: Datasets;
  readonly imports: Imports;
  readonly selection: Selection;
  readonly pageView: PageView;
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

  /** The view that the address asks for is not there yet. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** What the page counts is not yet what is asked for: a link may filter, and data come with counts of all of them. */
  get isUnanswered(): boolean {
    return this.#isOpening || (this.filters.isAsking && !this.shown?.view);
  }

  /** Undefined until the base map has to be downloaded as a whole. */
  get wholeBaseMap(): WholeBaseMap | undefined {
    return this.#wholeBaseMap;
  }

  /** Undefined where the data have none. */
  get annotations(): Annotations | undefined {
    return this.#annotations;
  }

  /** Undefined until one is open. */
  get streetMaps(): StreetMaps | undefined {
    return this.#streetMaps;
  }

  /** Undefined until something was drawn. */
  get drawing(): Drawing | undefined {
    return this.#drawing;
  }

  #drawing = $state.raw<Drawing | undefined>();
  #streetMaps = $state.raw<StreetMaps | undefined>();
  #wholeBaseMap = $state.raw<WholeBaseMap | undefined>();
  #annotations = $state.raw<Annotations | undefined>();
  #shown = $state.raw<Shown | undefined>();
  #scene = $state.raw<MapModelState | undefined>();

  readonly #options: AppEdges;
  #stopFollowing: () => void = () => undefined;
  /** Workers that ended one after the other without showing what was opened in them. */
  #crashes = 0;
  #isOpening = $state.raw(true);

  constructor(options: AppEdges) {
    this.#options = options;
    this.settings = new Settings(options.settings, options.surroundings);
    this.timeline = new Timeline(options.surroundings);
    this.playback = new Playback(this.timeline, options.surroundings);
    this.comparing = new Comparing(this);
    this.parts = new ProgramParts(options.server, this.notices);
    this.open = new BundledData(options, this.notices);
    const saved = new SavedFiles(options.savedFiles, this.notices);
    this.datasets = new Datasets(options, this.notices, saved, (opened, isNew) => {
      this.#showData(opened, isNew);
    });
    this.imports = new Imports(
      options,
      this.datasets,
      this.notices,
      (dataset) => void this.#restoreLinked(dataset),
      (map, file, address) => void this.#addStreetMap(map, file, address),
      options.tabSettings,
    );
    this.bundledText = options.bundledText;
    this.addressOf = options.addressOf;
    this.afterPainting = options.surroundings.afterPainting;
    this.isFramed = options.surroundings.isFramed;
    this.openingWindow = new OpeningWindow(this);
    this.selection = new Selection(this);
    this.pageView = new PageView(this);
    this.url = new UrlSync(options.addressBar, options.surroundings, this.pageView);
  }

  /** Begins to draw or change an area on the map. */
  async draw(begin: (drawing: Drawing) => void): Promise<void> {
    const { Drawing } = await import('./drawing.svelte.ts');
    begin((this.#drawing ??= new Drawing(this.filters)));
  }

  /** Downloads the base map as a whole; undefined where the reader cancelled or it failed, which is said. */
  async downloadBaseMap(file: string): Promise<Blob | undefined> {
    const { WholeBaseMap } = await import('./whole-base-map.svelte.ts');
    this.#wholeBaseMap = new WholeBaseMap(this.#options, this.notices);
    return this.#wholeBaseMap.download(file, this.addressOf(file));
  }

  /** Opens the data and then the view that the address asks for. */
  async start(): Promise<void> {
    const { linkedData } = this.#options;
    try {
      await this.open.openSet();
      if (linkedData !== undefined) this.pageView.awaitLinkedData(await this.url.requested);
    } catch (cause) {
      this.#fail(cause);
      return;
    }
    const { data } = this.open;
    if (!data) return;
    const shown = new Shown(data, this.#options, this);
    this.datasets.know(data);
    settleOn(this, data);
    this.#scene = new MapModelState(
      shown,
      this.timeline,
      this.panel,
      this.hovered,
      this.settings,
      this.shading,
      this.comparing,
      () => this.#streetMaps?.on ?? NO_STREET_MAPS,
    );
    this.#shown = shown;
    if (data.info.annotations.length > 0)
      this.#annotations = new Annotations(shown, this, this.#options);
    this.#stopFollowing();
    try {
      await this.url.restore();
    } finally {
      this.#isOpening = false;
      this.#stopFollowing = this.shown?.queries.follow() ?? this.#stopFollowing;
      const { base_map: streets } = data.info;
      if (streets !== undefined) this.imports.openStreetsOfPage(this.addressOf(streets));
      // Even where looking up the address broke off: the files wait until the worker is back.
      await this.imports.openAtStart(linkedData, this.#options.isViewLinked);
      this.#settleFilters();
    }
  }

  /** What was asked about the data that are open now has been answered. */
  get #isAnswered(): boolean {
    const { group, isListOpen } = this.panel.state;
    const isListed = this.shown?.list !== undefined || (!group && !isListOpen);
    return this.shown?.view !== undefined && isListed;
  }

  /**
   * Opens all again that was open in a worker that ended, and says so once. Files of the reader that may
   * have ended two workers are left out; where the page's own data end a third, nothing is opened again.
   */
  async recover(): Promise<void> {
    this.imports.suspend();
    this.#crashes = this.#isAnswered ? 1 : this.#crashes + 1;
    try {
      if (this.#crashes > MAX_CRASHES) throw new Error('The worker ended again and again.');
      const data = await this.open.reopenSet();
      if (!data) {
        this.imports.abandon();
        return;
      }
      const { opened, lost, unread } = await this.imports.reopen(data, this.#crashes < MAX_CRASHES);
      this.#showData(opened, lost.length > 0);
      this.notices.withdraw('reader-restarted');
      this.notices.notify({ kind: 'reader-restarted', lost: [...lost, ...unread] });
      await unlessCancelled(this.url.retry());
      for (const { number } of this.datasets.all) await this.#restoreLinked(number);
    } catch (cause) {
      if (cause instanceof CrashedWorker) return;
      this.imports.abandon();
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

  /** Shows other data: what was open or asked about the ones before is over; not so of more of them. */
  #showData(opened: DataSnapshot, isNew: boolean): void {
    if (!isNew && this.shown && isOnAlike(opened, this.shown.data)) {
      this.#stopFollowing();
      this.shown.replace(opened);
      this.filters.know(opened.layers, opened.datasets);
      this.#stopFollowing = this.shown.queries.follow();
      return;
    }
    const window = isNew || this.timeline.isWhole ? undefined : this.timeline.span;
    this.hovered.set(undefined);
    if (isNew) {
      this.playback.pause();
      this.comparing.choose(undefined);
      const { isListOpen, isTable } = this.panel.state;
      this.panel.restore({ ...CLOSED_PANEL, isListOpen, isTable });
    }
    this.#stopFollowing();
    this.#shown?.replace(opened);
    settleOn(this, opened);
    if (window) this.timeline.show(window);
    if (isNew || !this.camera.chosenByReader) this.camera.jumpHome();
    this.#stopFollowing = this.shown?.queries.follow() ?? (() => undefined);
    this.#settleFilters();
  }

  /** A file that is being read may have a column that a link names: its first rows do not say of which kind. */
  #settleFilters(): void {
    if (this.imports.status.kind === 'idle') void this.pageView.settle();
  }

  async #addStreetMap(
    map: StreetMap,
    file: IncomingFile | undefined,
    address: string | undefined,
  ): Promise<void> {
    const { StreetMaps } = await import('./street-maps.svelte.ts');
    this.#streetMaps ??= new StreetMaps(this.#options, this.datasets.saved, this.camera);
    this.#streetMaps.add(map, file);
    if (address === this.#options.linkedData) await this.pageView.restoreLinked();
  }

  /** What a link says of data that it loads can be followed only when they are open. */
  async #restoreLinked(dataset: number): Promise<void> {
    if (this.datasets.addressOf(dataset) === this.#options.linkedData)
      await this.pageView.restoreLinked();
    this.#settleFilters();
  }
}
