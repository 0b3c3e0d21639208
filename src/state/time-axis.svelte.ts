import {
  binAfter,
  binStart,
  binUnitFor,
  STEP_UNITS,
  unitLength,
  type BinUnit,
} from '../core/time/bins.ts';
import { HOUR, type Minute } from '../core/time/minute.ts';
import { lengthOf, sameRange, shiftInto, type TimeRange } from '../core/time/time-range.ts';

/** The axis shows at most this many bins, besides one that it cuts: 40 to 100 columns, from 40 days on. */
const MAX_BINS = 98;
/** At most this many steps go through the axis. */
const MAX_STEPS = 60;
const MIN_AXIS: Minute = 12 * HOUR;

/** In full days. */
const wholeDays = ({ from, to }: TimeRange): TimeRange => ({
  from: binStart(from, 'day'),
  to: binAfter(to - 1, 'day'),
});

/** The stretch of time on screen, a part of the period of the data. */
export class TimeAxis {
  #limits = $state.raw<TimeRange>({ from: 0, to: 24 * HOUR });
  #home = $state.raw<TimeRange>({ from: 0, to: 24 * HOUR });
  #shown = $state.raw<TimeRange>({ from: 0, to: 24 * HOUR });
  #finest = $state.raw<BinUnit>('hour');

  /** The bins that it is cut into. */
  readonly unit: BinUnit = $derived(binUnitFor(this.#shown, MAX_BINS, this.#finest));
  /** What a step moves by when it begins from all, and the end of a cumulative window. */
  readonly stepUnit: BinUnit = $derived(
    binUnitFor(this.#shown, MAX_STEPS, this.#finest, STEP_UNITS),
  );
  readonly isWhole: boolean = $derived(sameRange(this.#shown, this.#limits));
  readonly isHome: boolean = $derived(sameRange(this.#shown, this.#home));
  /** It opens on a part of the period, without the few incidents that would stretch it. */
  readonly isFitted: boolean = $derived(!sameRange(this.#home, this.#limits));
  readonly #min: Minute = $derived(Math.max(MIN_AXIS, 2 * unitLength(this.#finest)));
  readonly isShortest: boolean = $derived(lengthOf(this.#shown) <= this.#min);

  /** The whole period of the data, in full days. */
  get limits(): TimeRange {
    return this.#limits;
  }
  get shown(): TimeRange {
    return this.#shown;
  }

  span(period: TimeRange, finest: BinUnit, fitted: TimeRange): void {
    this.#finest = finest;
    this.#limits = wholeDays(period);
    this.#home = shiftInto(wholeDays(fitted), this.#limits);
    this.#shown = this.#home;
  }

  showHome(): void {
    this.#shown = this.#home;
  }

  showWhole(): void {
    this.#shown = this.#limits;
  }

  /** Shows a stretch of time, or more where it is too short to be all of the axis. */
  show({ from, to }: TimeRange): void {
    const short = Math.max(this.#min - (to - from), 0);
    const start = from - Math.round(short / 2);
    this.#shown = shiftInto({ from: start, to: Math.max(to, start + this.#min) }, this.#limits);
  }

  /** Zooms about a minute; a factor below 1 comes closer. */
  zoom(factor: number, about: Minute): void {
    const length = Math.max(lengthOf(this.#shown) * factor, this.#min);
    const part = (about - this.#shown.from) / lengthOf(this.#shown);
    const from = Math.round(about - part * length);
    this.#shown = shiftInto({ from, to: from + Math.round(length) }, this.#limits);
  }

  pan(by: Minute): void {
    const { from, to } = this.#shown;
    this.#shown = shiftInto({ from: from + by, to: to + by }, this.#limits);
  }

  /** Follows what moves out of it. */
  follow(moved: TimeRange): void {
    const shown = this.#shown;
    if (moved.to > shown.to) this.pan(moved.to - shown.to);
    else if (moved.from < shown.from) this.pan(moved.from - shown.from);
  }
}
