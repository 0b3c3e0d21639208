import { featureFilter } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { borderLayers, type DisputedBorders } from '../../../src/map/layers/border-layers.ts';
import type { Palette } from '../../../src/map/palette.ts';

const palette = { border: '#000', borderHalo: '#fff' } as Palette;

/** The layers that draw a border with these properties. */
function drawnBy(properties: object, disputed: DisputedBorders = {}): readonly string[] {
  return borderLayers(palette, 'world', disputed).flatMap((layer) => {
    if (layer.type !== 'line') return [];
    const { filter } = featureFilter(layer.filter, 'filter');
    const feature = { type: 2 as const, properties: { ...properties } };
    return filter({ zoom: 5 }, feature) ? [layer.id] : [];
  });
}

describe('borders', () => {
  it('are solid where they are settled, and not drawn at sea', () => {
    expect(drawnBy({})).toEqual(['border-halo', 'borders']);
    expect(drawnBy({ maritime: 1 })).toEqual([]);
    expect(drawnBy({ maritime: 1, disputed: 1, dispute: 'kurils' })).toEqual([]);
  });

  it('are dashed where they are disputed, named or not', () => {
    expect(drawnBy({ disputed: 1 })).toEqual(['border-halo', 'borders-dashed']);
    expect(drawnBy({ disputed: 1, dispute: 'crimea' })).toEqual(['border-halo', 'borders-dashed']);
  });

  it('follow what the data set says of a named dispute, and of no other', () => {
    const disputed = { crimea: 'dotted', kosovo: 'none', golan: 'dashed' } as const;
    const look = (dispute: string) => drawnBy({ disputed: 1, dispute }, disputed);
    expect(look('crimea')).toEqual(['border-halo', 'borders-dotted']);
    expect(look('kosovo')).toEqual([]);
    expect(look('golan')).toEqual(['border-halo', 'borders-dashed']);
    expect(look('cyprus')).toEqual(['border-halo', 'borders-dashed']);
    expect(drawnBy({}, disputed)).toEqual(['border-halo', 'borders']);
  });
});
