import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { borderEdges } from '../../../../src/commands/basemap/border-edges.ts';
import type { Country } from '../../../../src/commands/basemap/countries.ts';
import { labelEdges, type LabelledEdge } from '../../../../src/commands/basemap/edge-sides.ts';
import { joinEdges } from '../../../../src/commands/basemap/join-edges.ts';

const kilometer = 1 / 111.195;

function country(code: string, west: number, east: number, south: number, north: number): Country {
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { code, rings: [ring] };
}

function label(countries: readonly Country[], isLand = true): LabelledEdge[] {
  return labelEdges(countries, borderEdges(countries), () => isLand);
}

describe('edges of countries', () => {
  it('are a border where two countries share them', () => {
    const labelled = label([country('AAA', 0, 1, 0, 1), country('BBB', 1, 2, 0, 1)]);
    expect(labelled.map(({ between, dispute }) => [between, dispute])).toEqual([
      ['AAA-BBB', undefined],
    ]);
  });

  it.each([0.1, 0.8, 2])('are one border across a gap of %d km', (gap) => {
    const labelled = label([
      country('BBB', 1 + gap * kilometer, 2, 0, 1),
      country('AAA', 0, 1, 0, 1),
    ]);
    expect(labelled.map(({ between }) => between)).toEqual(['AAA-BBB']);
  });

  it('are one border where two countries overlap by a sliver', () => {
    const labelled = label([
      country('AAA', 0, 1 + 0.5 * kilometer, 0, 1),
      country('BBB', 1, 2, 0, 1),
    ]);
    expect(labelled.map(({ between }) => between)).toEqual(['AAA-BBB']);
  });

  it('are no border across a wide gap, at sea least of all', () => {
    const apart = [country('AAA', 0, 1, 0, 1), country('BBB', 1 + 2 * kilometer, 2, 0, 1)];
    expect(label(apart, false)).toEqual([]);
    expect(label([country('AAA', 0, 1, 0, 1), country('BBB', 1.1, 2, 0, 1)])).toEqual([]);
  });

  it('are lines of a dispute where two countries are known to claim the same land', () => {
    const both = [country('RUS', 33, 40, 44, 45), country('UKR', 30, 35, 42, 48)];
    const labelled = label(both);
    expect(new Set(labelled.map(({ dispute }) => dispute))).toEqual(new Set(['crimea']));
    const elsewhere = [country('RUS', 3, 10, 44, 45), country('UKR', 0, 5, 42, 48)];
    expect(label(elsewhere)).toEqual([]);
  });
});

describe('edges of one label', () => {
  it('are joined to lines that end where lines meet', () => {
    const edge = (from: number, to: number, between: string): LabelledEdge => ({
      from,
      to,
      between,
      dispute: undefined,
    });
    const lines = joinEdges([
      edge(1, 2, 'A-B'),
      edge(2, 3, 'A-B'),
      edge(3, 4, 'A-B'),
      edge(3, 5, 'A-C'),
    ]);
    expect(lines.map(({ between, vertices }) => [between, vertices.length])).toEqual([
      ['A-B', 3],
      ['A-B', 2],
      ['A-C', 2],
    ]);
  });

  it('are closed to a ring around an enclave', () => {
    const ring = [
      [1, 2],
      [2, 3],
      [1, 3],
    ].map(([from = 0, to = 0]) => ({ from, to, between: 'A-B', dispute: undefined }));
    const [line] = joinEdges(ring);
    expect(line?.vertices).toHaveLength(4);
    expect(line?.vertices.at(-1)).toBe(line?.vertices[0]);
  });
});
