import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { People } from '../../../../src/core/index/people.ts';
import { deathsOnAxis, type AxisDeaths } from '../../../../src/core/index/timeline-deaths.ts';
import { SLOTS } from '../../../../src/core/index/timeline-slots.ts';
import type { Toll } from '../../../../src/core/index/toll.ts';
import type { CountRange } from '../../../../src/core/records/incident.ts';
import { NOT_SAID } from '../../../../src/core/records/incident-table.ts';
import { DAY, HOUR } from '../../../../src/core/time/minute.ts';
import { firstWords } from '../../../../src/i18n/first-words.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';
import { deathSigns } from '../../../../src/ui/timeline/death-labels.ts';

type Row = readonly [
  from: number,
  days: number,
  killed: readonly [number, number],
  isPossible?: boolean,
];
const NONE: Row[2] = [NOT_SAID, NOT_SAID];

/** Made up. */
const peopleOf = (rows: readonly Row[]): People => ({
  from: Int32Array.from(rows, ([from]) => from * DAY),
  to: Int32Array.from(rows, ([from, days]) => (from + days) * DAY),
  layer: Uint32Array.from(rows, (_, row) => row % 2),
  zone: new Uint8Array(rows.length),
  isPossible: Uint8Array.from(rows, ([, , , isPossible]) => (isPossible ? 1 : 0)),
  killed: Uint32Array.from(rows.flatMap(([, , killed]) => killed)),
  injured: new Uint32Array(2 * rows.length).fill(NOT_SAID),
});
const EDGES = Array.from({ length: 11 }, (_, day) => day * DAY);
const DAYS = { unit: 'day', edges: EDGES, bands: [] } as const;
const ON = Uint8Array.from([1, 1]);

const sure = (least: number, most: number): Toll => ({ certain: [least, most], possible: [0, 0] });

/** An axis of hours from 04:00 on the third day, with the bands of its days. */
const hours = (isExact = true) => {
  const edges = Array.from({ length: 49 }, (_, hour) => 2 * DAY + (4 + hour) * HOUR);
  const days = [2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY];
  const counts = new Uint32Array(3 * SLOTS);
  return { unit: 'hour', edges, bands: [{ unit: 'day', edges: days, counts, isExact }] } as const;
};

describe('people killed on the axis', () => {
  it('are in their day, or over all the days that it may be', () => {
    const people = peopleOf([
      [2, 1, [1, 1]],
      [2, 1, [1, 4]],
      [5, 2, [4, 6]],
      [5, 1, NONE],
      [5, 1, [2, 2]],
      [6, 1, [0, 0]],
      [20, 1, [9, 9]],
    ]);
    const inDays = (first: number, last: number) => ({ from: first * DAY, to: (last + 1) * DAY });
    const second = { range: inDays(5, 5), killed: sure(2, 2), isInBin: true, band: undefined };
    const uncertain = { range: inDays(5, 6), killed: sure(4, 6), isInBin: false, band: undefined };
    expect(deathsOnAxis(people, DAYS, ON)).toEqual([
      { range: inDays(2, 2), killed: sure(2, 5), isInBin: true, band: undefined },
      second,
      uncertain,
    ]);
    expect(deathsOnAxis(people, DAYS, Uint8Array.from([1, 0]))).toEqual([
      { range: inDays(2, 2), killed: sure(1, 1), isInBin: true, band: undefined },
      { ...second, killed: sure(2, 2) },
      uncertain,
    ]);
  });

  it('keep their reported range where they pass the filter only possibly', () => {
    const people = peopleOf([
      [2, 1, [4, 6], true],
      [3, 1, [1, 1]],
      [3, 1, [2, 3], true],
    ]);
    const killedIn = (deaths: readonly AxisDeaths[]) => deaths.map(({ killed }) => killed);
    const expected = [
      { certain: [0, 0], possible: [4, 6] },
      { certain: [1, 1], possible: [2, 3] },
    ];
    expect(killedIn(deathsOnAxis(people, DAYS, ON))).toEqual(expected);
  });

  it('are in the band of their day where columns are hours, and never at an hour', () => {
    const people = peopleOf([
      [3, 1, [1, 1]],
      [3, 2, [1, 1]],
      [3 + 5 / 24, 1 / 24 / 60, [2, 3]],
      [2, 1, [5, 5]],
      [3 + 8 / 24, 3 / 24, [7, 7]],
    ]);
    const atHour = (hour: number, length: number) => ({
      from: 3 * DAY + hour * HOUR,
      to: 3 * DAY + (hour + length) * HOUR,
    });
    const inDay = {
      range: { from: 3 * DAY, to: 4 * DAY },
      killed: sure(1, 1),
      isInBin: false,
    } as const;
    const inHours = { range: atHour(8, 3), killed: sure(7, 7), isInBin: false } as const;
    const inTwoDays = { range: { from: 3 * DAY, to: Infinity }, isInBin: false, band: undefined };
    const others = [
      { range: { from: 2 * DAY, to: 3 * DAY }, killed: sure(5, 5), isInBin: false, band: 'day' },
      { range: atHour(5, 1), killed: sure(2, 3), isInBin: true, band: undefined },
    ];
    expect(deathsOnAxis(people, hours(), ON)).toEqual([
      others[0],
      { ...inDay, band: 'day' },
      { ...inTwoDays, killed: sure(1, 1) },
      others[1],
      { ...inHours, band: undefined },
    ]);
    // Too many spans to draw them: what is in a part of the day is in its band as well.
    expect(deathsOnAxis(people, hours(false), ON)).toEqual([
      others[0],
      { ...inDay, killed: sure(8, 8), band: 'day' },
      { ...inTwoDays, killed: sure(1, 1) },
      others[1],
    ]);
  });

  it('are each counted once, also where lozenges join', () => {
    fc.assert(
      fc.property(someRows, someWidth, (rows, width) => {
        const touching = rows.filter(([from, days]) => from < 10 && from + days > 0);
        const deaths = deathsOnAxis(peopleOf(rows), DAYS, ON);
        const signs = signsOf(deaths, width);
        for (const part of ['certain', 'possible'] as const)
          for (const end of [0, 1] as const) {
            const sumOf = (of: readonly { readonly killed: Toll }[]): number =>
              of.reduce((sum, { killed }) => sum + killed[part][end], 0);
            const expected = touching
              .filter(([, , , isPossible = false]) => isPossible === (part === 'possible'))
              .reduce((sum, [, , killed]) => sum + killed[end], 0);
            expect(sumOf(deaths)).toBe(expected);
            expect(sumOf(signs)).toBe(expected);
          }
      }),
    );
  });
});

