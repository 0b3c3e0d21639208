import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countIntervals,
  FIRST_COMMON,
  newCounts,
  NO_GROUP,
} from '../../../../src/core/index/interval-index.ts';
import { buildIntervalIndex, timedRows } from '../../../../src/core/index/build-interval-index.ts';
import { irregularOrder } from '../../../../src/core/index/irregular-intervals.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { madeUp, PERIOD, span } from '../records/made-up-incidents.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';

const DAY = 1440;

/** Mostly common lengths, so that rows fall into length classes as well as among the irregular ones. */
const interval: fc.Arbitrary<TimeRange> = fc.oneof(
  span,
  fc
    .tuple(fc.integer({ min: 0, max: 9_000 }), fc.constantFrom(1, 60, DAY, 3 * DAY))
    .map(([from, length]) => ({ from: PERIOD.from + from, to: PERIOD.from + from + length })),
  fc.nat({ max: 6 }).map((day) => ({
    from: PERIOD.from + day * DAY,
    to: PERIOD.from + (day + 1) * DAY,
  })),
);

/** Windows of every kind: finer than a bin, empty, wider than the period, cut at the ends of days. */
const window: fc.Arbitrary<TimeRange> = fc.oneof(
  span,
  interval,
  fc.integer({ min: -10, max: 10_010 }).map((at) => ({
    from: PERIOD.from + at,
    to: PERIOD.from + at,
  })),
  fc.integer({ min: -10, max: 10_010 }).map((at) => ({
    from: PERIOD.from + at,
    to: PERIOD.from + at + 1,
  })),
  fc.constantFrom(
    { from: -Infinity, to: Infinity },
    { from: -Infinity, to: PERIOD.from + DAY },
    { from: PERIOD.from + DAY, to: Infinity },
    { from: 0, to: 1 },
  ),
);

describe('intervals in groups', () => {
  it('count any window as looking at each interval does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(interval, fc.integer({ min: -1, max: 3 })), { maxLength: 80 }),
        fc.array(window, { minLength: 1, maxLength: 8 }),
        async (rows, windows) => {
          const all = rows.map(([time, group], i) => ({ id: `made-up-${i}`, time, group }));
          const table = incidentTable(
            all.map(({ id, time }) => ({ incident: madeUp({ id }), span: time })),
          );
          const groups = new Map(all.map(({ id, group }) => [id, group]));
          const groupOf = (row: number): number => {
            const group = groups.get(incidentAt(table, row).id) ?? -1;
            return group === -1 ? NO_GROUP : group;
          };
          const index = await buildIntervalIndex(
            await timedRows(table, UNINTERRUPTED),
            Uint32Array.from(allRows(table)),
            4,
            Uint32Array.from(allRows(table), groupOf),
            UNINTERRUPTED,
          );
          const counts = newCounts(4);
          for (const { from, to } of windows) {
            countIntervals(index, { from, to }, counts);
            for (let group = 0; group < 4; group++) {
              const own = all.filter((one) => one.group === group).map(({ time }) => time);
              const inside = own.filter((time) => time.from >= from && time.to <= to);
              const touching = own.filter((time) => time.from < to && time.to > from);
              expect([counts.certain[group], counts.possible[group]]).toEqual([
                inside.length,
                touching.length - inside.length,
              ]);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('count irregular lengths of this century to the minute', async () => {
    const NOW = 29_550_000;
    const irregular = fc
      .tuple(fc.nat(5_000), fc.integer({ min: 1, max: 3_000 }))
      .map(([from, length]) => ({ from: NOW + from, to: NOW + from + length }));
    // Two thousand of a common length make every other one rare, and so irregular.
    const common = Array.from({ length: 2_000 }, () => ({ from: NOW, to: NOW + 5_001 }));
    const ends = fc.tuple(fc.nat(8_000), fc.nat(3_000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(irregular, { minLength: 1, maxLength: 4 }),
        ends,
        async (few, [from, length]) => {
          const table = incidentTable(
            [...few, ...common].map((time, i) => ({
              incident: madeUp({ id: `made-up-${i}` }),
              span: time,
            })),
          );
          const times = await timedRows(table, UNINTERRUPTED);
          const rows = Uint32Array.from(allRows(table)).filter(
            (row) => times.classes.of[row] === 0,
          );
          expect(rows.length).toBe(few.length);
          const index = await buildIntervalIndex(
            times,
            rows,
            1,
            new Uint32Array(rows.length),
            UNINTERRUPTED,
          );
          const at = { from: NOW + from, to: NOW + from + length };
          const counts = newCounts(1);
          countIntervals(index, at, counts);
          const inside = few.filter((time) => time.from >= at.from && time.to <= at.to).length;
          const touching = few.filter((time) => time.from < at.to && time.to > at.from).length;
          expect([counts.certain[0], counts.possible[0]]).toEqual([inside, touching - inside]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('count more than two million irregular lengths, before 1970 and over thousands of years too', async () => {
    const length = 2 ** 21 + 10;
    const from = new Int32Array(length);
    const to = new Int32Array(length);
    const random = (row: number, salt: number): number =>
      (Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)) >>> 0;
    for (let row = 0; row < length; row++) {
      from[row] = -1_000_000_000 + (random(row, 1) % 2_000_000_000);
      to[row] = Math.min((from[row] ?? 0) + 1 + (random(row, 2) % 3_000_000), 2 ** 31 - 1);
    }
    // The longest that two 32-bit minutes can span.
    from[7] = -(2 ** 31);
    to[7] = 2 ** 31 - 1;
    const classes = { lengths: [0], of: new Uint8Array(length) };
    const rows = new Uint32Array(length).map((_, row) => row);
    const irregular = await irregularOrder({ from, to }, rows, UNINTERRUPTED);
    const times = { length, from, to, isUndated: new Uint8Array(length), classes, irregular };
    const groupOf = (row: number): number => (row % 5 === 4 ? NO_GROUP : row % 5);
    const index = await buildIntervalIndex(times, rows, 4, rows.map(groupOf), UNINTERRUPTED);
    const counts = newCounts(4);
    for (const at of [
      { from: -500_000_000, to: 500_000_000 },
      { from: -700_000, to: 700_000 },
      { from: -(2 ** 31), to: 2 ** 31 - 1 },
    ]) {
      countIntervals(index, at, counts);
      const inside = [0, 0, 0, 0, 0];
      const touching = [0, 0, 0, 0, 0];
      for (let row = 0; row < length; row++) {
        const [start = 0, end = 0] = [from[row], to[row]];
        if (start >= at.to || end <= at.from) continue;
        touching[row % 5] = (touching[row % 5] ?? 0) + 1;
        if (start >= at.from && end <= at.to) inside[row % 5] = (inside[row % 5] ?? 0) + 1;
      }
      expect([...counts.certain]).toEqual(inside.slice(0, 4));
      expect([...counts.possible]).toEqual(
        inside.slice(0, 4).map((own, group) => (touching[group] ?? 0) - own),
      );
    }
  });

  it('tells common lengths from irregular ones', async () => {
    const spans = [1, 1, DAY, DAY, DAY].map((length, i) => ({ from: i, to: i + length }));
    const table = incidentTable(
      spans.map((time, i) => ({ incident: madeUp({ id: `made-up-${i}` }), span: time })),
    );
    const { classes } = await timedRows(table, UNINTERRUPTED);
    expect(classes.lengths.slice(FIRST_COMMON)).toEqual([DAY, 1]);
  });
});
