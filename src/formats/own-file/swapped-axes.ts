import { isWithin, widened, type Bounds } from '../../core/place/bounds.ts';
import type { RowReading } from '../../core/reading/row-reading.ts';
import { growingPositions } from './growing-column.ts';

/** Fewer rows prove nothing. */
const LEAST_ROWS = 3;
/** How many of the rows in a known area must lie in it when their numbers are exchanged. */
const PART = 0.8;
/** Points near the border of an area may lie a little outside of its box. */
const MARGIN = 0.2;

/**
 * Finds out whether a file gives latitude and longitude the other way round: rows that name an area
 * whose outline is known lie outside of it, and inside once the two are exchanged. Where no row names
 * such an area, nothing is said: Kyiv exchanged lies in this region, and Irbil near Crimea.
 */
export class SwappedAxes {
  readonly #boundsOf: (area: string) => Bounds | undefined;
  readonly #known = new Map<string, Bounds | undefined>();
  readonly #number = growingPositions();
  readonly #offset = growingPositions();
  #looked = 0;

  constructor(boundsOf: (area: string) => Bounds | undefined) {
    this.#boundsOf = boundsOf;
  }

  look({ place, area }: RowReading, number: number, offset: number): void {
    if (!place || area === '') return;
    const bounds = this.#boundsAt(area);
    if (!bounds) return;
    this.#looked++;
    if (isWithin(bounds, place.lon, place.lat) || !isWithin(bounds, place.lat, place.lon)) return;
    this.#number.push(number);
    this.#offset.push(offset);
  }

  #boundsAt(area: string): Bounds | undefined {
    if (!this.#known.has(area)) {
      const bounds = this.#boundsOf(area);
      this.#known.set(area, bounds && widened(bounds, MARGIN));
    }
    return this.#known.get(area);
  }

  /** The rows that look exchanged; none unless nearly all rows of known areas do. */
  *rows(): Generator<readonly [number: number, offset: number], void, void> {
    const { length } = this.#number;
    if (length < LEAST_ROWS || length < PART * this.#looked) return;
    for (let at = 0; at < length; at++) yield [this.#number.at(at), this.#offset.at(at)];
  }
}
