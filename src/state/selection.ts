import { joinedWindow, type HiddenReason } from '../core/model/hidden-reasons.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import type { RecordName, RecordRef } from '../core/records/record-ref.ts';
import type { AskedGroup } from '../worker/protocol.ts';
import type { MapCamera } from './camera.svelte.ts';
import type { Filters } from './filters.svelte.ts';
import type { OpeningWindow } from './opening-window.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { Playback } from './playback.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** What a selection changes. */
export type Selectable = {
  readonly camera: MapCamera;
  readonly filters: Filters;
  readonly openingWindow: OpeningWindow;
  readonly panel: Panel;
  readonly playback: Playback;
  readonly timeline: Timeline;
  /** Undefined until the data are open. */
  readonly shown: Shown | undefined;
};

/** Opens in the panel what a reader selects, and brings its place and its time into view. */
export class Selection {
  readonly #page: Selectable;

  constructor(page: Selectable) {
    this.#page = page;
  }

  /** Opens a record; it stays within the open group or list unless `alone`. */
  async openIncident(row: RecordRef, alone = false): Promise<void> {
    await this.#open(row, (record) => {
      this.#page.panel.openIncident(record, alone);
    });
  }

  /** Goes on from the open record to another of the same list or group. */
  async readOn(row: RecordRef): Promise<void> {
    await this.#open(row, (record) => {
      this.#page.panel.readOn(record);
    });
  }

  async #open(row: RecordRef, open: (record: RecordName) => void): Promise<void> {
    const recorded = await this.#lookUp((shown, signal) => shown.records.load(row, signal));
    if (!recorded) return;
    open(recorded);
    this.#page.openingWindow.show(recorded);
    this.#reveal(recorded);
  }

  /**
   * Opens what a mark or an area represents in the window: the record itself when it is one. `at` is
   * where the mark is.
   */
  async openGroup(
    group: AskedGroup,
    at?: { readonly lon: number; readonly lat: number },
  ): Promise<void> {
    const { timeline, panel, camera } = this.#page;
    const found = await this.#lookUp((shown, signal) =>
      shown.queries.findGroup(group, timeline.span, signal),
    );
    if (!found) return;
    const { list, records } = found;
    if (list.rows.length === 1) {
      const isInOpenMark = group.kind === 'mark' && panel.state.group !== undefined;
      for (const only of records) this.#openOnly(only, !isInOpenMark);
      return;
    }
    this.#page.shown?.queries.adopt(found);
    panel.openGroup(found.group);
    if (at) camera.reveal(at.lon, at.lat);
  }

  #openOnly(recorded: IncidentRecord, alone = true): void {
    this.#page.shown?.records.open(recorded);
    this.#page.panel.openIncident(recorded, alone);
    this.#page.openingWindow.show(recorded);
    this.#reveal(recorded);
  }

  /** Opens the record of an id, by itself. */
  async openWithId(id: string): Promise<void> {
    const recorded = await this.#lookUp((shown, signal) =>
      shown.records.find({ id, dataset: undefined }, signal),
    );
    if (recorded) this.#openOnly(recorded);
  }

  /** Looks up what is to be opened next; cancelled when something else is opened or closed meanwhile. */
  async #lookUp<Answer>(
    ask: (shown: Shown, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { shown, panel } = this.#page;
    return shown && panel.opening.run((signal) => ask(shown, signal));
  }

  /** Changes what hides the mark of a record, and nothing else, and brings its place into view. */
  showOnMap(recorded: IncidentRecord, reasons: readonly HiddenReason[]): void {
    const { playback, timeline, filters, shown } = this.#page;
    playback.pause();
    if (reasons.includes('window')) timeline.show(joinedWindow(timeline.span, recorded.span));
    const layer = shown?.layerAt(recorded.layer);
    if (reasons.includes('layer') && layer) filters.showLayer(layer.key);
    if (reasons.includes('search')) filters.search('');
    if (reasons.includes('known')) filters.showKnownOn(undefined);
    for (const reason of reasons) if (typeof reason === 'object') filters.remove(reason);
    filters.showOnly([...filters.only].filter((name) => !reasons.includes(name)));
    this.#reveal(recorded);
  }

  /** A record that is known only to an area has no place of its own on the map. */
  #reveal({ place, area }: IncidentRecord): void {
    if (place && area === undefined) this.#page.camera.reveal(place.lon, place.lat);
  }

  close(): void {
    this.#page.panel.close();
    this.#page.camera.returnFromReveal();
  }
}
