import { binEdges, unitLength, type BinUnit } from '../time/bins.ts';
import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { LEVELS, type BandUnit } from './calendar-fits.ts';
import { binAt, SLOTS } from './timeline-slots.ts';

/** At most this many spans are drawn, in at most this many lanes; more become bands with a number. */
const MAX_SPANS = 40;
const MAX_LANES = 8;
/** More rows of bands would take the room of the columns. */
const MAX_BANDS = 2;

/** Incidents known only to a calendar unit, which is longer than a bin: counts by period and slot. */
export type Band = {
  readonly unit: BandUnit;
  readonly edges: readonly Minute[];
  /** Period p, slot s: `counts[p * SLOTS + s]`. */
  readonly counts: Uint32Array;
  /** All of them are known to be in the whole period; otherwise some may be in a part of it only. */
  readonly isExact: boolean;
};

/** One incident over all the time that it may mean; an end that is not known is infinite. */
export type TimelineSpan = TimeRange & { readonly slot: number; readonly lane: number };

type Level = Omit<Band, 'isExact'> & {
  /** The period of the last incident. */
  last: number;
  /** Of exactly this unit, and of those in it that a span would show: the finest unit that holds them. */
  readonly exact: Uint32Array;
  readonly held: Uint32Array;
};

/** Puts each span into the first lane that is free at its start; undefined where there are too many lanes. */
function inLanes(
  spans: readonly Omit<TimelineSpan, 'lane'>[],
): { readonly spans: readonly TimelineSpan[]; readonly lanes: number } | undefined {
  const ends: Minute[] = [];
  const placed = spans
    .toSorted((a, b) => a.from - b.from || a.to - b.to || a.slot - b.slot)
    .map((span) => {
      const free = ends.findIndex((end) => end <= span.from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = span.to;
      return { ...span, lane };
    });
  return ends.length > MAX_LANES ? undefined : { spans: placed, lanes: ends.length };
}

const sumOf = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** In place of the position of a level: longer than any period of all of them. */
export const LONGER = -1;

/** Collects the incidents of an axis that lie in no single bin, and says how each is shown. */
export class UnfittedIntervals {
  /** Those that are longer than a bin, from fine to coarse. */
  readonly levels: readonly Level[];
  readonly #longer = new Uint32Array(SLOTS);
  readonly #spans: Omit<TimelineSpan, 'lane'>[] = [];
  #spanCount = 0;

  constructor(axis: TimeRange, unit: BinUnit) {
    this.levels = LEVELS.filter((level) => unitLength(level) > unitLength(unit)).map((level) => {
      const edges = binEdges(axis, level);
      const length = (edges.length - 1) * SLOTS;
      return {
        unit: level,
        edges,
        last: 0,
        counts: new Uint32Array(length),
        exact: new Uint32Array(length),
        held: new Uint32Array(length),
      };
    });
  }

  /** Adds `count` incidents that touch the axis and have one time. */
  add(from: Minute, to: Minute, slot: number, count: number): void {
    for (const [at, level] of this.levels.entries()) {
      const { edges } = level;
      // Times come in order for each group: most are in the period of the one before, or in the next.
      if ((edges[level.last] as number) > from || (edges[level.last + 1] ?? Infinity) <= from)
        level.last = Math.max(binAt(edges, from), 0);
      const period = (edges[0] as number) > from ? -1 : level.last;
      const end = edges[period + 1];
      if (period < 0 || end === undefined || to > end) continue;
      const isExact = from === edges[period] && to === end;
      this.addTo(at, period, isExact, slot, count);
      if (!isExact) this.addSpans(from, to, slot, count);
      return;
    }
    this.addTo(LONGER, 0, false, slot, count);
    this.addSpans(from, to, slot, count);
  }

  /** Counts incidents of which it is known where they are; those that are not exact are to be added as spans, too. */
  addTo(level: number, period: number, isExact: boolean, slot: number, count: number): void {
    const own = this.levels[level];
    const counts = own ? (isExact ? own.exact : own.held) : this.#longer;
    const at = own ? period * SLOTS + slot : slot;
    counts[at] = (counts[at] as number) + count;
  }

  /** Whether this number of further spans can be drawn. */
  hasRoomFor(count: number): boolean {
    return this.#spanCount + count <= MAX_SPANS;
  }

  /** Adds spans of one time; where there is no room for them, only their number matters. */
  addSpans(from: Minute, to: Minute, slot: number, count: number): void {
    this.#spanCount += count;
    if (this.#spanCount > MAX_SPANS) return;
    for (let more = 0; more < count; more++) this.#spans.push({ from, to, slot });
  }

  /** Adds those of one length: `starts[begin .. end)`, sorted. */
  addRun(starts: Int32Array, begin: number, end: number, minutes: Minute, slot: number): void {
    for (let at = begin; at < end;) {
      const from = starts[at] as number;
      const first = at;
      while (at < end && starts[at] === from) at++;
      this.add(from, from + minutes, slot, at - first);
    }
  }

  /** Adds those of which one end is not known; `known[begin .. end)` are the others. */
  addOpen(
    known: Int32Array,
    begin: number,
    end: number,
    unknown: 'from' | 'to',
    slot: number,
  ): void {
    this.#longer[slot] = (this.#longer[slot] as number) + end - begin;
    for (let at = begin; at < end; at++) {
      const minute = known[at] as number;
      const isFrom = unknown === 'from';
      this.addSpans(isFrom ? -Infinity : minute, isFrom ? minute : Infinity, slot, 1);
    }
  }

  /** How all of them are shown, each once. */
  placed(): {
    readonly bands: readonly Band[];
    readonly longer: Uint32Array;
    readonly spans: readonly TimelineSpan[];
    readonly lanes: number;
  } {
    const drawn = this.#spanCount > MAX_SPANS ? undefined : inLanes(this.#spans);
    const longer = drawn ? new Uint32Array(SLOTS) : this.#longer.slice();
    const used = this.levels
      .map(({ unit, edges, exact, held }) => ({
        unit,
        edges,
        counts: drawn ? exact : exact.map((count, at) => count + (held[at] as number)),
        isExact: drawn !== undefined,
      }))
      .filter(({ counts }) => counts.some((count) => count > 0));
    const kept = new Set(
      used.toSorted((a, b) => sumOf(b.counts) - sumOf(a.counts)).slice(0, MAX_BANDS),
    );
    for (const band of used)
      if (!kept.has(band))
        band.counts.forEach((count, at) => {
          longer[at % SLOTS] = (longer[at % SLOTS] as number) + count;
        });
    return {
      bands: used.filter((band) => kept.has(band)),
      longer,
      spans: drawn?.spans ?? [],
      lanes: drawn?.lanes ?? 0,
    };
  }
}
