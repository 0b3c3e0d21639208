import { UNIT_LENGTH, type BinUnit } from '../core/time/bins.ts';
import { DAY, type Minute } from '../core/time/minute.ts';
import { sameSpan } from '../core/time/span.ts';
import type { Surroundings } from '../io/surroundings.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Civil hours that pass in a second of playing; of a coarser axis the same part of its bins. */
export const SPEEDS = [6, 12, 24] as const;
export type Speed = (typeof SPEEDS)[number];

/** What plays when the whole period was open, and what passes in a second of the fastest speed. */
const stretchOf = (unit: BinUnit): Minute => Math.max(UNIT_LENGTH[unit], DAY);

/** Seconds between two steps; a reader who prefers less motion gets none that is faster. */
const FASTEST_STEP = { usual: 0.25, calm: 1 } as const;
const SLOWEST_STEP = 4;

/**
 * The running clock: moves the window, or lets it grow when cumulative, by whole bins of the axis.
 * Most records know only their day, so that a window between two days would say little of any.
 */
export class Playback {
  readonly #timeline: Timeline;
  readonly #surroundings: Surroundings;
  #isPlaying = $state.raw(false);
  #speed = $state.raw<Speed>(12);
  #stopWaiting: () => void = () => undefined;

  constructor(timeline: Timeline, surroundings: Surroundings) {
    this.#timeline = timeline;
    this.#surroundings = surroundings;
    surroundings.onHidden(() => {
      this.pause();
    });
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }
  get speed(): Speed {
    return this.#speed;
  }

  chooseSpeed(speed: Speed): void {
    this.#speed = speed;
  }

  /** Plays from where the window stands; from the start when it stands at the end. */
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
    const timeline = this.#timeline;
    const { limits, span, mode, unit } = timeline;
    if (span.to < limits.to) return;
    if (mode === 'cumulative') timeline.moveEnd('to', limits.from);
    else if (sameSpan(span, limits))
      timeline.show({ from: limits.from, to: limits.from + stretchOf(unit) });
    else timeline.moveTo(limits.from);
  }

  #stepLater(): void {
    const { unit } = this.#timeline;
    const length = UNIT_LENGTH[unit];
    const minutesASecond = (this.#speed / 24) * stretchOf(unit);
    const isCalm = this.#surroundings.prefersLessMotion();
    const least = isCalm ? FASTEST_STEP.calm : FASTEST_STEP.usual;
    const bins = Math.max(1, Math.round((least * minutesASecond) / length));
    const seconds = Math.min(Math.max((bins * length) / minutesASecond, least), SLOWEST_STEP);
    this.#stopWaiting = this.#surroundings.after(seconds * 1000, () => {
      const hasMoved = this.#timeline.step(bins, unit);
      if (!hasMoved || this.#isAtEnd) this.pause();
      else this.#stepLater();
    });
  }

  get #isAtEnd(): boolean {
    return this.#timeline.span.to >= this.#timeline.limits.to;
  }
}
