import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../src/core/records/figures.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { mappedShares, targetCounts } from '../../../../src/core/records/mapped-shares.ts';
import { isoText } from '../../../../src/core/time/minute.ts';
import { DATASET, RECORDS } from '../../published-records.ts';

const records = RECORDS.map(({ incident }) => incident);
const info = { ...DATASET, findings: findingsOf(records, DATASET) };
const governorates = ['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja'];

/** The attacks in the region that begin by the end of a day, from the records alone. */
const attacksBy = (day: string): readonly Incident[] =>
  records.filter(
    ({ kind, effect, place, time }) =>
      kind === 'incident' &&
      !['halted', 'restored', 'outage'].includes(effect) &&
      governorates.includes(place.governorate ?? '') &&
      time.slice(0, 10) <= day,
  );

describe('what is mapped next to what a monitor counted', () => {
  it('is given by governorate, both to the day of the last total', () => {
    const shares = mappedShares(info);
    const total = DATASET.totals.find(
      ({ as_of, at_least }) => as_of === '2026-03-16' && at_least === 307,
    );
    expect(shares?.counted).toBe(total);
    expect(shares?.isDayApproximate).toBe(true);
    const byThen = attacksBy('2026-03-16');
    expect(shares?.governorates).toEqual(
      governorates.map((name) => ({
        name,
        mapped: byThen.filter(({ place }) => place.governorate === name).length,
        counted: total?.by_governorate?.[name],
      })),
    );
    const sum = shares?.governorates.reduce((all, { mapped }) => all + mapped, 0);
    expect(sum).toBe(byThen.length);
  });

  it('is given by kind of target in categories of either side, both to the day of that total', () => {
    const counts = targetCounts(info);
    const day = isoText(counts?.day ?? 0).slice(0, 10);
    expect(day).toBe('2026-03-08');
    const byThen = attacksBy(day);
    expect(counts?.mapped).toBe(byThen.length);
    expect(byThen.length).toBeGreaterThan(0);
    for (const { target, count } of counts?.byLayer ?? [])
      expect(count, target).toBe(byThen.filter((one) => one.target === target).length);
    const mapped = counts?.byLayer.reduce((sum, { count }) => sum + count, 0);
    expect(mapped).toBe(byThen.length);
    const { by_target, at_least } =
      DATASET.totals.find((total) => total.by_target !== null && total.as_of === day) ?? {};
    expect(
      Object.fromEntries((counts?.byMonitor ?? []).map(({ category, count }) => [category, count])),
    ).toEqual(by_target);
    expect(counts?.byMonitor.reduce((sum, { count }) => sum + count, 0)).toBe(at_least);
  });

  it('is not given without a total that says it', () => {
    const totals = DATASET.totals.map((total) => ({
      ...total,
      by_target: null,
      by_governorate: null,
    }));
    const other = { ...DATASET, totals };
    const without = { ...other, findings: findingsOf(records, other) };
    expect(mappedShares(without)).toBeUndefined();
    expect(targetCounts(without)).toBeUndefined();
  });
});
