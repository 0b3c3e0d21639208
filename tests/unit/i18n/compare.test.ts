import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/i18n/en/compare.ts';
import { minuteOf } from '../../../src/core/time/minute.ts';

const march = (from: number, to: number) => ({
  from: minuteOf(2026, 3, from),
  to: minuteOf(2026, 3, to),
});
const counted = (attacks: number, halts: number, window: ReturnType<typeof march>) => ({
  count: {
    certain: attacks + halts,
    possible: 0,
    halts: { certain: halts, possible: 0 },
  },
  window,
});
const plain = (text: string): string => text.replaceAll(/[\u00A0\u2009\u202F]/g, ' ');

const early = counted(13, 2, march(1, 10));
const late = counted(8, 1, march(10, 19));

describe('the sentences of two periods', () => {
  it('have the earlier period first, whichever is A', () => {
    expect(plain(compare.difference(late, early, false, false))).toBe(
      'Attacks: 13 in B (1 – 9 March), 8 in A (10 – 18 March); halts or outages: 2 in B, 1 in A.',
    );
    expect(plain(compare.difference(early, late, false, false))).toBe(
      'Attacks: 13 in A (1 – 9 March), 8 in B (10 – 18 March); halts or outages: 2 in A, 1 in B.',
    );
    expect(plain(compare.sentence(late, early, false))).toMatch(/^B, 1 – 9 March: 13 .*\. A, 10/);
    expect(plain(compare.sentence(early, late, false))).toMatch(/^A, 1 – 9 March: 13 .*\. B, 10/);
  });

  it('are short where there is one line, with rates of periods of different lengths', () => {
    expect(compare.short(late, early, false)).toBe('Attacks: 13 in B, 8 in A');
    expect(compare.short(late, early, true)).toBe('Attacks per day: 1.4 in B, 0.89 in A');
    const unsplit = (one: typeof late, possible: number) => ({
      ...one,
      count: { certain: 8, possible, halts: undefined },
    });
    expect(compare.short(unsplit(early, 0), unsplit(late, 2), false)).toBe(
      'Incidents: 8 in A, 8–\u206010 in B',
    );
  });

  it('say no rate of nothing', () => {
    const none = counted(0, 1, march(10, 12));
    expect(plain(compare.both(none, early, true))).toBe(
      'A: 1 halt or outage; B: 13 attacks and 2 halts or outages; attacks per day: 1.4',
    );
  });

  it('name both periods where a link or paper has only the view', () => {
    expect(plain(compare.withPeriods(late.window, early.window))).toBe(
      'Two periods compared: B, 1 – 9 March 2026; A, 10 – 18 March 2026.',
    );
  });

  it.each([
    ['next to each other', march(1, 10), march(10, 19), ''],
    ['apart', march(1, 5), march(10, 19), ''],
    ['overlapping', march(1, 10), march(5, 15), '5 – 9 March counts in both.'],
    ['one in the other', march(1, 19), march(5, 6), '5 March counts in both.'],
    ['the same', march(5, 6), march(5, 6), '5 March counts in both.'],
  ])('say what counts in both periods: %s', (_, a, b, text) => {
    for (const [first, second] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(plain(compare.inBoth(first, second, false))).toBe(text);
      const [one, other] = [counted(13, 0, first), counted(8, 0, second)];
      expect(plain(compare.sentence(one, other, false)).endsWith(text || '.')).toBe(true);
      expect(plain(compare.sentence(one, other, false)).includes('in both')).toBe(text !== '');
      expect(compare.withPeriods(first, second).includes('in both')).toBe(text !== '');
    }
  });

  it('have the shorter first of two that begin together', () => {
    const longer = counted(15, 0, march(1, 12));
    expect(plain(compare.sentence(longer, early, false))).toMatch(/^B, .*A, /);
  });
});
