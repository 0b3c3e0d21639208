import { binsIn, edgeAway, isEdge, type BinUnit } from '../core/time/bins.ts';
import { HOUR, type Minute } from '../core/time/minute.ts';
import { cutTo, lengthOf, sameRange, shiftInto, type TimeRange } from '../core/time/time-range.ts';
import {
  binsFrom,
  isOnEdges,
  MIN_WINDOW,
  nextWindow,
  oneBin,
  strideOf,
  windowBefore,
  type FindIncident,
  type Stride,
} from '../core/time/stride.ts';
import type { TimeMode } from '../core/url/view-state.ts';
import type { Environment } from '../io/environment.ts';
import { TimeAxis } from './time-axis.svelte.ts';

export type SpanEnd = 'from' | 'to';

/** What an axis that is zoomed to the window shows on each side of it is this part of the window. */
const WINDOW_MARGIN = 8;

/** A window that has not moved for this long has settled. */
const REST_MILLISECONDS = 350;

/** The window of time, the stretch of axis on screen, and whether the window is in motion. */
export class Timeline {
  readonly #surroundings: Environment;
  readonly #axis = new TimeAxis();
  #window = $state.raw<TimeRange>({ from: 0, to: 24 * HOUR });
  #mode = $state.raw<TimeMode>('window');
  #isMoving = $state.raw(false);
  #stopResting: () => void = () => undefined;
  /** Until the incidents are known, each window may hold some. */
  #find: FindIncident = ({ from, to }, side) => (side === 'first' ? from : to);
  /** The stride that a step moved the window by: a cut-off last window does not shorten the next. */
  #stepped = $state.raw<{ readonly window: TimeRange; readonly stride: Stride } | undefined>();

