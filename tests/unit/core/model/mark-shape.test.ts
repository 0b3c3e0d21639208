import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formOf,
  LOZENGE_EDGE,
  lozengeOf,
  MAX_PARTS,
  numberSize,
  onOutline,
  possibleRadius,
  reachOf,
  ringWidth,
  writePartEnds,
  type MarkForm,
} from '../../../../src/core/model/mark-shape.ts';
import { EFFECT_CLASSES, type EffectClass } from '../../../../src/core/records/incident.ts';

const LOOKS = 9;
const TARGET_ORDER = [0, 1, 2, 3, 4, 5, 6, 7];
const HOME = 7;

/** Where the parts of a ring end; `counts` by look. */
function endsOf(
  counts: readonly number[],
  radius: number,
  order = TARGET_ORDER,
  form: MarkForm = 'coin',
): readonly number[] {
  const ends = new Float32Array(MAX_PARTS + 1).fill(-1);
  const all = Uint32Array.from({ length: 2 * LOOKS }, (_, i) => counts[i - LOOKS] ?? 0);
  const ofMark = { counts: all, first: LOOKS, looks: LOOKS };
  writePartEnds({ form, radius, zoom: HOME }, ofMark, order, ends, 1);
  expect([ends[0], ends.at(-1)]).toEqual([-1, -1]);
  return [...ends.slice(1, MAX_PARTS)];
}

/** The share of each part; the last is of what is joined. */
const sharesOf = (...asked: Parameters<typeof endsOf>): readonly number[] =>
  [...endsOf(...asked), 1].map((end, part, ends) => end - (ends[part - 1] ?? 0));

const arc = (share: number, radius: number): number =>
  share * 2 * Math.PI * (radius - ringWidth('coin', radius, HOME) / 2);

describe('the form of a mark', () => {
  it('says what came of one incident', () => {
    const ofOne = (effect: EffectClass): MarkForm => formOf(1, EFFECT_CLASSES.indexOf(effect));
    expect(EFFECT_CLASSES.map(ofOne)).toEqual(['filled', 'open', 'square', 'half', 'half']);
  });

  it('is a coin for several, and a square one if all are halts', () => {
    expect(formOf(2, EFFECT_CLASSES.indexOf('hit'))).toBe('coin');
    expect(formOf(2, EFFECT_CLASSES.length)).toBe('coin');
    expect(formOf(2, EFFECT_CLASSES.indexOf('halt'))).toBe('square-coin');
  });

  it('has the area of the disc also as a square coin', () => {
    expect((2 * reachOf('square-coin', 20)) ** 2).toBeCloseTo(Math.PI * 20 ** 2, 9);
  });
});

