import { describe, expect, it } from 'vitest';
import { STREET_SCHEMAS, type StreetMap } from '../../../../src/core/model/street-map.ts';
import { streetLayers } from '../../../../src/map/streets/street-layers.ts';

const map = (content: StreetMap['content']): StreetMap => ({
  key: 'streets-1',
  name: 'a.pmtiles',
  url: 'pmtiles://streets-1',
  content,
  minZoom: 10,
  maxZoom: 14,
  bounds: undefined,
  fillsBounds: false,
  credits: [],
});

const LAND = '#010203';
const colors = { land: LAND, water: '#040506', roadStreet: '#070809' };

describe.each(STREET_SCHEMAS)('`streetLayers` of %s', (schema) => {
  const { ground, names, placeNames } = streetLayers(map(schema), colors, 'light', 'en');
  const all = [...ground, ...names];

  it('has ground below and names above', () => {
    expect(ground.length).toBeGreaterThan(30);
    expect(new Set(ground.map(({ type }) => type))).toEqual(new Set(['fill', 'line']));
    expect(new Set(names.map(({ type }) => type))).toEqual(new Set(['symbol']));
  });

  it('asks for nothing: no glyphs, icons or addresses', () => {
    const text = JSON.stringify(all);
    expect(text).not.toMatch(/https?:|icon-image|sprite|noto/);
    for (const { layout } of names)
      expect(layout).toMatchObject({ 'text-font': ['Dateline Sans', 'Dateline Arabic'] });
  });

  it('draws from its own source, under ids of its own, from the first zoom of the archive', () => {
    expect(new Set(all.map((layer) => 'source' in layer && layer.source))).toEqual(
      new Set(['streets-1']),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, minzoom } of all) {
      expect(id).toMatch(/^streets-1\//);
      expect(minzoom).toBeGreaterThanOrEqual(10);
    }
  });

  it('leaves borders, countries and towns to our own map', () => {
    expect(all.map(({ id }) => id).join('\n')).not.toMatch(
      /boundary|country|state|place-(?:city|town|capital)|poi|background/,
    );
    expect(placeNames).toContain('streets-1/label-place-suburb');
    expect(placeNames).toContain('streets-1/label-place-village');
  });

  it('has the colours of the page', () => {
    expect(JSON.stringify(ground)).toContain('rgb(4,5,6)');
    expect(JSON.stringify(ground)).toContain('rgb(7,8,9)');
  });
});

it('`streetLayers` of pictures is one layer', () => {
  const { ground, names } = streetLayers(map('pictures'), {}, 'dark', 'en');
  expect([ground.map(({ type }) => type), names]).toEqual([['raster'], []]);
});
