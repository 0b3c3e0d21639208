import { describe, expect, it } from 'vitest';
import { BIN_UNITS } from '../../../src/core/time/bins.ts';
import type { Stride } from '../../../src/core/time/stride.ts';
import { words } from '../../../src/i18n/words.ts';

const { timeline } = words;

const bins = (unit: (typeof BIN_UNITS)[number], count: number): Stride => ({
  kind: 'bins',
  unit,
  count,
});

describe('the words of a band', () => {
  it.each([
    ['hour', 'hour not known: 5'],
    ['day', 'day not known: 5'],
    ['month', 'in no one column: 5'],
    ['year', 'in no one column: 5'],
  ] as const)('say what is not known where columns are a %s each', (unit, text) => {
    expect(timeline.bandCount(unit, 5)).toBe(text);
  });
});

describe('the label of a timeline step', () => {
  it.each([
    [bins('hour', 1), '1 hour', '1 hour'],
    [bins('hour', 18), '18 hours', '18 hours'],
    [bins('three-days', 1), '3 days', '3 days'],
    [bins('three-days', 3), '9 days', '9 days'],
    [bins('week', 1), '1 week', '1 week'],
    [bins('month', 2), '2 months', '2 months'],
    [bins('half-year', 1), '6 months', '6 months'],
    [bins('year', 1), '1 year', '1 year'],
    [bins('decade', 1), '10 years', '10 years'],
    [bins('five-years', 4), '20 years', '20 years'],
    [bins('century', 20), '2,000 years', '2,000 years'],
    [{ kind: 'minutes', length: 1234 }, 'by the length of the period', '1 period'],
  ] as const)('states how far it moves', (stride, step, pace) => {
    expect(timeline.stepForward(stride)).toBe(`Move forward ${step}`);
    expect(timeline.stepBack(stride)).toBe(`Move back ${step}`);
    expect(timeline.paceValue(1, stride)).toBe(`${pace} per second`);
    expect(timeline.paceValue(4, stride)).toBe(`${pace} in 4 seconds`);
  });

  it('differs between units', () => {
    expect(new Set(BIN_UNITS.map((unit) => timeline.stepForward(bins(unit, 1)))).size).toBe(
      BIN_UNITS.length,
    );
  });
});
