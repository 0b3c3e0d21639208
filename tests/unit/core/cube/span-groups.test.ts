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
            const record = new TextDecoder().decode(
              table.text.bytes.subarray(table.text.offsets[row], table.text.offsets[row + 1]),
            );
            const { id } = JSON.parse(record) as { id: string };
            const group = groups.get(id) ?? -1;
            return group === -1 ? NO_GROUP : group;
          };
          const index = spanGroups(table, lengthClasses(table), 4, groupOf);
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

  it('tells common lengths from odd ones', () => {
    const spans = [1, 1, DAY, DAY, DAY].map((length, i) => ({ from: i, to: i + length }));
    const table = incidentTable(
      spans.map((time, i) => ({ incident: madeUp({ id: `made-up-${i}` }), span: time })),
    );
    expect(lengthClasses(table).lengths).toEqual([0, DAY, 1]);
  });
});