const row: fc.Arbitrary<Row> = fc.tuple(
  fc.integer({ min: -3, max: 12 }),
  fc.integer({ min: 1, max: 4 }),
  fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })).map(([a, b]) => [a, a + b] as const),
  fc.boolean(),
);
const someRows = fc.array(row, { maxLength: 30 });
const someWidth = fc.constantFrom(60, 180, 300, 1200);

const numberOf = firstWords.figures.range;
const signsOf = (deaths: readonly AxisDeaths[], width: number) =>
  deathSigns(deaths, timeScale({ from: 0, to: 10 * DAY }, width), {
    number: numberOf,
    inRange: (killed, { from, to }) => `${numberOf(killed)} in ${(to - from) / DAY} days`,
  });

describe('the lozenges of people killed', () => {
  it('each have their number, which no other number or lozenge covers', () => {
    fc.assert(
      fc.property(someRows, someWidth, (rows, width) => {
        const signs = signsOf(deathsOnAxis(peopleOf(rows), DAYS, ON), width);
        const boxes = signs.map(({ text, textAt }) => [textAt, textAt + 6 * text.length] as const);
        for (const [at, { killed, text, isSum, range }] of signs.entries()) {
          expect(text.startsWith(numberOf(killed))).toBe(true);
          if (text.includes('in')) expect(isSum).toBe(true);
          const [start = 0, end = 0] = boxes[at] ?? [];
          for (const [i, other] of signs.entries()) {
            if (i === at) continue;
            const [from = 0, to = 0] = boxes[i] ?? [];
            expect(from >= end || to <= start).toBe(true);
            expect(other.x + 4 <= start || other.x - 4 >= end).toBe(true);
            // A sum has all that lies within its time.
            const isWithin = other.range.from >= range.from && other.range.to <= range.to;
            expect(isSum && isWithin).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('write the largest first, on the left where the right is taken, and join where neither has room', () => {
    const onDays = (...killed: readonly CountRange[]) =>
      deathsOnAxis(peopleOf(killed.map((own, day) => [day, 1, own] as const)), DAYS, ON);
    const texts = (deaths: readonly AxisDeaths[], width: number) =>
      signsOf(deaths, width).map(({ x, text, textAt }) => [text, textAt > x ? 'right' : 'left']);
    const two = onDays([0, 0], [4, 6], [1, 1], [0, 0]);
    expect(texts(two, 300)).toEqual([
      ['4–6', 'left'],
      ['1', 'right'],
    ]);
    expect(texts(onDays([1, 1], [4, 6], [1, 1]), 170)).toEqual([['6–8 in 3 days', 'right']]);
  });
});
