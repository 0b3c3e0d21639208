import type { AxisDeaths } from '../../core/index/timeline-deaths.ts';
import type { CountRange } from '../../core/records/incident.ts';
import type { AxisScale } from './time-scale.ts';

/** A lozenge on screen. */
export type DeathSign = {
  readonly x: number;
  readonly killed: CountRange;
  /** Its number has room before the next lozenge. */
  readonly hasLabel: boolean;
};

/** Lozenges nearer to each other than this would be one blot: they are one, with the sum, in pixels. */
const NEAR = 9;
/** From the middle of a lozenge to its number, and the width of a character of it, in pixels. */
const LABEL_FROM = 6;
const CHARACTER = 6.4;

/** Lozenges in order; `textOf`: what a number is written as. */
export function deathSigns(
  deaths: readonly AxisDeaths[],
  scale: AxisScale,
  textOf: (killed: CountRange) => string,
): readonly DeathSign[] {
  const merged: { x: number; killed: CountRange }[] = [];
  for (const { at, killed } of deaths) {
    const x = Math.min(Math.max(scale.xOf(at), 5), scale.width - 5);
    const last = merged.at(-1);
    if (last && x - last.x < NEAR)
      last.killed = [last.killed[0] + killed[0], last.killed[1] + killed[1]];
    else merged.push({ x, killed });
  }
  return merged.map((sign, at) => ({
    ...sign,
    hasLabel:
      sign.x + LABEL_FROM + textOf(sign.killed).length * CHARACTER <
      (merged[at + 1]?.x ?? scale.width + 30) - LABEL_FROM,
  }));
}

/** A lozenge of deaths: solid when it is certain that anyone was killed. */
export const lozengePath = (x: number, y: number, half = 4): string =>
  `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`;
