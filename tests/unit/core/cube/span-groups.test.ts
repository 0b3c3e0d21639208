import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSpans,
  lengthClasses,
  newCounts,
  NO_GROUP,
  spanGroups,
} from '../../../../src/core/cube/span-groups.ts';
import { incidentTable } from '../../../../src/core/incident/incident-table.ts';
import type { Span } from '../../../../src/core/time/span.ts';
import { madeUp, PERIOD, span } from '../made-up-incidents.ts';
import { allRows, incidentAt } from '../recorded-incidents.ts';

const DAY = 1440;

/** Mostly common lengths, so that rows fall into length classes as well as among the odd ones. */
const interval: fc.Arbitrary<Span> = fc.oneof(
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
const window: fc.Arbitrary<Span> = fc.oneof(
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
  it('count any window as looking at each interval does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(interval, fc.integer({ min: -1, max: 3 })), { maxLength: 80 }),
        fc.array(window, { minLength: 1, maxLength: 8 }),
        (rows, windows) => {
          const all = rows.map(([time, group], i) => ({ id: `made-up-${i}`, time, group }));
          const table = incidentTable(
            all.map(({ id, time }) => ({ incident: madeUp({ id }), span: time })),
          );
          const groups = new Map(all.map(({ id, group }) => [id, group]));
          const groupOf = (row: number): number => {
            const group = groups.get(incidentAt(table, row).id) ?? -1;
            return group === -1 ? NO_GROUP : group;
          };
          const index = spanGroups(
            table,
            lengthClasses(table),
            Uint32Array.from(allRows(table)),
            4,
            groupOf,
          );
          const counts = newCounts(4);
          for (const { from, to } of windows) {
            countSpans(index, { from, to }, counts);
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

  it('count odd lengths of this century to the minute', () => {
    const NOW = 29_550_000;
    const odd = fc
      .tuple(fc.nat(5_000), fc.integer({ min: 1, max: 3_000 }))
      .map(([from, length]) => ({ from: NOW + from, to: NOW + from + length }));
    // Two thousand of a common length make every other one rare, and so odd.
    const common = Array.from({ length: 2_000 }, () => ({ from: NOW, to: NOW + 5_001 }));
    const ends = fc.tuple(fc.nat(8_000), fc.nat(3_000));
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), ends, (few, [from, length]) => {
        const table = incidentTable(
          [...few, ...common].map((time, i) => ({
            incident: madeUp({ id: `made-up-${i}` }),
            span: time,
          })),
        );
        const classes = lengthClasses(table);
        const rows = Uint32Array.from(allRows(table)).filter((row) => classes.of[row] === 0);
        expect(rows.length).toBe(few.length);
        const index = spanGroups(table, classes, rows, 1, () => 0);
        const at = { from: NOW + from, to: NOW + from + length };
        const counts = newCounts(1);
        countSpans(index, at, counts);
        const inside = few.filter((time) => time.from >= at.from && time.to <= at.to).length;
        const touching = few.filter((time) => time.from < at.to && time.to > at.from).length;
        expect([counts.certain[0], counts.possible[0]]).toEqual([inside, touching - inside]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells common lengths from odd ones', () => {
    const spans = [1, 1, DAY, DAY, DAY].map((length, i) => ({ from: i, to: i + length }));
    const table = incidentTable(
      spans.map((time, i) => ({ incident: madeUp({ id: `made-up-${i}` }), span: time })),
    );
    expect(lengthClasses(table).lengths).toEqual([0, DAY, 1]);
  });
});
