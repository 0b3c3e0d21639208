import { describe, expect, it } from 'vitest';
import { SHADES, shadedShares } from '../../../../src/core/model/shaded-shares.ts';
import { findingsOf } from '../../../../src/core/records/figures.ts';
import { mappedShares } from '../../../../src/core/records/mapped-shares.ts';
import { readAreas } from '../../../../src/formats/native/read-areas.ts';
import { DATASET, publishedText, RECORDS, valueOf } from '../../published-records.ts';

const areas = valueOf(readAreas('governorates.json', publishedText('basemap/governorates.json')));
const findings = findingsOf(
  RECORDS.map(({ incident }) => incident),
  DATASET,
);
const shares = mappedShares({ ...DATASET, findings })?.governorates ?? [];

describe('the shades of governorates', () => {
  it('have all numbers, and one shade for governorates without a border between them', () => {
    const shaded = shadedShares(shares, areas);
    expect(shaded.map(({ name }) => name)).toEqual(['Duhok', 'Irbil', 'Sulaymaniyah']);
    expect(new Set(shaded.flatMap((area) => area.shares))).toEqual(new Set(shares));
    const joint = shaded.find(({ name }) => name === 'Sulaymaniyah');
    const both = shares.filter(({ name }) => ['Sulaymaniyah', 'Halabja'].includes(name));
    expect(joint?.shares).toEqual(both);
    expect(joint?.mapped).toBe(both.reduce((sum, { mapped }) => sum + mapped, 0));
    expect(joint?.counted).toBe(both.reduce((sum, { counted }) => sum + counted, 0));
  });

  it('grow with the share by fifths, and end at all of it', () => {
    const irbil = areas.filter(({ name }) => name === 'Irbil');
    const shadeOf = (mapped: number, counted: number): number =>
      shadedShares([{ name: 'Irbil', mapped, counted }], irbil)[0]?.shade ?? NaN;
    expect(shadeOf(0, 10)).toBeGreaterThan(0);
    expect([0, 2, 4, 6, 8].map((mapped) => shadeOf(mapped, 10))).toEqual(SHADES);
    expect(SHADES.toSorted((a, b) => a - b)).toEqual(SHADES);
    // Almost the same share looks the same.
    expect(shadeOf(68, 243)).toBe(shadeOf(18, 59));
    expect(shadeOf(2, 5)).toBeGreaterThan(shadeOf(18, 59));
    expect(shadeOf(20, 10)).toBe(shadeOf(10, 10));
    expect(shadeOf(10, 10)).toBeLessThan(1);
    expect(shadeOf(3, 0)).toBe(shadeOf(0, 10));
  });

  it('are not of a governorate without an outline, nor of the region', () => {
    const region = areas.find(({ kind }) => kind === 'region')?.name ?? '';
    const made = [region, 'Nowhere'].map((name) => ({ name, mapped: 1, counted: 2 }));
    expect(shadedShares(made, areas)).toEqual([]);
  });
});
