import type { AxisDeaths } from '../../core/index/timeline-deaths.ts';
import { addedTolls, mostOf, type Toll } from '../../core/index/toll.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { stretchOf, type AxisScale } from './time-scale.ts';

/** A lozenge on screen. */
export type DeathSign = {
  readonly x: number;
  readonly killed: Toll;
  /** When they were killed; a sum of several days has the range of all. */
  readonly range: TimeRange;
  /** The range is more than one bin. */
  readonly isLong: boolean;
  /** Several stretches of the axis are one sign. */
  readonly isSum: boolean;
  readonly text: string;
  /** Where the text begins. */
  readonly textAt: number;
};

type Unlabelled = Omit<DeathSign, 'text' | 'textAt'>;
type Label = { readonly text: string; readonly at: number; readonly end: number };

export type DeathWords = {
  readonly number: (killed: Toll) => string;
  /** With the length of the time that a sum is of. */
  readonly inRange: (killed: Toll, range: TimeRange) => string;
};

/** Lozenges nearer to each other than this would be one blot: they are one, with the sum, in pixels. */
const NEAR = 9;
/** Half of a lozenge, from its middle to its number, a character, and between two numbers, in pixels. */
const HALF = 5;
const LABEL_FROM = 7;
const CHARACTER = 6.6;
const GAP = 3;
/** A number may go on so far beyond the axis. */
const BEYOND = 16;

function signAt(range: TimeRange, scale: AxisScale): Pick<Unlabelled, 'x' | 'range'> {
  const { start, end } = stretchOf(range, scale);
  return { x: Math.min(Math.max((start + end) / 2, HALF), scale.width - HALF), range };
}

/** `signs` with two of them as one; what lies within the range of both is counted in it as well. */
function joined(
  signs: readonly Unlabelled[],
  a: Unlabelled,
  b: Unlabelled,
  scale: AxisScale,
): readonly Unlabelled[] {
  const range = {
    from: Math.min(a.range.from, b.range.from),
    to: Math.max(a.range.to, b.range.to),
  };
  const isWithin = (sign: Unlabelled): boolean =>
    sign.range.from >= range.from && sign.range.to <= range.to;
  const parts = signs.filter(isWithin);
  const killed = parts.map((part) => part.killed).reduce(addedTolls);
  return [
    ...signs.filter((sign) => !isWithin(sign)),
    { ...signAt(range, scale), killed, isLong: true, isSum: true },
  ].toSorted((one, other) => one.x - other.x);
}

/** The next pair that is nearer than `NEAR`. */
const nearPair = (signs: readonly Unlabelled[]): readonly [Unlabelled, Unlabelled] | undefined => {
  for (const [at, sign] of signs.entries()) {
    const next = signs[at + 1];
    if (next && next.x - sign.x < NEAR) return [sign, next];
  }
  return undefined;
};

/** Writes numbers on the right of their lozenges, or on the left, the largest first; undefined: no room. */
function labelled(
  signs: readonly Unlabelled[],
  scale: AxisScale,
  words: DeathWords,
): readonly (Label | undefined)[] {
  const labels: (Label | undefined)[] = signs.map(() => undefined);
  const largestFirst = [...signs.entries()].toSorted(
    ([, a], [, b]) => mostOf(b.killed) - mostOf(a.killed) || a.x - b.x,
  );
  const write = (own: number, { x }: Unlabelled, text: string): void => {
    const width = text.length * CHARACTER;
    const sides = [x + LABEL_FROM, x - LABEL_FROM - width];
    const at = sides.find(
      (start) =>
        start >= 0 &&
        start + width <= scale.width + BEYOND &&
        signs.every(
          (sign, i) => i === own || sign.x + HALF <= start || sign.x - HALF >= start + width,
        ) &&
        labels.every(
          (label, i) =>
            i === own || !label || label.end + GAP <= start || label.at - GAP >= start + width,
        ),
    );
    if (at !== undefined) labels[own] = { text, at, end: at + width };
  };
  for (const [own, sign] of largestFirst) write(own, sign, words.number(sign.killed));
  for (const [own, sign] of largestFirst)
    if (sign.isSum) write(own, sign, words.inRange(sign.killed, sign.range));
  return labels;
}

/** The sign without a number that is nearest to another, and that other. */
function tightPair(
  signs: readonly Unlabelled[],
  labels: readonly (Label | undefined)[],
): readonly [Unlabelled, Unlabelled] | undefined {
  let nearest: readonly [Unlabelled, Unlabelled] | undefined;
  for (const [at, sign] of signs.entries())
    for (const other of labels[at] ? [] : [signs[at - 1], signs[at + 1]])
      if (other && (!nearest || Math.abs(other.x - sign.x) < Math.abs(nearest[1].x - nearest[0].x)))
        nearest = [sign, other];
  return nearest;
}

/** Lozenges in order, each with its number: where numbers have no room, neighbours become one sum. */
export function deathSigns(
  deaths: readonly AxisDeaths[],
  scale: AxisScale,
  words: DeathWords,
): readonly DeathSign[] {
  let signs: readonly Unlabelled[] = deaths
    .filter(({ band }) => band === undefined)
    .map(({ range, killed, isInBin }) => ({
      ...signAt(range, scale),
      killed,
      isLong: !isInBin,
      isSum: false,
    }))
    .toSorted((a, b) => a.x - b.x);
  for (;;) {
    const near = nearPair(signs);
    const labels = near ? [] : labelled(signs, scale, words);
    const pair = near ?? tightPair(signs, labels);
    if (!pair)
      return signs.map((sign, at) => ({
        ...sign,
        text: labels[at]?.text ?? words.number(sign.killed),
        textAt: labels[at]?.at ?? sign.x + LABEL_FROM,
      }));
    signs = joined(signs, ...pair, scale);
  }
}

/** A lozenge of deaths: solid when it is certain that anyone was killed. */
export const lozengePath = (x: number, y: number, half = 4): string =>
  `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`;

/** Under a lozenge, the range in which the people were killed, without a mark at an end where it goes on. */
export function rangePath({ x, range }: Pick<DeathSign, 'x' | 'range'>, scale: AxisScale): string {
  const { start, end } = stretchOf(range, scale);
  const [from, to] = [start + 1, Math.max(end - 1, start + 2)];
  const startMark = scale.xOf(range.from) < 0 ? '' : `M${from} 12v-2.5`;
  const endMark = scale.xOf(range.to) > scale.width ? '' : `M${to} 12v-2.5`;
  return `M${from} 12H${to}${startMark}${endMark}M${x} 12V9`;
}
