import { LatestRequest } from '../core/base/latest-request.ts';
import type { RecordName } from '../core/records/record-ref.ts';
import { CLOSED_PANEL, type GroupKey, type PanelState } from '../core/url/view-state.ts';

/** What the panel shows. Layers of it open inwards and close outwards. */
export class Panel {
  #state = $state.raw<PanelState>(CLOSED_PANEL);
  /** What is looked up to be opened: cancelled when anything else is opened or closed. */
  readonly opening = new LatestRequest();
  #prefersTable = false;
  /** The state that was reached by reading on. */
  #readOn: PanelState | undefined;
  /** The state that a link, Back or the page itself has set. */
  #given: PanelState = CLOSED_PANEL;
  /** The list that the page itself has opened. */
  #offered: PanelState | undefined;
  #isClosedByReader = false;
  /** The innermost open thing. */
  readonly showing: 'nothing' | 'list' | 'group' | 'incident' | 'source' = $derived(
    this.#state.report !== undefined
      ? 'source'
      : this.#state.incident !== undefined
        ? 'incident'
        : this.#state.group !== undefined
          ? 'group'
          : this.#state.isListOpen
            ? 'list'
            : 'nothing',
  );

  /** Only one thing lies open: going back closes the panel. */
  readonly isOutermost: boolean = $derived.by(() => {
    const { isListOpen, group, incident, report } = this.#state;
    const isNarrowed = group?.kind === 'mark' && group.place !== undefined;
    const levels = [isListOpen, group, isNarrowed, incident !== undefined, report !== undefined];
    return levels.filter(Boolean).length === 1;
  });

  /** The list of all records is open as a table, maybe with a record over it. */
  get isTable(): boolean {
    return this.#state.isListOpen && this.#state.isTable === true;
  }

  get state(): PanelState {
    return this.#state;
  }

  /** The open record. */
  get record(): RecordName | undefined {
    const { incident, dataset } = this.#state;
    return incident === undefined ? undefined : { id: incident, dataset };
  }

  /** True while what is open was reached by going on from another record, or opened by the page itself. */
  get isReadingOn(): boolean {
    return this.#readOn === this.#state;
  }

  /** What is open was opened by the reader. */
  get isChosen(): boolean {
    return this.#given !== this.#state;
  }

  /** What is open is the list that the page itself has opened: no choice to hand on. */
  get isOffered(): boolean {
    return this.#offered === this.#state;
  }

  restore(state: PanelState): void {
    this.#change(state);
    this.#given = this.#state;
  }
  /** As it was last open: as cards or as a table. */
  openList(): void {
    this.#change({ ...CLOSED_PANEL, isListOpen: true, isTable: this.#prefersTable });
  }
  /** Shows the open list as a table, or as cards. */
  showTable(isTable: boolean): void {
    this.#change({ ...this.#state, isTable });
  }
  /** Opens the list where nothing is open, without being asked, unless the reader has closed what was: no stop for Back. */
  offerList(): void {
    if (this.showing !== 'nothing' || this.#isClosedByReader) return;
    this.#change({ ...CLOSED_PANEL, isListOpen: true });
    this.#readOn = this.#given = this.#offered = this.#state;
  }
  openGroup(group: GroupKey): void {
    const { isListOpen, isTable } = this.#state;
    this.#change({ ...CLOSED_PANEL, isListOpen, isTable, group });
  }
  /** Opens a record; it stays within the open group or list unless `alone`. */
  openIncident({ id, dataset }: RecordName, alone = false): void {
    const group = alone ? undefined : this.#state.group;
    this.#change({ ...this.#state, group, incident: id, dataset, report: undefined });
  }
  /** Goes on to another record of the same list or group. */
  readOn(record: RecordName): void {
    this.openIncident(record);
    this.#readOn = this.#state;
  }
  openSource(report: number): void {
    this.#change({ ...this.#state, report });
  }
  /** Closes the innermost open thing. */
  back(): void {
    const { state } = this;
    if (state.report !== undefined) this.#change({ ...state, report: undefined });
    else if (state.incident !== undefined)
      this.#change({ ...state, incident: undefined, dataset: undefined });
    else if (state.group?.kind === 'mark' && state.group.place !== undefined)
      this.#change({ ...state, group: { ...state.group, place: undefined } });
    else if (state.group !== undefined) this.#change({ ...state, group: undefined });
    else this.close();
  }
  close(): void {
    this.#isClosedByReader = true;
    this.#change(CLOSED_PANEL);
  }

  #change(state: PanelState): void {
    this.opening.cancel();
    if (state.isListOpen) this.#prefersTable = state.isTable === true;
    this.#state = state;
  }
}
