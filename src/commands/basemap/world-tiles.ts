import { zxyToTileId } from 'pmtiles';
import type { Admin1Line } from './admin1-lines.ts';
import type { BorderLine } from './border-lines.ts';
import type { EarthRing } from './earth.ts';
import { mercatorX, mercatorY, metersPerUnit } from './mercator.ts';
import { PmtilesArchive } from './pmtiles-archive.ts';
import type { RiverLine } from './rivers.ts';
import { simplifyLine } from './simplify-line.ts';
import { TileGrid } from './tile-grid.ts';
import { layerNames, tileExtent, type TileProperties } from './vector-tile.ts';
import type { MapFeature } from './write-features.ts';

export interface WorldLayers {
  readonly earth: readonly EarthRing[];
  readonly borders: readonly BorderLine[];
  readonly admin1: readonly Admin1Line[];
  readonly rivers: readonly RiverLine[];
  /** Points with `kind` and `min_zoom`: those of kind `place` are a layer of their own. */
  readonly points: readonly MapFeature[];
}

export const maxZoom = 7;

/** How far, in tile units, a simplified line may be off: the last zoom is enlarged beyond, so it keeps more. */
const tolerance = 2.6;
const toleranceOfLast = 1.2;
/** Pixels of a map with tiles of 512: what is smaller is not drawn. */
const pixel = tileExtent / 512;
const smallestLake = 12;
const smallestIsland = 2;
const smallestIslandOfLast = 0.05;
const smallestLakeSquareMeters = 5e6;
/** Smaller ones are shown at the last zoom only, and not as triangles: their outlines are coarse. */
const smallLakeSquareMeters = 25e6;
const fewestOfSmallLake = 2 * 6;
const maritimeFrom = 4;

export function worldArchive(layers: WorldLayers): Uint8Array {
  const archive = new PmtilesArchive();
  const earth = layers.earth
    .filter((ring) => !isLake(ring) || squareMeters(ring) >= smallestLakeSquareMeters)
    .sort((a, b) => a.depth - b.depth);
  // Of two names that collide the first is drawn.
  const points = [...layers.points].sort((a, b) => rankOf(a) - rankOf(b));
  for (let zoom = 0; zoom <= maxZoom; zoom++) {
    const tiles = gridOf(zoom, { ...layers, earth, points }).tiles();
    const ordered = tiles
      .map((placed) => ({ ...placed, id: zxyToTileId(zoom, placed.x, placed.y) }))
      .sort((a, b) => a.id - b.id);
    for (const { x, y, tile } of ordered) archive.add(zoom, x, y, tile.encode());
  }
  return archive.write(maxZoom, {
    name: 'Dateline world',
    attribution: '© OpenStreetMap contributors, Natural Earth, GeoNames',
    vector_layers: layerNames.map((id) => ({ id, fields: {} })),
  });
}

/** How far simplified lines may be off at a zoom, in the Mercator square. */
export function toleranceAt(zoom: number): number {
  return (zoom === maxZoom ? toleranceOfLast : tolerance) / (tileExtent * 2 ** zoom);
}

function gridOf(zoom: number, { earth, borders, admin1, rivers, points }: WorldLayers): TileGrid {
  const grid = new TileGrid(zoom);
  const scale = tileExtent * 2 ** zoom;
  const tolerated = toleranceAt(zoom);
  for (const ring of earth) {
    if (ring.area * (scale / pixel) ** 2 < smallestPixels(ring, zoom)) continue;
    if (zoom < maxZoom && isSmallLake(ring)) continue;
    const kept = simplifyLine(ring, tolerated, scale);
    if (kept.length < (isSmallLake(ring) ? fewestOfSmallLake : 6)) continue;
    grid.addRing('earth', { kind: kindOf(ring) }, kept, ring.depth);
  }
  for (const line of borders) {
    if (line.maritime && zoom < maritimeFrom) continue;
    const tags = {
      disputed: line.dispute === undefined ? undefined : 1,
      dispute: line.dispute,
      maritime: line.maritime ? 1 : undefined,
    };
    grid.addLine('border', tags, simplifyLine(line, tolerated, scale));
  }
  for (const line of admin1) {
    if (zoom < line.minZoom) continue;
    const tags = { country: line.country, min_zoom: line.minZoom };
    grid.addLine('admin1', tags, simplifyLine(line, tolerated, scale));
  }
  for (const line of rivers) {
    if (zoom < line.minZoom) continue;
    grid.addLine('river', { weight: line.weight }, simplifyLine(line, tolerated, scale));
  }
  for (const point of points) addPoint(grid, point, zoom, scale);
  return grid;
}

/** The last zoom has every point, for the zooms that it is enlarged to. */
function addPoint(
  grid: TileGrid,
  { geometry, properties }: MapFeature,
  zoom: number,
  scale: number,
): void {
  if (geometry.type !== 'Point') return;
  const { kind, ...tags } = properties as TileProperties;
  if (zoom < maxZoom && Math.floor(Number(tags['min_zoom'])) > zoom) return;
  const [longitude = NaN, latitude = NaN] = geometry.coordinates;
  const [x, y] = [mercatorX(longitude) * scale, mercatorY(latitude) * scale];
  if (kind === 'place') grid.addPoint('place', tags, x, y);
  else grid.addPoint('label', { kind, ...tags }, x, y);
}

function smallestPixels(ring: EarthRing, zoom: number): number {
  if (isLake(ring)) return smallestLake;
  return zoom === maxZoom ? smallestIslandOfLast : smallestIsland;
}

function kindOf(ring: EarthRing): string {
  return isLake(ring) ? 'lake' : ring.depth === 0 ? 'land' : 'island';
}

function isLake({ depth }: EarthRing): boolean {
  return depth % 2 === 1;
}

function isSmallLake(ring: EarthRing): boolean {
  return isLake(ring) && squareMeters(ring) < smallLakeSquareMeters;
}

function rankOf({ properties }: MapFeature): number {
  return Number(properties['rank'] ?? 0);
}

function squareMeters({ area, box }: EarthRing): number {
  return area * metersPerUnit((box[1] + box[3]) / 2) ** 2;
}