  /** What is asked for: the window, or everything up to its end. */
  readonly span: TimeRange = $derived(
    this.#mode === 'window' ? this.#window : { from: this.limits.from, to: this.#window.to },
  );
  #lastAtRest: TimeRange | undefined;
  /** What was asked for when the window last rested: what needs layout follows only then. */
  readonly restingSpan: TimeRange = $derived.by(() => {
    if (!this.#isMoving || !this.#lastAtRest) this.#lastAtRest = this.span;
    return this.#lastAtRest;
  });
  readonly isWhole: boolean = $derived(sameRange(this.span, this.limits));
  /** What the next step moves by: what the window holds; a unit of steps when all is open. */
  readonly stride: Stride = $derived.by(() => {
    if (this.#mode === 'cumulative' || this.isWhole) return oneBin(this.stepUnit);
    return this.#stepped && sameRange(this.#stepped.window, this.#window)
      ? this.#stepped.stride
      : strideOf(this.#window, this.limits, this.unit);
  });
  /** No room is left to step back, or forward; a window on all has room on both sides. */
  readonly isAtStart: boolean = $derived(
    this.#mode === 'cumulative'
      ? edgeAway(this.#window.to, this.stepUnit, -1) <= this.limits.from
      : !this.isWhole && this.#window.from <= this.limits.from,
  );
  readonly isAtEnd: boolean = $derived(
    this.#window.to >= this.limits.to && (this.#mode === 'cumulative' || !this.isWhole),
  );

  constructor(surroundings: Environment) {
    this.#surroundings = surroundings;
  }

  /** The whole period of the data, in full days. */
  get limits(): TimeRange {
    return this.#axis.limits;
  }
  /** The stretch of time on screen. */
  get axis(): TimeRange {
    return this.#axis.shown;
  }
  /** It opens on a part of the period, without a few incidents far from the others. */
  get isAxisFitted(): boolean {
    return this.#axis.isFitted;
  }
  /** The bins that the axis is cut into. */
  get unit(): BinUnit {
    return this.#axis.unit;
  }
  /** What a step moves by when it begins from all, and the end of a cumulative window. */
  get stepUnit(): BinUnit {
    return this.#axis.stepUnit;
  }
  get isAxisWhole(): boolean {
    return this.#axis.isWhole;
  }
  get isAxisHome(): boolean {
    return this.#axis.isHome;
  }
  get isAxisShortest(): boolean {
    return this.#axis.isShortest;
  }
  /** The window itself; when cumulative, only its end counts. */
  get window(): TimeRange {
    return this.#window;
  }
  get mode(): TimeMode {
    return this.#mode;
  }
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /**
   * Takes the period of a data set and opens the window on all of it. No bin is finer than `finest`:
   * hours of records that know only their day would look like many uncertain records. The axis shows `fitted` at first.
   */
  spanPeriod(period: TimeRange, finest: BinUnit = 'hour', fitted: TimeRange = period): void {
    this.#axis.span(period, finest, fitted);
    this.#window = this.limits;
  }

  choose(mode: TimeMode): void {
    this.#mode = mode;
  }

  /** Sets the window at once, cut to the period. */
  show(window: TimeRange): void {
    this.#window = cutTo(window, this.limits, MIN_WINDOW);
    this.#followWindow();
  }

  showAll(): void {
    this.#window = this.limits;
    this.#axis.showHome();
  }

  /** Brings the incidents that a fitted axis leaves out on screen. */
  showWholeAxis(): void {
    this.#axis.showWhole();
  }

  /** Moves one end; the other stays, and the window never turns over. */
  moveEnd(end: SpanEnd, to: Minute): void {
    const { limits } = this;
    const window = this.span;
    const moved: TimeRange =
      end === 'from'
        ? { from: Math.min(Math.max(to, limits.from), window.to - MIN_WINDOW), to: window.to }
        : {
            from: window.from,
            to: Math.max(Math.min(to, limits.to), window.from + MIN_WINDOW),
          };
    const maxFrom = moved.to - MIN_WINDOW;
    this.#move(
      this.#mode === 'window'
        ? moved
        : { from: Math.min(this.#window.from, maxFrom), to: moved.to },
    );
    this.#axis.follow({ from: moved[end], to: moved[end] });
  }

  /** Moves both ends at once; the end alone when cumulative. */
  moveBoth(window: TimeRange): void {
    if (this.#mode === 'cumulative') this.moveEnd('to', window.to);
    else this.#move(cutTo(window, this.limits, MIN_WINDOW));
  }

  /**
   * Moves the window to begin at `from`: from bin to bin as many bins as it holds, else at its length.
   */
  moveTo(from: Minute): void {
    const { unit } = this;
    this.#move(
      isOnEdges(this.#window, this.limits, unit, unit) && isEdge(from, unit)
        ? binsFrom(from, binsIn(this.#window, unit), unit, this.limits)
        : shiftInto({ from, to: from + lengthOf(this.#window) }, this.limits),
    );
    this.#followWindow();
  }

  /**
   * Shows the window after this one, or before it: they meet without gap or overlap, and the first and
   * the last are cut off by the period. A window on the whole period becomes the bin at its start, or
   * at its end when stepping back. When cumulative, the end moves to that of the next bin. A long time
   * without incidents is skipped. True while there is room.
   */
  step(direction: 1 | -1): boolean {
    const before = this.span;
    const { stride, limits } = this;
    if (this.#mode === 'cumulative') {
      const lastBin = edgeAway(before.to, this.stepUnit, -1);
      const end =
        direction > 0
          ? nextWindow(before.to, stride, limits, this.#find)
          : windowBefore(lastBin, stride, limits, this.#find);
      if (end) this.moveEnd('to', end.to);
    } else if (direction > 0) {
      const from = this.isWhole ? limits.from : before.to;
      this.#stepTo(nextWindow(from, stride, limits, this.#find), stride);
    } else {
      const to = this.isWhole ? limits.to : before.from;
      this.#stepTo(windowBefore(to, stride, limits, this.#find), stride);
    }
    return !sameRange(before, this.span);
  }

  /** Begins anew at the start of the period: with the first window, or the first bin of `unit`. */
  startOver(unit: BinUnit): void {
    if (this.#mode === 'cumulative') {
      this.moveEnd('to', this.limits.from);
      return;
    }
    const stride = this.isWhole ? oneBin(unit) : this.stride;
    this.#stepTo(nextWindow(this.limits.from, stride, this.limits, this.#find), stride);
  }

  /** Steps skip what `find` finds no incident in. */
  skipWithout(find: FindIncident): void {
    this.#find = find;
  }

  showOnAxis(stretch: TimeRange): void {
    this.#axis.show(stretch);
  }

  /** The window with a little of what lies around it, so that both ends have room to move. */
  zoomToWindow(): void {
    const { from, to } = this.span;
    const around = Math.round((to - from) / WINDOW_MARGIN);
    this.#axis.show({ from: from - around, to: to + around });
  }

  /** The axis as it was when the data were opened; the window stays. */
  showHomeAxis(): void {
    this.#axis.showHome();
  }

  /** Zooms the axis about a minute; a factor below 1 comes closer. */
  zoomAxis(factor: number, about: Minute): void {
    this.#axis.zoom(factor, about);
  }

  panAxis(by: Minute): void {
    this.#axis.pan(by);
  }

  /** The motion is over now, without waiting. */
  rest(): void {
    this.#stopResting();
    this.#isMoving = false;
  }

  #stepTo(window: TimeRange | undefined, stride: Stride): void {
    if (!window) return;
    this.#move(window);
    this.#stepped = { window, stride };
    this.#followWindow();
  }

  #followWindow(): void {
    if (lengthOf(this.#window) <= lengthOf(this.axis)) this.#axis.follow(this.#window);
  }

  #move(window: TimeRange): void {
    if (sameRange(window, this.#window)) return;
    this.#window = window;
    this.#isMoving = true;
    this.#stopResting();
    this.#stopResting = this.#surroundings.afterPainting(REST_MILLISECONDS, () => {
      this.#isMoving = false;
    });
  }
}