describe('the parts of a ring', () => {
  it('are proportional to the counts, in the order of the legend', () => {
    const shares = sharesOf([2, 0, 1, 1], 18);
    expect(shares.map((share) => share.toFixed(6))).toEqual(
      [0.5, 0, 0.25, 0.25, 0, 0, 0, 0, 0].map((share) => share.toFixed(6)),
    );
    const turned = sharesOf([2, 0, 1, 1], 18, [3, 2, 1, 0]);
    expect(turned[0]).toBeCloseTo(0.25, 6);
    expect(turned[3]).toBeCloseTo(0.5, 6);
  });

  it('join those under two pixels, which together are long enough to be seen', () => {
    const shares = sharesOf([997, 1, 1, 1], 40);
    expect(shares.slice(1, 8)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(arc(shares[8] ?? 0, 40)).toBeCloseTo(2, 3);
    expect(shares[0]).toBeCloseTo(1 - (shares[8] ?? 0), 6);
  });

  it('join what has no look of its own, and looks that the order does not name', () => {
    expect(sharesOf([1, 1, 0, 0, 0, 0, 0, 0, 2], 20)[8]).toBeCloseTo(0.5, 6);
    expect(sharesOf([1, 1], 20, [0])[8]).toBeCloseTo(0.5, 6);
  });

  it('always make a whole ring, and none but the joined one is shorter than two pixels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(400), { minLength: LOOKS, maxLength: LOOKS }),
        fc.double({ min: 4, max: 60, noNaN: true }),
        fc.shuffledSubarray(TARGET_ORDER, { minLength: 8 }),
        (counts, radius, order) => {
          fc.pre(counts.some((count) => count > 0));
          const shares = sharesOf(counts, radius, order);
          const total = counts.reduce((sum, count) => sum + count, 0);
          expect(shares.every((share) => share >= 0)).toBe(true);
          shares.slice(0, 8).forEach((share, part) => {
            if (share === 0) return;
            expect(arc(share, radius)).toBeGreaterThan(1.7);
            // Others make room for the joined part, which is short.
            const wanted = (counts[order[part] ?? 0] ?? 0) / total;
            expect(Math.abs(share - wanted) * arc(1, radius)).toBeLessThan(2.01);
          });
          const isJoined = counts.some((count, look) => {
            const part = order.indexOf(look);
            return count > 0 && (part === -1 || shares[part] === 0);
          });
          expect((shares[8] ?? 0) > 1e-6).toBe(isJoined);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a point of the outline', () => {
  it('goes clockwise from 12 o’clock, around a disc or a square', () => {
    const at = (form: MarkForm) =>
      [0, 0.125, 0.25, 0.5, 0.75, 0.9375].map((share) => {
        const { x, y } = onOutline(form, share);
        return [Number(x.toFixed(3)) + 0, Number(y.toFixed(3)) + 0];
      });
    expect(at('square-coin')).toEqual([
      [0, -1],
      [1, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
      [-0.5, -1],
    ]);
    expect(at('coin').slice(0, 5)).toEqual([
      [0, -1],
      [0.707, -0.707],
      [1, 0],
      [0, 1],
      [-1, 0],
    ]);
  });
});

describe('the number on a mark', () => {
  const width = (digits: number): number => digits * 0.5;
  /** As on the map: the core of a mark of so many at the home view. */
  const coreOf = (count: number): number => {
    const radius = Math.max(9, 5.5 * Math.sqrt(count));
    return radius - ringWidth('coin', radius, HOME);
  };

  it('grows with the core between 11 and 22 pixels, and fits', () => {
    expect(numberSize(coreOf(2), 1, width(1), HOME)).toBe(11);
    expect(numberSize(coreOf(46), 2, width(2), HOME)).toBe(22);
    for (const count of [2, 9, 10, 46, 99, 100, 999]) {
      const digits = String(count).length;
      const size = numberSize(coreOf(count), digits, width(digits), HOME);
      expect(size).toBeGreaterThanOrEqual(11);
      expect(Math.hypot(size * width(digits), size * 0.66) / 2).toBeLessThan(coreOf(count) + 1.1);
    }
  });

  it('may be twice as large where the map is close', () => {
    expect(numberSize(60, 2, width(2), 11)).toBe(44);
  });

  it('is left out where it could not be read', () => {
    expect(numberSize(6, 3, width(3), HOME)).toBe(0);
    expect(numberSize(1, 1, width(1), HOME)).toBe(0);
  });
});

describe('the signs next to a mark', () => {
  it('have a lozenge upper right, smaller on one incident and on small marks', () => {
    expect(lozengeOf('coin', 37)).toEqual({ half: 5.2, at: 0.74 * 37 });
    expect(lozengeOf('filled', 5.5).half).toBeCloseTo(4, 1);
    expect(lozengeOf('coin', 4).half).toBeLessThan(3);
  });

  it('leave all of the form of one incident free, and the middle of several, where their number is', () => {
    for (const [form, radius, free] of [
      ['open', 4, 1],
      ['filled', 5.5, 1],
      ['half', 11, 1],
      ['coin', 9, 0.6],
    ] as const) {
      const { half, at } = lozengeOf(form, radius);
      const edge = half / Math.SQRT2 + LOZENGE_EDGE;
      expect(at * Math.SQRT2 - edge).toBeGreaterThan(free * radius - 1e-9);
    }
  });

  it('have the line of what is possible at the radius of all, but never on the mark', () => {
    expect(possibleRadius('coin', 20, 30)).toBe(30);
    expect(possibleRadius('coin', 20, 20.1)).toBeGreaterThan(22);
    expect(possibleRadius('filled', 0, 5.5)).toBe(5.5);
    const corner = 20 * Math.sqrt(Math.PI / 2);
    expect(possibleRadius('square-coin', 20, 22)).toBeGreaterThan(corner + 2);
  });
});
