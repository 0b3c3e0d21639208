import { UNIT_LENGTH } from '../core/time/bins.ts';
import { HOUR, type Minute } from '../core/time/minute.ts';
import { sameSpan } from '../core/time/span.ts';
import type { Surroundings } from '../io/surroundings.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Civil hours that pass in a second of playing. */
export const SPEEDS = [6, 12, 24] as const;
export type Speed = (typeof SPEEDS)[number];

/** A window this long plays when the whole period was open. */
const PLAYED_WINDOW: Minute = 24 * HOUR;

/** Seconds between two steps for a reader who prefers less motion. */
const STEP_SECONDS = { least: 1, most: 4 } as const;

/**
 * The running clock: moves the window, or lets it grow when cumulative. It glides; for a reader who
 * prefers less motion it steps by whole bins.
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
    if (this.#surroundings.prefersLessMotion()) this.#stepLater();
    else this.#tick(undefined, 0);
  }

  pause(): void {
    this.#stopWaiting();
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#timeline.rest();
  }

  #rewind(): void {
    const timeline = this.#timeline;
    const { limits, span, mode } = timeline;
    if (span.to < limits.to) return;
    if (mode === 'cumulative') timeline.moveEnd('to', limits.from);
    else if (sameSpan(span, limits))
      timeline.show({ from: limits.from, to: limits.from + PLAYED_WINDOW });
    else timeline.moveTo(limits.from);
  }

  /** `part`: minutes of civil time that have passed but are not whole yet. */
  #tick(last: number | undefined, part: number): void {
    this.#stopWaiting = this.#surroundings.nextFrame((now) => {
      const seconds = last === undefined ? 0 : Math.min((now - last) / 1000, 0.25);
      const passed = part + seconds * this.#speed * HOUR;
      const whole = Math.floor(passed);
      if (whole > 0) this.#advance(whole);
      if (this.#isAtEnd) this.pause();
      else this.#tick(now, passed - whole);
    });
  }

  #stepLater(): void {
    const { unit } = this.#timeline;
    const minutesASecond = this.#speed * HOUR;
    const bins = Math.max(1, Math.round(minutesASecond / UNIT_LENGTH[unit]));
    const asked = (bins * UNIT_LENGTH[unit]) / minutesASecond;
    const seconds = Math.min(Math.max(asked, STEP_SECONDS.least), STEP_SECONDS.most);
    this.#stopWaiting = this.#surroundings.after(seconds * 1000, () => {
      const hasMoved = this.#timeline.step(bins, unit);
      if (!hasMoved || this.#isAtEnd) this.pause();
      else this.#stepLater();
    });
  }

  get #isAtEnd(): boolean {
    return this.#timeline.span.to >= this.#timeline.limits.to;
  }

  #advance(minutes: Minute): void {
    const { span, mode } = this.#timeline;
    if (mode === 'cumulative') this.#timeline.moveEnd('to', span.to + minutes);
    else this.#timeline.moveTo(span.from + minutes);
  }
}
