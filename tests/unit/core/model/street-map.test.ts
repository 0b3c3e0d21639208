import { describe, expect, it } from 'vitest';
import {
  isTileArchive,
  shownFromZoom,
  streetZoomLimit,
  type StreetMap,
} from '../../../../src/core/model/street-map.ts';

const map = (change: Partial<StreetMap>): StreetMap => ({
  key: 'streets-1',
  name: 'a.pmtiles',
  url: 'pmtiles://streets-1',
  content: 'protomaps',
  minZoom: 0,
  maxZoom: 15,
  bounds: undefined,
  fillsBounds: false,
  credits: [],
  ...change,
});

describe('`isTileArchive`', () => {
  it.each([
    ['PMTiles\u0003', true],
    ['PMTiles\u0009', true],
    ['PM\u0001\u0000', true],
    ['PM\u0002\u0000', true],
    ['PMT', false],
    ['PM,place', false],
    ['pmtiles\u0003', false],
    ['', false],
  ])('of %j is %j', (text, is) => {
    expect(isTileArchive(Buffer.from(text, 'latin1'))).toBe(is);
  });
});

describe('`shownFromZoom`', () => {
  it.each([
    ['streets where our outlines end', map({}), 8],
    ['streets that begin further in', map({ minZoom: 12 }), 12],
    ['an archive of coarse tiles', map({ maxZoom: 6 }), 5],
    ['one zoom', map({ minZoom: 3, maxZoom: 3 }), 3],
    ['pictures at all their zooms', map({ content: 'pictures', minZoom: 2 }), 2],
  ])('shows %s', (_, one, zoom) => {
    expect(shownFromZoom(one)).toBe(zoom);
  });
});

it('`streetZoomLimit` is two zooms past the finest tiles of all', () => {
  expect(streetZoomLimit([map({ maxZoom: 9 }), map({})])).toBe(17);
  expect(streetZoomLimit([])).toBe(0);
});
