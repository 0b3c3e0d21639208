import type { BinUnit } from '../time/bins.ts';
import type { Minute } from '../time/minute.ts';
import { bitOf, NO_FIT, zerosOf } from './calendar-fits.ts';
import { lowerBound, type IntervalIndex } from './interval-index.ts';
import { binAt } from './timeline-slots.ts';
import { LONGER, type UnfittedIntervals } from './unfitted-intervals.ts';

/** From here to the next stretch, intervals that fit a bin or a level all fit the same period of it. */
type Stretch = {
  readonly from: Minute;
  /** Of each level. */
  readonly periods: readonly number[];
};

/** Where an interval is shown, by the first bit of its fit that matters: in a level, or longer than all. */
type Place = { readonly zeros: number; readonly level: number; readonly isExact: boolean };

/** Every interval ends after it. */
const ALL: Minute = -(2 ** 31);

/**
 * Places intervals of irregular length on an axis by their fits. Reads two numbers of each that touches the axis;
 * dates are compared only to find where stretches begin.
 */
export class IrregularPlacer {
  readonly #index: IntervalIndex;
  readonly #fits: Int32Array;
  readonly #unfitted: UnfittedIntervals;
  readonly #edges: readonly Minute[];
  readonly #stretches: readonly Stretch[];
  readonly #places: Place[];
  /** By number of zeros. */
  readonly #isSpan = new Uint8Array(NO_FIT + 1);
  readonly #inBin: number;
  /** The bits that matter. */
  readonly #bits: number;
  /** How many intervals of a stretch have each number of zeros. */
  readonly #tally = new Uint32Array(NO_FIT + 1);

  constructor(
    index: IntervalIndex,
    fits: Int32Array,
    edges: readonly Minute[],
    unit: BinUnit,
    unfitted: UnfittedIntervals,
  ) {
    const { levels } = unfitted;
    this.#index = index;
    this.#fits = fits;
    this.#unfitted = unfitted;
    this.#edges = edges;
    const cuts = levels.flatMap((level) => level.edges.slice(1, -1));
    this.#stretches = [...new Set([...edges.slice(0, -1), ...cuts])]
      .toSorted((a, b) => a - b)
      .map((from) => ({ from, periods: levels.map((level) => binAt(level.edges, from)) }));
    this.#places = levels.flatMap(({ unit: own }, level) => [
      { zeros: zerosOf(`=${own}`), level, isExact: true },
      { zeros: zerosOf(own), level, isExact: false },
    ]);
    this.#places.push({ zeros: NO_FIT, level: LONGER, isExact: false });
    for (const { zeros, isExact } of this.#places) this.#isSpan[zeros] = isExact ? 0 : 1;
    this.#inBin = zerosOf(unit);
    this.#bits = levels.reduce(
      (bits, { unit: own }) => bits | bitOf(own) | bitOf(`=${own}`),
      bitOf(unit),
    );
  }

  /** Those of a group; `addToBin` takes how many of them lie in a bin. */
  place(group: number, slot: number, addToBin: (bin: number, count: number) => void): void {
    const { irregularStarts, irregularRuns, irregularLongest } = this.#index;
    const end = irregularRuns[group + 1] as number;
    const edges = this.#edges;
    const axisFrom = edges[0] as number;
    const axisTo = edges.at(-1) as number;
    const [first, ...others] = this.#stretches;
    let at = irregularRuns[group] as number;
    if (!first || at === end) return;
    at = lowerBound(irregularStarts, at, end, axisFrom - (irregularLongest[group] as number));
    const started = lowerBound(irregularStarts, at, end, axisFrom);
    this.#count(at, started, axisFrom);
    this.#addUnfitted(at, started, axisFrom, first, slot);
    at = started;
    let bin = 0;
    for (const [i, stretch] of this.#stretches.entries()) {
      if (at === end) return;
      const next = lowerBound(irregularStarts, at, end, others[i]?.from ?? axisTo);
      if ((edges[bin + 1] as number) <= stretch.from) bin++;
      if (next === at) continue;
      this.#count(at, next, ALL);
      const inBin = this.#tally[this.#inBin] as number;
      if (inBin > 0) addToBin(bin, inBin);
      this.#addUnfitted(at, next, ALL, stretch, slot);
      at = next;
    }
  }

  /** Tallies what ends after a minute. */
  #count(begin: number, end: number, after: number): void {
    const { irregularEnds } = this.#index;
    const fits = this.#fits;
    const tally = this.#tally;
    const bits = this.#bits;
    tally.fill(0);
    for (let at = begin; at < end; at++) {
      if ((irregularEnds[at] as number) <= after) continue;
      const zeros = Math.clz32((fits[at] as number) & bits);
      tally[zeros] = (tally[zeros] as number) + 1;
    }
  }

  /** Adds what `#count` has tallied of a stretch and lies in no bin. */
  #addUnfitted(begin: number, end: number, after: number, stretch: Stretch, slot: number): void {
    const unfitted = this.#unfitted;
    let spans = 0;
    for (const { zeros, level, isExact } of this.#places) {
      const count = this.#tally[zeros] as number;
      if (count === 0) continue;
      unfitted.addTo(level, stretch.periods[level] ?? 0, isExact, slot, count);
      if (!isExact) spans += count;
    }
    if (spans === 0) return;
    if (unfitted.hasRoomFor(spans)) this.#addSpans(begin, end, after, slot);
    else unfitted.addSpans(0, 0, slot, spans);
  }

  #addSpans(begin: number, end: number, after: number, slot: number): void {
    const { irregularStarts, irregularEnds } = this.#index;
    for (let at = begin; at < end; at++) {
      const to = irregularEnds[at] as number;
      if (to <= after) continue;
      const zeros = Math.clz32((this.#fits[at] as number) & this.#bits);
      if (this.#isSpan[zeros] === 1)
        this.#unfitted.addSpans(irregularStarts[at] as number, to, slot, 1);
    }
  }
}
