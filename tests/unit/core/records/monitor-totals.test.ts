/** Every total is made up. */
import { describe, expect, it } from 'vitest';
import type { MonitorTotal } from '../../../../src/core/records/dataset-info.ts';
import { totalBefore } from '../../../../src/core/records/monitor-totals.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';

const total = (as_of: string, changes: Partial<MonitorTotal> = {}): MonitorTotal => ({
  as_of,
  from: '2000-01-01',
  who: 'A monitor',
  via: null,
  unit: 'strikes',
  at_least: 40,
  approximate: false,
  area: 'Nowhere',
  by_governorate: { North: 30, South: 10 },
  by_target: null,
  by_weapon: null,
  killed: null,
  injured: null,
  url: 'https://example.org/',
  note: null,
  ...changes,
});
const region = {
  name: { en: 'Nowhere' },
  governorates: ['North', 'South'],
  counted_from: '2000-01-01',
};

describe('the last total before a day', () => {
  const totals = [
    total('2000-01-08'),
    total('2000-01-04'),
    total('2000-01-06', { who: 'Another' }),
    total('2000-01-06', { approximate: true }),
    total('2000-01-06', { area: 'North' }),
    total('2000-01-06', { from: null }),
    total('2000-01-06', { by_governorate: { North: 1 } }),
  ];
  it.each([
    [4, undefined],
    [5, '2000-01-04'],
    [8, '2000-01-04'],
    [9, '2000-01-08'],
    [30, '2000-01-08'],
  ])(
    'that ends with the midnight of 2000-01-%i is of the counter of the last one',
    (day, as_of) => {
      expect(totalBefore({ region, totals }, minuteOf(2000, 1, day))?.as_of).toBe(as_of);
    },
  );

  it('is none where nobody counts the whole region', () => {
    expect(totalBefore({ region, totals: [] }, Infinity)).toBeUndefined();
  });
});
