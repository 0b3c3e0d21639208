import { boundsOf } from '../core/place/bounds.ts';
import type { Fault } from '../core/fault.ts';
import { isArea, TARGETS, type Place } from '../core/incident/incident.ts';
import { precisionAt, type Row } from '../core/incident/incident-table.ts';
import { isoText } from '../core/time/minute.ts';
import { overlaps } from '../core/time/span.ts';
import type { UnreadPart } from '../core/view/unread-part.ts';
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
import { Pointed } from './pointed.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { Scene } from './scene.svelte.ts';
import { Settings } from './settings.svelte.ts';
import { Shown } from './shown.svelte.ts';
import { Timeline } from './timeline.svelte.ts';

/** About half the widest halo, in degrees: the home view shows places with their surroundings. */
const MARGIN_DEGREES = 0.12;

const cornersAround = (lon: number, lat: number) =>
  [-MARGIN_DEGREES, MARGIN_DEGREES].map((by) => ({ lon: lon + by, lat: lat + by }));

/** The edges of the page that state speaks to; tests give their own. */
export type Doors = DataDoors & {
  readonly addressBar: AddressBar;
  readonly settings: SettingsStore;
  readonly surroundings: Surroundings;
  /** The full address of a file that is served beside the page. */
  readonly addressOf: (file: string) => string;
  /** Fetches a text that is served beside the page. */
  readonly bundledText: (file: string) => Promise<string | Fault>;
};

/** Makes the parts of the state and joins them. */
export class AppState implements Followed {
  readonly notices = new Notices();
  readonly filters = new Filters();
  readonly camera = new MapCamera();
  readonly panel = new Panel();
  readonly pointed = new Pointed();
  readonly settings: Settings;
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly open: OpenData;
  readonly address: AddressSync;
  readonly bundledText: Doors['bundledText'];
  readonly addressOf: Doors['addressOf'];

  /** What follows from the data; undefined until they are open. */
  readonly shown: Shown | undefined = $derived.by(() => {
    const data = this.open.data;
    return data && new Shown(data, this.filters, this.timeline);
  });
  readonly scene: Scene | undefined = $derived.by(() => {
    const { shown } = this;
    return (
      shown && new Scene(shown, this.timeline, this.camera, this.panel, this.pointed, this.settings)
    );
  });

  constructor(doors: Doors) {
    this.settings = new Settings(doors.settings, doors.surroundings);
    this.timeline = new Timeline(doors.surroundings);
    this.playback = new Playback(this.timeline, doors.surroundings);
    this.open = new OpenData(doors, this.notices);
    this.bundledText = doors.bundledText;
    this.addressOf = doors.addressOf;
    this.address = new AddressSync(doors.addressBar, doors.surroundings, this);
  }

  /** Opens the bundled data and then the view that the address asks for. */
  async start(): Promise<void> {
    try {
      await this.open.openBundled();
    } catch (cause) {
      this.open.fail({
        kind: 'bug',
        message: cause instanceof Error ? cause.message : String(cause),
      });
      return;
    }
    const { data } = this.open;
    if (!data) return;
    this.timeline.spanPeriod(data.table.period);
    const { table } = data;
    const points = Array.from({ length: table.length }, (_, row) => row)
      .filter((row) => !isArea(precisionAt(table, row)))
      .flatMap((row) => cornersAround(table.lon[row] ?? 0, table.lat[row] ?? 0));
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
    return this.timeline.isMoving || this.playback.isPlaying;
  }
  tellUnread(parts: readonly UnreadPart[]): void {
    this.notices.withdraw('address-parts');
    this.notices.tell({ kind: 'address-parts', parts });
  }

  /** Takes a view; what names nothing in the data is left out and given back. */
  restore(view: ViewState): readonly UnreadPart[] {
    const unknown: UnreadPart[] = [];
    this.playback.pause();
    if (view.window && overlaps(view.window, this.timeline.limits)) this.timeline.show(view.window);
    else this.timeline.showAll();
    if (view.window && !overlaps(view.window, this.timeline.limits)) {
      const text = `${isoText(view.window.from)} … ${isoText(view.window.to)}`;
      unknown.push({ part: 'from, to', text });
    }
    this.timeline.choose(view.mode);
    this.filters.showTargets(view.targets ?? TARGETS);
    this.filters.search(view.text);
    this.panel.restore(this.#known(view.panel, unknown));
    if (view.camera) this.camera.look(view.camera);
    else this.camera.goHome(this.#chosenPlace());
    return unknown;
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
    else {
      this.panel.openGroup(group);
      this.#revealGroup(group);
    }
  }

  #revealGroup(group: GroupKey): void {
    if (group.kind !== 'mark') return;
    const mark = this.shown?.markOf(group);
    if (mark) this.camera.reveal(mark.lon, mark.lat);
  }

  closePanel(): void {
    this.panel.close();
    this.camera.returnFromReveal();
  }

  #known(panel: ViewState['panel'], unknown: UnreadPart[]): ViewState['panel'] {
    const { shown } = this;
    if (!shown) return panel;
    const row = panel.incident === undefined ? undefined : shown.rowOf(panel.incident);
    if (panel.incident !== undefined && row === undefined)
      unknown.push({ part: 'id', text: panel.incident });
    const group = panel.group && shown.rowsOfGroup(panel.group) ? panel.group : undefined;
    if (panel.group && !group) {
      const { group: asked } = panel;
      unknown.push({ part: 'group', text: asked.kind === 'area' ? asked.name : asked.incident });
    }
    const incident = row === undefined ? undefined : shown.incident(row);
    const report = panel.report;
    const hasQuote = report !== undefined && incident?.reports[report]?.quote !== undefined;
    if (report !== undefined && incident && !hasQuote)
      unknown.push({ part: 'source', text: String(report + 1) });
    return {
      isListOpen: panel.isListOpen,
      group,
      incident: incident?.id,
      report: hasQuote ? report : undefined,
    };
  }
}
