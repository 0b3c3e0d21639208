import { unitLength, type BinUnit } from '../core/time/bins.ts';
import { DAY } from '../core/time/minute.ts';
import { lengthOf, type TimeRange } from '../core/time/time-range.ts';
import type { Environment } from '../io/environment.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Seconds that a window is shown for; none is so short that it asks for less motion. */
export const PACES = [4, 2, 1] as const;
export type Pace = (typeof PACES)[number];

/** The bin that plays first when the whole period was open: most records know only their day. */
const firstUnit = (unit: BinUnit, period: TimeRange): BinUnit =>
  unitLength(unit) < DAY && lengthOf(period) > DAY ? 'day' : unit;

/**
 * The running clock: shows one window after the other, so that all incidents of the period are
 * shown, and no part of it twice; or lets the window grow by bins of the axis when cumulative.
 */
export class Playback {
  readonly #timeline: Timeline;
  readonly #surroundings: Environment;
  #isPlaying = $state.raw(false);
  #pace = $state.raw<Pace>(2);
  #stopWaiting: () => void = () => undefined;

  constructor(timeline: Timeline, surroundings: Environment) {
    this.#timeline = timeline;
    this.#surroundings = surroundings;
    surroundings.onHidden(() => {
      this.pause();
    });
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }
  get pace(): Pace {
    return this.#pace;
  }

  choosePace(pace: Pace): void {
    this.#pace = pace;
  }

  /** Plays from where the window is; from the start when it is at the end. */
  play(): void {
    if (this.#isPlaying) return;
    this.#rewind();
    this.#isPlaying = true;
    this.#stepLater();
  }

  pause(): void {
    this.#stopWaiting();
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#timeline.rest();
  }

  #rewind(): void {
    const { stepUnit, limits } = this.#timeline;
    if (this.#hasShownAll) this.#timeline.startOver(firstUnit(stepUnit, limits));
  }

  #stepLater(): void {
    this.#stopWaiting = this.#surroundings.after(this.#pace * 1000, () => {
      const hasMoved = this.#timeline.step(1);
      if (!hasMoved || this.#hasShownAll) this.pause();
      else this.#stepLater();
    });
  }

  get #hasShownAll(): boolean {
    return this.#timeline.span.to >= this.#timeline.limits.to;
  }
}
