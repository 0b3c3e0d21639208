import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/i18n/en/compare.ts';
import { periodsText } from '../../../src/core/time/in-periods.ts';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { countColumns } from '../../../src/ui/charts/value-counts.ts';

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
  const [first, second] = [early.window, late.window];
  it.each<readonly [string, (a: typeof early, b: typeof early) => string]>([
    ['sentence', (a, b) => compare.sentence(a, b, false)],
    ['difference', (a, b) => compare.difference(a, b, true, false)],
    ['short', (a, b) => compare.short(a, b, true)],
    ['both', (a, b) => compare.both(a, b, true)],
    ['incidents', (a, b) => compare.incidents(a.count, b.count)],
    ['withPeriods', (a, b) => compare.withPeriods(a.window, b.window)],
    ['lengths', (a, b) => compare.lengths(a.window, b.window)],
    ['bars', () => compare.bars],
    ['the key of marks', () => compare.key.split],
    ['heads of columns', () => JSON.stringify(countColumns(true))],
    ['saved rows', () => periodsText({ a: first, b: second }, { from: first.from, to: second.to })],
  ])('name A before B, whichever is the earlier: %s', (_, say) => {
    for (const text of [say(early, late), say(late, early)])
      expect(text.match(/\b[AB]\b/g)?.join('')).toMatch(/^(AB)+$/);
  });

  it('say the difference with the dates of each period', () => {
    expect(plain(compare.difference(late, early, false, false))).toBe(
      'Attacks: 8 in A (10 – 18 March), 13 in B (1 – 9 March); halts or outages: 1 in A, 2 in B.',
    );
    expect(plain(compare.sentence(late, early, false))).toMatch(/^A, 10 – 18 March: 8 .*\. B, 1 –/);
  });

  it('are short where there is one line, with rates of periods of different lengths', () => {
    expect(compare.short(late, early, false)).toBe('Attacks: 8 in A, 13 in B');
    expect(compare.short(late, early, true)).toBe('Attacks per day: 0.89 in A, 1.4 in B');
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
      'Two periods compared: A, 10 – 18 March 2026; B, 1 – 9 March 2026.',
    );
  });

  it.each([
    ['next to each other', march(1, 10), march(10, 19), ''],
    ['apart', march(1, 5), march(10, 19), ''],
    [
      'overlapping',
      march(1, 10),
      march(5, 15),
      'Incidents of 5 – 9 March are counted in both periods.',
    ],
    [
      'one in the other',
      march(1, 19),
      march(5, 6),
      'Incidents of 5 March are counted in both periods.',
    ],
    ['the same', march(5, 6), march(5, 6), 'Incidents of 5 March are counted in both periods.'],
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
});
