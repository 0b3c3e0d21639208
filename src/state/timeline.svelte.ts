import { binAfter, binStart, binUnitFor, edgeAway, type BinUnit } from '../core/time/bins.ts';
import { HOUR, type Minute } from '../core/time/minute.ts';
import { cutTo, lengthOf, sameSpan, shiftInto, type Span } from '../core/time/span.ts';
import type { TimeMode } from '../core/view/view-state.ts';
import type { Surroundings } from '../io/surroundings.ts';

export type SpanEnd = 'from' | 'to';

/**
 * The axis shows at most this many bins: a bar stays wide enough to see, and some weeks of reports
 * that know their day, but rarely their hour, stand as days.
 */
const MOST_BINS = 60;
const SHORTEST_WINDOW: Minute = HOUR;
const SHORTEST_AXIS: Minute = 12 * HOUR;
/** A window that has not moved for this long is at rest. */
const REST_MILLISECONDS = 350;

/** The window of time, the stretch of axis on screen, and whether the window is in motion. */
export class Timeline {
  readonly #surroundings: Surroundings;
  #limits = $state.raw<Span>({ from: 0, to: 24 * HOUR });
  #window = $state.raw<Span>({ from: 0, to: 24 * HOUR });
  #axis = $state.raw<Span>({ from: 0, to: 24 * HOUR });
  #mode = $state.raw<TimeMode>('window');
  #isMoving = $state.raw(false);
  #stopResting: () => void = () => undefined;

  /** The bins that the axis is cut into. */
  readonly unit: BinUnit = $derived(binUnitFor(this.#axis, MOST_BINS));
  /** What is asked for: the window, or everything up to its end. */
  readonly span: Span = $derived(
    this.#mode === 'window' ? this.#window : { from: this.#limits.from, to: this.#window.to },
  );
  #lastAtRest: Span | undefined;
  /** What was asked for when the window last rested: what needs layout follows only then. */
  readonly restingSpan: Span = $derived.by(() => {
    if (!this.#isMoving || !this.#lastAtRest) this.#lastAtRest = this.span;
    return this.#lastAtRest;
  });
  readonly isWhole: boolean = $derived(sameSpan(this.span, this.#limits));
  readonly isAxisWhole: boolean = $derived(sameSpan(this.#axis, this.#limits));
  readonly isAxisShortest: boolean = $derived(lengthOf(this.#axis) <= SHORTEST_AXIS);

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The whole period of the data, in full days. */
  get limits(): Span {
    return this.#limits;
  }
  /** The stretch of time on screen. */
  get axis(): Span {
    return this.#axis;
  }
  get mode(): TimeMode {
    return this.#mode;
  }
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Takes the period of a data set and opens the window on all of it. */
  spanPeriod(period: Span): void {
    const lastDay = binStart(period.to - 1, 'day');
    this.#limits = { from: binStart(period.from, 'day'), to: binAfter(lastDay, 'day') };
    this.#window = this.#limits;
    this.#axis = this.#limits;
  }

  choose(mode: TimeMode): void {
    this.#mode = mode;
  }

  /** Sets the window at once, cut to the period. */
  show(window: Span): void {
    this.#window = cutTo(window, this.#limits, SHORTEST_WINDOW);
  }

  showAll(): void {
    this.#window = this.#limits;
    this.#axis = this.#limits;
  }

  /** Moves one end; the other stays, and the window never turns over. */
  moveEnd(end: SpanEnd, to: Minute): void {
    const { limits } = this;
    const window = this.span;
    const moved: Span =
      end === 'from'
        ? { from: Math.min(Math.max(to, limits.from), window.to - SHORTEST_WINDOW), to: window.to }
        : {
            from: window.from,
            to: Math.max(Math.min(to, limits.to), window.from + SHORTEST_WINDOW),
          };
    const least = moved.to - SHORTEST_WINDOW;
    this.#move(
      this.#mode === 'window' ? moved : { from: Math.min(this.#window.from, least), to: moved.to },
    );
    this.#follow({ from: moved[end], to: moved[end] });
  }

  /** Moves both ends at once; the end alone when cumulative. */
  moveBoth(window: Span): void {
    if (this.#mode === 'cumulative') this.moveEnd('to', window.to);
    else this.#move(cutTo(window, this.#limits, SHORTEST_WINDOW));
  }

  /** Moves the whole window so that it begins at `from`, at its length. */
  moveTo(from: Minute): void {
    this.#move(shiftInto({ from, to: from + lengthOf(this.#window) }, this.#limits));
    if (lengthOf(this.#window) <= lengthOf(this.#axis)) this.#follow(this.#window);
  }

  /**
   * Moves window (or its end, when cumulative) by bins of the axis; a window on the whole period
   * becomes the bin at its start, or at its end when stepping back. True while there is room.
   */
  step(bins: number, unit: BinUnit = this.unit): boolean {
    const before = this.span;
    const { from, to } = this.#limits;
    if (this.#mode === 'cumulative') this.moveEnd('to', edgeAway(before.to, unit, bins));
    else if (!this.isWhole) this.moveTo(edgeAway(before.from, unit, bins));
    else if (bins > 0) this.moveBoth({ from, to: binAfter(from, unit) });
    else this.moveBoth({ from: edgeAway(to, unit, -1), to });
    return !sameSpan(before, this.span);
  }

  /** Zooms the axis about a minute; a factor below 1 comes closer. */
  zoomAxis(factor: number, about: Minute): void {
    const length = Math.max(lengthOf(this.#axis) * factor, SHORTEST_AXIS);
    const part = (about - this.#axis.from) / lengthOf(this.#axis);
    const from = Math.round(about - part * length);
    this.#axis = shiftInto({ from, to: from + Math.round(length) }, this.#limits);
  }

  panAxis(by: Minute): void {
    const { from, to } = this.#axis;
    this.#axis = shiftInto({ from: from + by, to: to + by }, this.#limits);
  }

  /** The motion is over now, without waiting. */
  rest(): void {
    this.#stopResting();
    this.#isMoving = false;
  }

  #move(window: Span): void {
    if (sameSpan(window, this.#window)) return;
    this.#window = window;
    this.#isMoving = true;
    this.#stopResting();
    this.#stopResting = this.#surroundings.afterPainting(REST_MILLISECONDS, () => {
      this.#isMoving = false;
    });
  }

  /** A zoomed axis follows what moves out of it. */
  #follow(moved: Span): void {
    const axis = this.#axis;
    if (moved.to > axis.to) this.panAxis(moved.to - axis.to);
    else if (moved.from < axis.from) this.panAxis(moved.from - axis.from);
  }
}
