/** What decides from which zoom a place is named. Coordinates are of the Mercator square, 0 to 1. */
export interface ZoomCandidate {
  readonly x: number;
  readonly y: number;
  readonly score: number;
  /** No closer than this, whatever else is there. */
  readonly earliest: number;
  /** At this zoom at the latest, even close to another. */
  readonly latest?: number;
  /** Decided elsewhere: the place takes its room, but its zoom is not changed. */
  readonly fixed?: number;
}

const firstZoom = 2;
const lastZoom = 12;
const tilePixels = 512;

/** Below this score a place waits for the next zoom, even if there is room. By zoom, from 2. */
const lowestScores = [1e6, 6e5, 2.5e5, 1e5, 4e4, 1.5e4, 6e3, 2e3, 1e3, 0, 0];

/** Names are wider than they are high. */
const verticalStretch = 1.6;

/** From which zoom each candidate is named: the best first, where it has room among those named so far; all of them at 12. */
export function placeZooms(candidates: readonly ZoomCandidate[]): readonly number[] {
  const zooms = candidates.map(({ fixed }) => fixed ?? Infinity);
  const byScore = candidates
    .map((_, index) => index)
    .sort((a, b) => scoreOf(candidates, b) - scoreOf(candidates, a) || a - b);
  for (let zoom = firstZoom; zoom <= lastZoom; zoom += 1) {
    const room = roomPixels(zoom) / (tilePixels * 2 ** zoom);
    const named = new NamedPoints(room);
    const lowest = lowestScores[zoom - firstZoom] ?? 0;
    for (const [index, candidate] of candidates.entries()) {
      if ((zooms[index] ?? Infinity) < zoom + 1) named.add(candidate);
    }
    for (const index of byScore) {
      const candidate = candidates[index];
      if (!candidate || zooms[index] !== Infinity) continue;
      const isDue = zoom >= (candidate.latest ?? lastZoom);
      if (candidate.score < lowest || candidate.earliest > zoom) continue;
      if (!isDue && named.hasNear(candidate)) continue;
      zooms[index] = zoom;
      named.add(candidate);
    }
  }
  return zooms.map((zoom) => (zoom === Infinity ? lastZoom : zoom));
}

function scoreOf(candidates: readonly ZoomCandidate[], index: number): number {
  return candidates[index]?.score ?? 0;
}

function roomPixels(zoom: number): number {
  if (zoom < 5) return 64;
  return zoom < 8 ? 56 : 44;
}

type Point = Pick<ZoomCandidate, 'x' | 'y'>;

class NamedPoints {
  readonly #room: number;
  readonly #cells = new Map<number, Point[]>();

  constructor(room: number) {
    this.#room = room;
  }

  add(point: Point): void {
    const key = this.#key(this.#cell(point.x), this.#cell(point.y));
    const cell = this.#cells.get(key);
    if (cell) cell.push(point);
    else this.#cells.set(key, [point]);
  }

  hasNear({ x, y }: Point): boolean {
    const column = this.#cell(x);
    const row = this.#cell(y);
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const cell = this.#cells.get(this.#key(column + dx, row + dy)) ?? [];
        if (cell.some((other) => this.#isNear(other.x - x, other.y - y))) return true;
      }
    }
    return false;
  }

  #isNear(dx: number, dy: number): boolean {
    return Math.hypot(dx, dy * verticalStretch) < this.#room;
  }

  #cell(ordinate: number): number {
    return Math.floor(ordinate / this.#room);
  }

  #key(column: number, row: number): number {
    return row * 1e7 + column;
  }
}
