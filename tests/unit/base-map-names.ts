import type { Feature, Point } from 'geojson';
import type { Bounds } from '../../src/core/place/bounds.ts';
import { toMercator } from '../../src/core/place/mercator.ts';
import { namesAmong } from '../../src/map/names-in-tiles.ts';
import { decodeTile, featuresOf, openArchive } from './commands/base-map/archive.ts';

/** The last zoom of the tiles, which have all names. */
const ZOOM = 7;

const archive = openArchive();

/** The names of the base map in all tiles that a box touches, as the page reads them. */
export async function baseMapNames({
  west,
  south,
  east,
  north,
}: Bounds): Promise<readonly Feature<Point>[]> {
  const from = toMercator(west, north);
  const to = toMercator(east, south);
  const [places, labels]: [Feature[], Feature[]] = [[], []];
  for (let column = Math.floor(from.x * 2 ** ZOOM); column <= to.x * 2 ** ZOOM; column++)
    for (let row = Math.floor(from.y * 2 ** ZOOM); row <= to.y * 2 ** ZOOM; row++) {
      const tile = await decodeTile(archive, ZOOM, column, row);
      if (!tile) continue;
      const of = (layer: string): readonly Feature[] =>
        featuresOf(tile, layer).map((feature) => feature.toGeoJSON(column, row, ZOOM));
      places.push(
        ...of('place').map((one) => ({ ...one, properties: { kind: 'place', ...one.properties } })),
      );
      labels.push(...of('label'));
    }
  return [...namesAmong(places), ...namesAmong(labels)];
}
