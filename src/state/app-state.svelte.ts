import { boundsOf } from '../core/place/bounds.ts';
import type { Fault } from '../core/fault.ts';
import { isArea, TARGETS, type Place } from '../core/incident/incident.ts';
import { precisionAt, type Row } from '../core/incident/incident-table.ts';
import type { Camera, GroupKey, ViewState } from '../core/view/view-state.ts';
import type { AddressBar } from '../io/address-bar.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { Surroundings } from '../io/surroundings.ts';
import { AddressSync, type Followed } from './address-sync.svelte.ts';
import { MapCamera } from './camera.svelte.ts';
import { Filters } from './filters.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { OpenData, type DataDoors } from './open-data.svelte.ts';
import { Panel } from './panel.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { Scene } from './scene.svelte.ts';
import { Settings } from './settings.svelte.ts';
import { Shown } from './shown.svelte.ts';
import { Timeline } from './timeline.svelte.ts';

/** The edges of the page that state speaks to; tests give their own. */
export type Doors = DataDoors & {
  readonly addressBar: AddressBar;
  readonly settings: SettingsStore;
  readonly surroundings: Surroundings;
  /** Fetches a source text by its file name. */
  readonly sourceText: (file: string) => Promise<string | Fault>;
};

/** Makes the parts of the state and joins them. */
export class AppState implements Followed {
  readonly notices = new Notices();
  readonly filters = new Filters();
  readonly camera = new MapCamera();
  readonly panel = new Panel();
  readonly settings: Settings;
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly open: OpenData;
  readonly address: AddressSync;
  readonly sourceText: Doors['sourceText'];

  /** What follows from the data; undefined until they are open. */
  readonly shown: Shown | undefined = $derived.by(() => {
    const data = this.open.data;
    return data && new Shown(data, this.filters, this.timeline);
  });
  readonly scene: Scene | undefined = $derived.by(() => {
    const { shown } = this;
    return shown && new Scene(shown, this.timeline, this.camera, this.panel, this.settings);
  });

  constructor(doors: Doors) {
    this.settings = new Settings(doors.settings, doors.surroundings);
    this.timeline = new Timeline(doors.surroundings);
    this.playback = new Playback(this.timeline, doors.surroundings);
    this.open = new OpenData(doors, this.notices);
    this.sourceText = doors.sourceText;
    this.address = new AddressSync(doors.addressBar, this);
  }

  /** Opens the bundled data and then the view that the address asks for. */
  async start(): Promise<void> {
    await this.open.openBundled();
    const { data } = this.open;
    if (!data) return;
    this.timeline.spanPeriod(data.table.period);
    const { table } = data;
    const points = Array.from({ length: table.length }, (_, row) => row)
      .filter((row) => !isArea(precisionAt(table, row)))
      .map((row) => ({ lon: table.lon[row] ?? 0, lat: table.lat[row] ?? 0 }));
    const home = boundsOf(points);
    if (home) this.camera.settle(home);
    this.address.restore();
  }

  /** All that a link brings back. */
  get view(): ViewState {
    const { targets, text } = this.filters;
    return {
      window: this.timeline.isWhole ? undefined : this.timeline.span,
      mode: this.timeline.mode,
      targets:
        targets.size === TARGETS.length ? undefined : TARGETS.filter((one) => targets.has(one)),
      text,
      camera: this.camera.chosen,
      panel: this.panel.state,
    };
  }

  get cameraNow(): Camera | undefined {
    return this.camera.now;
  }
  get isMoving(): boolean {
    return this.timeline.isMoving;
  }
  tellUnread(part: string, text: string): void {
    this.notices.tell({ kind: 'address-part', part, text });
  }

  /** Takes a view; what names nothing in the data is left out and told. */
  restore(view: ViewState): void {
    this.playback.pause();
    if (view.window) this.timeline.show(view.window);
    else this.timeline.showAll();
    this.timeline.choose(view.mode);
    this.filters.showTargets(view.targets ?? TARGETS);
    this.filters.search(view.text);
    this.panel.restore(this.#known(view.panel));
    if (view.camera) this.camera.look(view.camera);
    else this.camera.goHome(this.#chosenPlace());
  }

  #chosenPlace(): Place | undefined {
    const row = this.shown?.rowOf(this.panel.state.incident ?? '');
    const place = row === undefined ? undefined : this.shown?.incident(row).place;
    return place && !isArea(place.precision) ? place : undefined;
  }

  /** Opens a record and brings its place into view. */
  openIncident(row: Row, alone = false): void {
    if (!this.shown) return;
    const incident = this.shown.incident(row);
    this.panel.openIncident(incident.id, alone);
    if (!isArea(incident.place.precision))
      this.camera.reveal(incident.place.lon, incident.place.lat);
  }

  /** Opens what a mark or an area stands for in the window: the record itself when it is one. */
  openGroup(group: GroupKey): void {
    const rows = this.shown?.rowsOfGroup(group);
    if (!this.shown || !rows) return;
    const listed = this.shown.listedOf(rows);
    const [only] = listed;
    if (only && listed.length === 1) this.openIncident(only.row, true);
    else this.panel.openGroup(group);
  }

  closePanel(): void {
    this.panel.close();
    this.camera.returnFromReveal();
  }

  #known(panel: ViewState['panel']): ViewState['panel'] {
    const { shown } = this;
    if (!shown) return panel;
    const row = panel.incident === undefined ? undefined : shown.rowOf(panel.incident);
    if (panel.incident !== undefined && row === undefined) this.tellUnread('id', panel.incident);
    const group = panel.group && shown.rowsOfGroup(panel.group) ? panel.group : undefined;
    if (panel.group && !group)
      this.tellUnread(
        'group',
        panel.group.kind === 'area' ? panel.group.name : panel.group.incident,
      );
    const incident = row === undefined ? undefined : shown.incident(row);
    const report = panel.report;
    const hasQuote = report !== undefined && incident?.reports[report]?.quote !== undefined;
    if (report !== undefined && incident && !hasQuote)
      this.tellUnread('source', String(report + 1));
    return {
      isListOpen: panel.isListOpen,
      group,
      incident: incident?.id,
      report: hasQuote ? report : undefined,
    };
  }
}
