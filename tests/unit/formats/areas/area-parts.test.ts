import { describe, expect, it } from 'vitest';
import { AreaParts } from '../../../../src/formats/areas/area-parts.ts';
import { readAreasFile } from '../../../../src/formats/areas/areas-file.ts';
import { WorldAreas } from '../../../../src/formats/areas/world-areas.ts';
import { worldAreasFile } from './world-areas-file.ts';

const world = new WorldAreas(readAreasFile(worldAreasFile()));
const parts = new AreaParts(world);

function matched(area: string, country = '', lon = NaN, lat = NaN): string {
  const match = parts.match({ area, country, lon, lat });
  return match.kind === 'found' ? `${match.by}: ${world.nameOf(match.area)}` : match.kind;
}

describe('a cell with several parts', () => {
  it.each([
    ['Al Khartum, Sudan', '', 'name: Khartoum'],
    ['Kassala, Sudan', 'Sudan', 'name: Kassala'],
    ['Seoul, Korea, Republic of', '', 'name: Seoul'],
    ['Punjab; India', '', 'name: Punjab, India'],
  ])('is an area and its country: %s | %s', (area, country, expected) => {
    expect(matched(area, country)).toBe(expected);
  });

  it.each([
    ['Donetsk, Luhansk', 'Ukraine', 'ambiguous'],
    ['Donetsk; Luhansk; Kherson', '', 'ambiguous'],
    ['Namur, Luxembourg', 'Belgium', 'ambiguous'],
    ['Kassala, Yemen', 'Sudan', 'unknown'],
    ['Kassala, Made-up', 'Sudan', 'unknown'],
    ['Kassala, ', 'Sudan', 'name: Kassala'],
  ])('is not the first of them: %s | %s', (area, country, expected) => {
    expect(matched(area, country)).toBe(expected);
  });

  it('is not the one of several that its point is in', () => {
    expect(matched('Donetsk, Luhansk', 'Ukraine', 37.8, 48)).toBe('ambiguous');
    expect(matched('Made-up, Donetsk', 'Ukraine', 37.8, 48)).toBe('point: Donetsk');
  });
});
