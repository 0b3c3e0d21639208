import { isHaltSlot, lookOfSlot, partOfSlot, SLOTS } from '../../core/index/timeline-slots.ts';
import type { Band } from '../../core/index/unfitted-intervals.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { BAND } from './below-axis.ts';
import { LookPaths } from './column-paths.ts';
import type { AxisScale } from './time-scale.ts';

/** A part of a band on screen: its number, and its incidents as cells when they have room. */
export type BandPart = {
  readonly range: TimeRange;
  readonly x: number;
  readonly width: number;
  readonly count: number;
  /** Empty where there is no room for any. */
  readonly text: string;
  /** People killed in it, after the cells; undefined as well where nothing has room. */
  readonly killed: (Killed & { readonly x: number }) | undefined;
};

type Killed = { readonly text: string; readonly isOpen: boolean };

export type BandWords = {
  /** Names of a period with its number, the longest first, and the number alone as the last. */
  readonly namesOf: (range: TimeRange, count: number) => readonly string[];
  readonly killedOf: (range: TimeRange) => Killed | undefined;
};

const CELL = { width: 13, height: 7, step: 15.5, halt: 7 } as const;
/** Cells that are closer would be lines, in pixels. */
const MIN_STEP = 4;
/** Pixels of a character, before and after a text, and of a lozenge before its number. */
const CHARACTER = 6;
const BEFORE = 5;
const AFTER = 8;
const LOZENGE = 12;

const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);
const widthOf = (text: string): number => text.length * CHARACTER;

/** The text of a period, and how far apart its cells are; 0 for none. */
function fitted(
  names: readonly string[],
  count: number,
  width: number,
): { readonly text: string; readonly step: number } {
  const roomFor = (text: string): number => width - BEFORE - widthOf(text) - AFTER;
  const [number = '', ...longer] = names.toReversed();
  const roomy = names.slice(0, -1).find((text) => roomFor(text) >= count * CELL.step);
  if (roomy !== undefined) return { text: roomy, step: CELL.step };
  const tight = [...longer.slice(0, 1), number].find((text) => roomFor(text) / count >= MIN_STEP);
  if (tight !== undefined)
    return { text: tight, step: Math.min(roomFor(tight) / count, CELL.step) };
  return { text: names.find((text) => roomFor(text) + AFTER >= 0) ?? '', step: 0 };
}

/** The periods of a band that have any incident, and the cells of all of them. */
export function bandParts(
  { edges, counts }: Pick<Band, 'edges' | 'counts'>,
  scale: AxisScale,
  { namesOf, killedOf }: BandWords,
): { readonly parts: readonly BandPart[]; readonly cells: LookPaths } {
  const cells = new LookPaths();
  const parts: BandPart[] = [];
  for (let period = 0; period + 1 < edges.length; period++) {
    const own = counts.subarray(period * SLOTS, (period + 1) * SLOTS);
    const count = sum(own);
    const range = { from: edges[period] ?? 0, to: edges[period + 1] ?? 0 };
    if (count === 0) continue;
    const x = Math.max(scale.xOf(range.from), 0) + 1;
    const width = Math.min(scale.xOf(range.to), scale.width) - 1 - x;
    const killed = killedOf(range);
    const ofKilled = killed ? LOZENGE + widthOf(killed.text) + AFTER : 0;
    const { text, step } = fitted(namesOf(range, count), count, width - ofKilled);
    let at = x + BEFORE + widthOf(text) + AFTER;
    if (step > 0)
      own.forEach((ofSlot, slot) => {
        for (let done = 0; done < ofSlot; done++, at += step) {
          const cell = Math.min(isHaltSlot(slot) ? CELL.halt : CELL.width, step - 1);
          const top = (BAND - 2 - CELL.height) / 2;
          cells.add(partOfSlot(slot), lookOfSlot(slot), at, top, cell, CELL.height);
        }
      });
    parts.push({
      range,
      x,
      width,
      count,
      text,
      killed: killed && width >= ofKilled ? { ...killed, x: at } : undefined,
    });
  }
  return { parts, cells };
}
