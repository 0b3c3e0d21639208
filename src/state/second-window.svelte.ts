import { isEdge, binsIn } from '../core/time/bins.ts';
import type { ComparedPeriod } from '../core/time/compared-period.ts';
import { comparedRange } from '../core/time/compared-range.ts';
import type { Minute } from '../core/time/minute.ts';
import { binsFrom, isOnEdges, MIN_WINDOW } from '../core/time/stride.ts';
import { cutTo, lengthOf, sameRange, shiftInto, type TimeRange } from '../core/time/time-range.ts';
import type { Environment } from '../io/environment.ts';
import type { SpanEnd, Timeline } from './timeline.svelte.ts';

/** A window that thumbs and gestures move: the one of the timeline, or the second one. */
export type MovableWindow = Pick<
  Timeline,
  'span' | 'mode' | 'isWhole' | 'moveEnd' | 'moveBoth' | 'moveTo' | 'rest'
>;

/** What was chosen of the second period; undefined where one period is shown. */
export type PeriodChoice = {
  readonly chosen: ComparedPeriod | undefined;
  choose(chosen: ComparedPeriod | undefined): void;
};

/** The same as for the window of the timeline. */
const REST_MILLISECONDS = 350;

/** The window that is compared with the one of the timeline, on the same axis. A reader who moves it chooses its dates. */
export class SecondWindow implements MovableWindow {
  readonly mode = 'window';
  readonly #timeline: Timeline;
  readonly #choice: PeriodChoice;
  readonly #afterPainting: Environment['afterPainting'];
  #isMoving = $state.raw(false);
  #stopResting: () => void = () => undefined;
  #last: TimeRange | undefined;
  /** The same object while it is the same range: what is counted in it is not counted again. */
  readonly span: TimeRange;
  readonly isWhole: boolean;

  constructor(
    timeline: Timeline,
    choice: PeriodChoice,
    afterPainting: Environment['afterPainting'],
  ) {
    this.#timeline = timeline;
    this.#choice = choice;
    this.#afterPainting = afterPainting;
    this.span = $derived.by(() => {
      const next = comparedRange(choice.chosen ?? 'previous', timeline.span, timeline.limits);
      if (!this.#last || !sameRange(this.#last, next)) this.#last = next;
      return this.#last;
    });
    this.isWhole = $derived(sameRange(this.span, timeline.limits));
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Sets it at once. */
  show(window: TimeRange): void {
    this.#choice.choose(cutTo(window, this.#timeline.limits, MIN_WINDOW));
  }

  moveEnd(end: SpanEnd, to: Minute): void {
    const { from, to: last } = this.span;
    const { limits } = this.#timeline;
    this.#move(
      end === 'from'
        ? { from: Math.min(Math.max(to, limits.from), last - MIN_WINDOW), to: last }
        : { from, to: Math.max(Math.min(to, limits.to), from + MIN_WINDOW) },
    );
    this.#bringOnAxis(this.span[end]);
  }

  moveBoth(window: TimeRange): void {
    this.#move(cutTo(window, this.#timeline.limits, MIN_WINDOW));
  }

  moveTo(from: Minute): void {
    const { unit, limits } = this.#timeline;
    this.#move(
      isOnEdges(this.span, limits, unit, unit) && isEdge(from, unit)
        ? binsFrom(from, binsIn(this.span, unit), unit, limits)
        : shiftInto({ from, to: from + lengthOf(this.span) }, limits),
    );
  }

  rest(): void {
    this.#stopResting();
    this.#isMoving = false;
  }

  #move(window: TimeRange): void {
    if (sameRange(window, this.span)) return;
    this.#choice.choose(window);
    this.#isMoving = true;
    this.#stopResting();
    this.#stopResting = this.#afterPainting(REST_MILLISECONDS, () => {
      this.#isMoving = false;
    });
  }

  #bringOnAxis(minute: Minute): void {
    const { axis } = this.#timeline;
    if (minute < axis.from) this.#timeline.panAxis(minute - axis.from);
    if (minute > axis.to) this.#timeline.panAxis(minute - axis.to);
  }
}
