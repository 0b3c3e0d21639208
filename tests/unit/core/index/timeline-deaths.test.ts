import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { People } from '../../../../src/core/index/people.ts';
import { deathsOnAxis } from '../../../../src/core/index/timeline-deaths.ts';
import { NOT_SAID } from '../../../../src/core/records/incident-table.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';
import { deathSigns } from '../../../../src/ui/timeline/death-labels.ts';

type Row = readonly [from: number, days: number, killed: readonly [number, number]];
const NONE: Row[2] = [NOT_SAID, NOT_SAID];

/** Made up. */
const peopleOf = (rows: readonly Row[]): People => ({
  from: Int32Array.from(rows, ([from]) => from * DAY),
  to: Int32Array.from(rows, ([from, days]) => (from + days) * DAY),
  layer: Uint32Array.from(rows, (_, row) => row % 2),
  zone: new Uint8Array(rows.length),
  isPossible: new Uint8Array(rows.length),
  killed: Uint32Array.from(rows.flatMap(([, , killed]) => killed)),
  injured: new Uint32Array(2 * rows.length).fill(NOT_SAID),
});
const EDGES = Array.from({ length: 11 }, (_, day) => day * DAY);
const ON = Uint8Array.from([1, 1]);

describe('people killed on the axis', () => {
  it('are in the middle of their day, or of the days that it may be', () => {
    const people = peopleOf([
      [2, 1, [1, 1]],
      [2, 1, [1, 4]],
      [5, 2, [4, 6]],
      [5, 1, NONE],
      [6, 1, [0, 0]],
      [20, 1, [9, 9]],
    ]);
    expect(deathsOnAxis(people, EDGES, ON)).toEqual([
      { at: 2.5 * DAY, killed: [2, 5] },
      { at: 6 * DAY, killed: [4, 6] },
    ]);
    expect(deathsOnAxis(people, EDGES, Uint8Array.from([1, 0]))).toEqual([
      { at: 2.5 * DAY, killed: [1, 1] },
      { at: 6 * DAY, killed: [4, 6] },
    ]);
  });

  it('are each counted once, also where lozenges join', () => {
    const row: fc.Arbitrary<Row> = fc.tuple(
      fc.integer({ min: -3, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })).map(([a, b]) => [a, a + b] as const),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom(60, 300, 1200),
        (rows, width) => {
          const touching = rows.filter(([from, days]) => from < 10 && from + days > 0);
          const deaths = deathsOnAxis(peopleOf(rows), EDGES, ON);
          const signs = deathSigns(
            deaths,
            timeScale({ from: 0, to: 10 * DAY }, width),
            ([least, most]) => `${least}–${most}`,
          );
          for (const end of [0, 1] as const) {
            const expected = touching.reduce((sum, [, , killed]) => sum + killed[end], 0);
            expect(deaths.reduce((sum, { killed }) => sum + killed[end], 0)).toBe(expected);
            expect(signs.reduce((sum, { killed }) => sum + killed[end], 0)).toBe(expected);
          }
        },
      ),
    );
  });
});
