import type { IncidentRecord } from '../core/records/incident-record.ts';
import type { RecordName } from '../core/records/record-ref.ts';
import { openingWindow } from '../core/time/opening-window.ts';
import { overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import type { TimeMode } from '../core/url/view-state.ts';
import type { Panel } from './panel.svelte.ts';
import type { Playback } from './playback.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** A window that was moved to show a record. */
type Move = {
  readonly record: RecordName;
  readonly before: TimeRange;
  /** The window itself, not an equal one: a reader who moved away and back has chosen it. */
  readonly after: TimeRange;
  readonly mode: TimeMode;
};

type OpeningPage = {
  readonly panel: Panel;
  readonly playback: Playback;
  readonly timeline: Timeline;
};

/** Moves the window to a record that is opened outside it, and back when the reader asks for that. */
export class OpeningWindow {
  readonly #page: OpeningPage;
  #last = $state.raw<Move | undefined>();

  constructor(page: OpeningPage) {
    this.#page = page;
  }

  /** The last move, until the reader moves the window. */
  get #current(): Move | undefined {
    const { timeline } = this.#page;
    const last = this.#last;
    return last?.after === timeline.window && last.mode === timeline.mode ? last : undefined;
  }

  /** The time that was shown before the window moved to the open record; undefined where it did not. */
  get before(): TimeRange | undefined {
    const move = this.#current;
    const open = this.#page.panel.record;
    if (!move || open?.id !== move.record.id || open.dataset !== move.record.dataset) return;
    const { limits } = this.#page.timeline;
    return move.mode === 'window' ? move.before : { from: limits.from, to: move.before.to };
  }

  /** A record was opened. From one to the next, the window that the reader chose is the one to go back to. */
  show(record: IncidentRecord): void {
    const { timeline, playback } = this.#page;
    if (overlaps(record.span, timeline.span)) return;
    const { window, limits, mode } = timeline;
    const before = this.#current?.before ?? window;
    const after = openingWindow(before, record.span, limits, mode === 'cumulative');
    if (sameRange(after, window)) return;
    playback.pause();
    timeline.show(after);
    this.know(record, before);
  }

  /** The window has been moved from another one to show a record. */
  know({ id, dataset }: RecordName, before: TimeRange): void {
    const { window, mode } = this.#page.timeline;
    this.#last = sameRange(before, window)
      ? undefined
      : { record: { id, dataset }, before, after: window, mode };
  }

  goBack(): void {
    const move = this.#current;
    if (move) this.#page.timeline.show(move.before);
  }
}
