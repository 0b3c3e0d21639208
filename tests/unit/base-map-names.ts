import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import type { Feature, Point } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';
import type { Bounds } from '../../src/core/place/bounds.ts';
import { namesAmong } from '../../src/map/names-in-tiles.ts';
import { toMercator } from '../../src/core/place/mercator.ts';

/** The last zoom of the tiles, which have all names. */
const ZOOM = 7;

const file = readFileSync(new URL('../../geodata/basemap/world.pmtiles', import.meta.url));
const source: Source = {
  getKey: () => 'world',
  getBytes: (offset, length) =>
    Promise.resolve({ data: Uint8Array.from(file.subarray(offset, offset + length)).buffer }),
};
const archive = new PMTiles(source);

async function namesInTile(column: number, row: number): Promise<Feature<Point>[]> {
  const tile = await archive.getZxy(ZOOM, column, row);
  if (!tile) return [];
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile.data)));
  return ['place', 'label'].flatMap((name) => {
    const layer = layers[name];
    return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
      const { geometry, properties } = layer!.feature(i).toGeoJSON(column, row, ZOOM);
      return {
        type: 'Feature',
        geometry: geometry as Point,
        properties: { ...(name === 'place' && { kind: 'place' }), ...properties },
      } as const;
    });
  });
}

/** The names of the base map in all tiles that a box touches, as the page reads them. */
export async function baseMapNames({
  west,
  south,
  east,
  north,
}: Bounds): Promise<readonly Feature<Point>[]> {
  const from = toMercator(west, north);
  const to = toMercator(east, south);
  const names: Feature<Point>[] = [];
  for (let column = Math.floor(from.x * 2 ** ZOOM); column <= to.x * 2 ** ZOOM; column++)
    for (let row = Math.floor(from.y * 2 ** ZOOM); row <= to.y * 2 ** ZOOM; row++)
      names.push(...(await namesInTile(column, row)));
  const isPlace = ({ properties }: Feature): boolean => properties?.['kind'] === 'place';
  return [
    ...namesAmong(names.filter(isPlace)),
    ...namesAmong(names.filter((one) => !isPlace(one))),
  ];
}
