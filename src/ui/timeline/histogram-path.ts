import { TARGETS } from '../../core/records/incident.ts';
import type { Histogram } from '../../core/index/tally.ts';
import type { AxisScale } from './time-scale.ts';

/** A layer's own colour; data sets that are open together share the palette. */
export const layerColor = (styleIndex: number): string =>
  `var(--layer-${TARGETS[styleIndex] ?? 'unknown'})`;

/** Scale of the bars: `highest` incidents are `height` pixels high. */
export type CountScale = { readonly height: number; readonly highest: number };

/** Path data by layer, in the order of the legend: certain parts below, possible ones on top. */
export type StackPaths = {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
};

const GAP = 2;
const NARROW_BAR = 5;

const sumOfBin = (counts: Uint32Array, layers: number, bin: number): number =>
  counts.subarray(bin * layers, (bin + 1) * layers).reduce((sum, count) => sum + count, 0);

const binsOf = (histogram: Histogram): number => Math.max(histogram.edges.length - 1, 0);

/** Certain and possible incidents of one bin. */
export const binCounts = (
  histogram: Histogram,
  bin: number,
): { certain: number; possible: number } => ({
  certain: sumOfBin(histogram.certain, histogram.layers, bin),
  possible: sumOfBin(histogram.possible, histogram.layers, bin),
});

const binTotal = (histogram: Histogram, bin: number): number =>
  sumOfBin(histogram.certain, histogram.layers, bin) +
  sumOfBin(histogram.possible, histogram.layers, bin);

/** Returns the highest count of a bin, certain and possible incidents together. */
export const highestBin = (histogram: Histogram): number =>
  Array.from({ length: binsOf(histogram) }, (_, bin) => binTotal(histogram, bin)).reduce(
    (highest, count) => Math.max(highest, count),
    0,
  );

/** Returns at most two round counts up to `highest`, for grid lines: 20 gives 10 and 20. */
export function gridCounts(highest: number): readonly number[] {
  for (let power = 1; ; power *= 10)
    for (const factor of [1, 2, 5]) {
      const lines = Math.floor(highest / (factor * power));
      if (lines <= 2) return [1, 2].slice(0, lines).map((line) => line * factor * power);
    }
}

/** Height in pixels above the axis. */
export const heightOf = (count: number, { height, highest }: CountScale): number =>
  highest > 0 ? (count / highest) * height : 0;

const text = (pixels: number): string => String(Math.round(pixels * 100) / 100);

/** Path of a box from `low` to `high` incidents; a box of 3 px or more has a 1 px gap above it. */
function box(x: number, width: number, low: number, high: number, scale: CountScale): string {
  const top = scale.height - heightOf(high, scale);
  const bottom = scale.height - heightOf(low, scale);
  const hair = bottom - top >= 3 ? 1 : 0;
  return `M${text(x)} ${text(top + hair)}h${text(width)}V${text(bottom)}h${text(-width)}Z`;
}

function barOf(histogram: Histogram, bin: number, scale: AxisScale): { x: number; width: number } {
  const start = Math.round(scale.xOf(histogram.edges[bin] ?? 0));
  const end = Math.round(scale.xOf(histogram.edges[bin + 1] ?? 0));
  const gap = end - start > NARROW_BAR ? GAP : 1;
  return { x: start + gap / 2, width: Math.max(end - start - gap, 1) };
}

/** Bars of all bins, one path for each layer and certainty. */
export function stackPaths(histogram: Histogram, scale: AxisScale, counts: CountScale): StackPaths {
  const { layers } = histogram;
  const certain = Array.from({ length: layers }, () => '');
  const possible = Array.from({ length: layers }, () => '');
  const columns = [
    { paths: certain, counted: histogram.certain },
    { paths: possible, counted: histogram.possible },
  ];
  for (let bin = 0; bin < binsOf(histogram); bin++) {
    const { x, width } = barOf(histogram, bin, scale);
    let low = 0;
    for (const { paths, counted } of columns)
      for (let layer = 0; layer < layers; layer++) {
        const high = low + (counted[bin * layers + layer] ?? 0);
        if (high === low) continue;
        paths[layer] = (paths[layer] ?? '') + box(x, width, low, high, counts);
        low = high;
      }
  }
  return { certain, possible };
}

/** Path of the incidents that filters hide, stacked on the visible ones. */
export function ghostPath(
  shown: Histogram,
  whole: Histogram,
  scale: AxisScale,
  counts: CountScale,
): string {
  let path = '';
  for (let bin = 0; bin < binsOf(whole); bin++) {
    const low = binTotal(shown, bin);
    const high = binTotal(whole, bin);
    const { x, width } = barOf(whole, bin, scale);
    if (high > low) path += box(x, width, low, high, counts);
  }
  return path;
}
