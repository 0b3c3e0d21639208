import { clipLine, clipRing } from './clip-path.ts';
import { quantise } from './quantise.ts';
import { boxOf, ringArea } from './ring-area.ts';
import { tileExtent, VectorTile, type LayerName, type TileProperties } from './vector-tile.ts';

export interface PlacedTile {
  readonly x: number;
  readonly y: number;
  readonly tile: VectorTile;
}

/** Units that a tile reaches beyond its edge, so that strokes along it are not cut. */
const buffer = 64;
const smallestRing = 2;

/** The tiles of one zoom. Lines and rings come in units of the zoom: `tileExtent` for each tile. */
export class TileGrid {
  readonly #count: number;
  readonly #tiles = new Map<number, VectorTile>();

  constructor(zoom: number) {
    this.#count = 2 ** zoom;
  }

  addRing(layer: LayerName, tags: TileProperties, ring: readonly number[], depth: number): void {
    const [left, , right] = boxOf(ring);
    for (const x of this.#reached(left, right)) {
      const [from, to] = edges(x);
      const strip = left >= from && right <= to ? ring : clipRing(ring, 0, from, to);
      if (strip.length < 6) continue;
      const [, top, , bottom] = boxOf(strip);
      for (const y of this.#reached(top, bottom)) {
        const cell = quantise(
          clipRing(strip, 1, ...edges(y)),
          x * tileExtent,
          y * tileExtent,
          true,
        );
        if (cell.length < 6) continue;
        const area = ringArea(cell);
        if (Math.abs(area) < smallestRing) continue;
        this.#tile(x, y).addRing(layer, tags, area > 0 ? cell : turned(cell), depth);
      }
    }
  }

  addLine(layer: LayerName, tags: TileProperties, line: readonly number[]): void {
    const [left, , right] = boxOf(line);
    for (const x of this.#reached(left, right)) {
      for (const strip of clipLine(line, 0, ...edges(x))) {
        const [, top, , bottom] = boxOf(strip);
        for (const y of this.#reached(top, bottom)) {
          for (const part of clipLine(strip, 1, ...edges(y))) {
            const cell = quantise(part, x * tileExtent, y * tileExtent, false);
            if (cell.length >= 4) this.#tile(x, y).addLine(layer, tags, cell);
          }
        }
      }
    }
  }

  addPoint(layer: LayerName, tags: TileProperties, pointX: number, pointY: number): void {
    const [x, y] = [Math.floor(pointX / tileExtent), Math.floor(pointY / tileExtent)];
    if (x < 0 || y < 0 || x >= this.#count || y >= this.#count) return;
    const [cellX, cellY] = [pointX - x * tileExtent, pointY - y * tileExtent];
    this.#tile(x, y).addPoint(layer, tags, Math.round(cellX), Math.round(cellY));
  }

  tiles(): PlacedTile[] {
    return [...this.#tiles]
      .sort(([a], [b]) => a - b)
      .map(([key, tile]) => ({
        x: key % this.#count,
        y: Math.floor(key / this.#count),
        tile,
      }));
  }

  /** The columns, or rows, whose tiles with their buffer hold anything of a range. */
  #reached(from: number, to: number): number[] {
    const first = Math.max(0, Math.floor((from - buffer) / tileExtent));
    const last = Math.min(this.#count - 1, Math.floor((to + buffer) / tileExtent));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  }

  #tile(x: number, y: number): VectorTile {
    const key = y * this.#count + x;
    const tile = this.#tiles.get(key) ?? new VectorTile();
    this.#tiles.set(key, tile);
    return tile;
  }
}

function edges(index: number): [number, number] {
  return [index * tileExtent - buffer, (index + 1) * tileExtent + buffer];
}

function turned(ring: readonly number[]): number[] {
  const reversed: number[] = [];
  for (let index = ring.length - 2; index >= 0; index -= 2) {
    reversed.push(ring[index] ?? NaN, ring[index + 1] ?? NaN);
  }
  return reversed;
}
