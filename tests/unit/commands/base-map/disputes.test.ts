import type { BBox } from 'geojson';
import { describe, expect, it } from 'vitest';
import { disputes } from '../../../../src/commands/basemap/disputes.ts';
import { decodeTile, featuresOf, openArchive, toDegrees, type DecodedTile } from './archive.ts';

const zoom = 6;

interface BorderPoint {
  readonly dispute: string | undefined;
  readonly maritime: boolean;
  readonly at: readonly [number, number];
}

/**
 * Boxes that hold nothing but a disputed line: no vertex of an undashed border may be in them. West, south, east,
 * north.
 */
const onlyDisputed: readonly (readonly [id: string, box: BBox])[] = [
  ['crimea', [33, 44.2, 36.7, 46.25]],
  ['gaza', [34.15, 31.22, 34.6, 31.65]],
  ['west-bank', [34.85, 31.5, 35.42, 32.45]],
  ['golan', [35.66, 32.78, 35.95, 33.2]],
  ['blue-line', [35.1, 33.02, 35.6, 33.2]],
  ['western-sahara', [-17, 21.1, -9, 27.3]],
  ['line-of-control', [73.6, 33, 76.6, 35]],
  ['siachen', [76.9, 34.9, 77.7, 35.6]],
  ['shaksgam', [75.3, 35.8, 77.5, 36.9]],
  ['aksai-chin', [78, 33.6, 80.3, 35.8]],
  ['china-india-middle', [78.3, 30.6, 79.6, 33]],
  ['arunachal', [92.2, 26.95, 95, 28.6]],
  ['abkhazia', [41.5, 42.4, 42, 43.1]],
  ['south-ossetia', [43.5, 42.05, 44.5, 42.5]],
  ['transnistria', [28.7, 47.3, 29.05, 47.75]],
  ['kosovo', [20.7, 42.6, 21.6, 43.2]],
  ['cyprus', [32.5, 35.05, 33.55, 35.6]],
  ['abyei', [27.5, 9.4, 29, 10.3]],
  ['kafia-kingi', [23.7, 9, 24.9, 10]],
  ['halaib', [34.3, 21.9, 36.8, 22.1]],
  ['bir-tawil', [33.2, 21.7, 34, 22.1]],
  ['somaliland', [47.6, 8.2, 49.5, 11]],
  ['ilemi', [34.5, 4.55, 35.7, 5.2]],
  ['bhutan-china', [89.5, 27.9, 91, 28.4]],
  ['taiwan', [117.5, 22, 122.5, 26]],
  ['kurils', [145, 43.2, 146.5, 44.5]],
  ['essequibo', [-58.9, 3.5, -58.2, 6.3]],
];

function pointsOf(tile: DecodedTile): BorderPoint[] {
  return featuresOf(tile, 'border').flatMap((feature) =>
    feature
      .loadGeometry()
      .flat()
      .map(({ x, y }) => ({
        dispute: feature.properties['dispute'] as string | undefined,
        maritime: feature.properties['maritime'] === 1,
        at: toDegrees(tile, x, y),
      })),
  );
}

async function pointsIn([west, south, east, north]: BBox): Promise<BorderPoint[]> {
  const archive = openArchive();
  const column = (longitude: number): number => Math.floor(((longitude + 180) / 360) * 2 ** zoom);
  const row = (latitude: number): number => {
    const height = Math.asinh(Math.tan((latitude * Math.PI) / 180));
    return Math.floor(((1 - height / Math.PI) / 2) * 2 ** zoom);
  };
  const points: BorderPoint[] = [];
  for (let x = column(west); x <= column(east); x++) {
    for (let y = row(north); y <= row(south); y++) {
      const tile = await decodeTile(archive, zoom, x, y);
      if (tile) points.push(...pointsOf(tile));
    }
  }
  return points.filter(
    ({ at: [longitude, latitude] }) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  );
}

describe('disputed borders', () => {
  it.each(disputes.map(({ id, box }) => [id, box] as const))('include %s', async (id, box) => {
    const found = (await pointsIn(box)).filter(({ dispute }) => dispute === id);
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(onlyDisputed)('are all there is around %s', async (id, box) => {
    const points = await pointsIn(box);
    expect(points.filter(({ dispute }) => dispute === undefined)).toEqual([]);
    expect(points.map(({ dispute }) => dispute)).toContain(id);
  });

  it('are dashed on both sides of Crimea at every zoom that shows it', async () => {
    const archive = openArchive();
    for (const [tileZoom, x, y] of [
      [3, 4, 2],
      [5, 18, 11],
    ] as const) {
      const tile = await decodeTile(archive, tileZoom, x, y);
      const points = tile ? pointsOf(tile) : [];
      expect(points.some(({ dispute, maritime }) => dispute === 'crimea' && !maritime)).toBe(true);
    }
    const strait = (await pointsIn([36.3, 44.8, 36.9, 45.7])).map(({ dispute }) => dispute);
    expect(new Set(strait)).toEqual(new Set(['crimea']));
  });
});

describe('the table of disputes', () => {
  it('names each once, with a note', () => {
    const ids = disputes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(disputes.filter(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(disputes.filter(({ name, note }) => name === '' || !note.endsWith('.'))).toEqual([]);
  });

  it('has every dispute of the tiles', async () => {
    const archive = openArchive();
    const known = new Set<string | undefined>(disputes.map(({ id }) => id));
    for (let x = 0; x < 16; x++) {
      for (let y = 0; y < 16; y++) {
        const tile = await decodeTile(archive, 4, x, y);
        const used = tile ? featuresOf(tile, 'border') : [];
        for (const { properties } of used) {
          const { dispute, disputed } = properties;
          expect(disputed).toBe(dispute === undefined ? undefined : 1);
          expect(dispute === undefined || known.has(String(dispute))).toBe(true);
        }
      }
    }
  });
});
