import { NOT_SAID } from '../records/incident-table.ts';
import { binAfter, binStart, unitLength } from '../time/bins.ts';
import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { LEVELS, type BandUnit } from './calendar-fits.ts';
import type { People } from './people.ts';
import type { TimelineColumns } from './timeline-columns.ts';
import { binAt } from './timeline-slots.ts';
import type { Toll } from './toll.ts';
import type { Band } from './unfitted-intervals.ts';

/** People killed in one stretch of the axis. The stretch is all of their time, so what is only possible is so by the filter. */
export type AxisDeaths = {
  /** Whole bins, or a period of a band; an end beyond the axis is infinite. */
  readonly range: TimeRange;
  readonly killed: Toll;
  readonly isInBin: boolean;
  /** The band that these incidents are in, because nothing finer is known of their time. */
  readonly band: BandUnit | undefined;
};

/** The band that an incident in no single bin is counted in, as `UnfittedIntervals` decides; -1 for none. */
function bandOf(bands: readonly Band[], finer: Minute, from: Minute, to: Minute): number {
  const level = LEVELS.find((unit) => unitLength(unit) > finer && to <= binAfter(from, unit));
  if (!level) return -1;
  const isExact = from === binStart(from, level) && to === binAfter(from, level);
  return bands.findIndex((band) => band.unit === level && (isExact || !band.isExact));
}

/**
 * People killed on an axis, in order: those of a bin, of a period of a band, and of incidents that may be in several
 * bins, over all of these. Each incident once, with its own bounds; none is placed more closely than is known.
 */
export function deathsOnAxis(
  { from, to, layer, isPossible, killed }: People,
  { edges, bands, unit }: Pick<TimelineColumns, 'edges' | 'bands' | 'unit'>,
  isOn: Uint8Array,
): readonly AxisDeaths[] {
  const end = edges.at(-1) ?? 0;
  const ends = edges.length + 1;
  const binLength = unitLength(unit);
  type Sum = AxisDeaths & { readonly killed: Record<keyof Toll, [least: number, most: number]> };
  const sums = new Map<number, Sum>();
  for (let row = 0; row < from.length; row++) {
    const most = killed[2 * row + 1] ?? NOT_SAID;
    if (most === NOT_SAID || most === 0 || isOn[layer[row] ?? 0] !== 1) continue;
    const [start, stop] = [from[row] ?? 0, to[row] ?? 0];
    const first = binAt(edges, start);
    const last = stop > end ? edges.length - 1 : binAt(edges, stop - 1);
    if (start >= end || last < 0) continue;
    const at = first === last ? -1 : bandOf(bands, binLength, start, stop);
    const band = bands[at];
    const period = band ? Math.max(binAt(band.edges, start), 0) : 0;
    const key = band ? -1 - (at * ends + period) : (first + 1) * ends + last + 1;
    let sum = sums.get(key);
    if (!sum) {
      sum = {
        range: band
          ? { from: band.edges[period] ?? 0, to: band.edges[period + 1] ?? 0 }
          : { from: edges[first] ?? -Infinity, to: edges[last + 1] ?? Infinity },
        killed: { certain: [0, 0], possible: [0, 0] },
        isInBin: first === last,
        band: band?.unit,
      };
      sums.set(key, sum);
    }
    const own = sum.killed[isPossible[row] === 1 ? 'possible' : 'certain'];
    own[0] += killed[2 * row] ?? 0;
    own[1] += most;
  }
  return [...sums.values()].toSorted(
    (a, b) => a.range.from - b.range.from || a.range.to - b.range.to,
  );
}
