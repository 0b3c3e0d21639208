/**
 * `npx tsx tests/bench/axis-steps.ts`: what the columns of the timeline cost when its axis moves or zooms, and the
 * counts when its window moves, on a million made-up rows of common lengths and on as many of any length, in Node.
 * Ends with 1 when a budget is not kept.
 */
import { UNINTERRUPTED } from '../../src/core/base/task.ts';
import { buildIntervalIndex, timedRows } from '../../src/core/index/build-interval-index.ts';
import { calendarFits } from '../../src/core/index/calendar-fits.ts';
import {
  countIntervals,
  newCounts,
  type IntervalIndex,
} from '../../src/core/index/interval-index.ts';
import { timelineColumns } from '../../src/core/index/timeline-columns.ts';
import { SLOTS } from '../../src/core/index/timeline-slots.ts';
import { binUnitFor } from '../../src/core/time/bins.ts';
import { DAY, HOUR, startOfDay } from '../../src/core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../src/core/time/time-range.ts';
import { median, quantile } from './bench-page.ts';
import { below, chanceOf, type Chance } from './chance.ts';
import { MADE_UP_PERIOD as PERIOD } from './made-up-table.ts';

const ROWS = 1_000_000;
const GROUPS = 40;
/** As many as the axis of the page has at most. */
const MAX_BINS = 98;
const BUDGET_MS = 8;
const ROUNDS = 3;

type MadeUpTime = (chance: Chance, at: number) => TimeRange;
const lasting = (from: number, minutes: number): TimeRange => ({ from, to: from + minutes });

const TIMES: Readonly<Record<string, MadeUpTime>> = {
  'a day or an hour': (chance, at) =>
    below(chance, 2) === 0
      ? lasting(startOfDay(at), DAY)
      : lasting(Math.floor(at / HOUR) * HOUR, HOUR),
  'up to twelve hours': (chance, at) => lasting(at, 1 + below(chance, 12 * HOUR)),
  'up to ten days': (chance, at) => lasting(at, 1 + below(chance, 10 * DAY)),
  'up to a year': (chance, at) => lasting(at, 1 + below(chance, 365 * DAY)),
};

/** From all of the period to a day and back, with a move by a quarter of the axis after each. */
function* axes(): Generator<TimeRange> {
  const length = lengthOf(PERIOD);
  for (let step = 0; step <= 40; step++) {
    const shown = Math.max(Math.round(length * 0.72 ** (20 - Math.abs(20 - step))), DAY);
    const from = PERIOD.from + Math.round((length - shown) * 0.6);
    yield { from, to: from + shown };
    const moved = Math.min(from + Math.round(shown / 4), PERIOD.to - shown);
    yield { from: moved, to: moved + shown };
  }
}

async function indexOf(timeOf: MadeUpTime, chance: Chance): Promise<IntervalIndex> {
  const rows = Array.from({ length: ROWS }, () =>
    timeOf(chance, PERIOD.from + below(chance, lengthOf(PERIOD))),
  ).sort((a, b) => a.from - b.from || a.to - b.to);
  const columns = {
    length: ROWS,
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ to }) => to),
    isUndated: new Uint8Array(ROWS),
  };
  const group = Uint32Array.from(rows, () => below(chance, GROUPS));
  return buildIntervalIndex(
    await timedRows(columns, UNINTERRUPTED),
    Uint32Array.from(rows.keys()),
    GROUPS,
    group,
    UNINTERRUPTED,
  );
}

/** Milliseconds of the processor, so that what else runs on the machine does not count. */
const timed = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const isKept: boolean[] = [];
const judged = (found: readonly number[]): string => {
  const high = quantile(found, 0.95);
  isKept.push(high <= BUDGET_MS);
  const figures = [median(found), high, Math.max(...found)].map((ms) => ms.toFixed(1)).join(' / ');
  return `${figures} | ${high <= BUDGET_MS ? 'kept' : '**missed**'}`;
};

console.log(
  `| each takes | irregular | fits, once | axis moves or zooms | ≤ ${BUDGET_MS} | window moves | ≤ ${BUDGET_MS} |`,
);
console.log('| --- | --: | --: | --: | --- | --: | --- |');
for (const [name, timeOf] of Object.entries(TIMES)) {
  const index = await indexOf(timeOf, chanceOf(1));
  const slots = Uint8Array.from({ length: GROUPS }, (_, group) => group % SLOTS);
  const before = process.cpuUsage();
  const fits = await calendarFits(index, UNINTERRUPTED);
  const once = process.cpuUsage(before).user / 1000;
  const counts = newCounts(GROUPS);
  const ofAxis: number[] = [];
  const ofWindow: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const axis of axes()) {
      const unit = binUnitFor(axis, MAX_BINS);
      const columns = timed(() => timelineColumns(index, fits, slots, axis, unit));
      const window = timed(() => {
        countIntervals(index, axis, counts);
      });
      // The first round is before the code has been compiled.
      if (round === 0) continue;
      ofAxis.push(columns);
      ofWindow.push(window);
    }
  const share = (index.irregularStarts.length / ROWS) * 100;
  console.log(
    `| ${name} | ${share.toFixed(0)} % | ${once.toFixed(0)} ms | ${judged(ofAxis)} | ${judged(ofWindow)} |`,
  );
}
process.exitCode = isKept.every(Boolean) ? 0 : 1;
