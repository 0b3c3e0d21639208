import { isWithin, widened, type Bounds } from '../../core/place/bounds.ts';
import type { ReadRow } from '../../core/records/read-row.ts';
import { growingPositions } from './growing-column.ts';

/** Fewer rows prove nothing. */
const MIN_ROWS = 3;
/** How many of the rows in a known area must lie in it when their numbers are exchanged. */
const PART = 0.8;
/** Points near the border of an area may lie a little outside of its box. */
const MARGIN = 0.2;

/** Rows of one test, those that look exchanged among them. */
class Tally {
  readonly #number = growingPositions();
  readonly #offset = growingPositions();
  #looked = 0;

  get looked(): number {
    return this.#looked;
  }

  look(bounds: Bounds, lon: number, lat: number, number: number, offset: number): void {
    this.#looked++;
    if (isWithin(bounds, lon, lat) || !isWithin(bounds, lat, lon)) return;
    this.#number.push(number);
    this.#offset.push(offset);
  }

  *rows(): Generator<readonly [number: number, offset: number], void, void> {
    const { length } = this.#number;
    if (length < MIN_ROWS || length < PART * this.#looked) return;
    for (let at = 0; at < length; at++) yield [this.#number.at(at), this.#offset.at(at)];
  }
}

/**
 * Finds out whether a file gives latitude and longitude the other way round: rows that name an area
 * whose outline is known lie outside of it, and inside once the two are exchanged. A file in which no
 * row names such an area is compared with the box of the page's own data, which lies in the Black Sea
 * and the Sea of Azov when exchanged: a few files of eastern Crimea are asked about without a fault.
 */
export class SwappedAxes {
  readonly #boundsOf: (area: string) => Bounds | undefined;
  readonly #home: Bounds | undefined;
  readonly #known = new Map<string, Bounds | undefined>();
  readonly #inAreas = new Tally();
  readonly #atHome = new Tally();

  /** `home` is the box of the page's own data. */
  constructor(boundsOf: (area: string) => Bounds | undefined, home: Bounds | undefined) {
    this.#boundsOf = boundsOf;
    this.#home = home;
  }

  look({ place, area }: ReadRow, number: number, offset: number): void {
    if (!place) return;
    const bounds = area === '' ? undefined : this.#boundsAt(area);
    if (bounds) this.#inAreas.look(bounds, place.lon, place.lat, number, offset);
    else if (this.#home) this.#atHome.look(this.#home, place.lon, place.lat, number, offset);
  }

  #boundsAt(area: string): Bounds | undefined {
    if (!this.#known.has(area)) {
      const bounds = this.#boundsOf(area);
      this.#known.set(area, bounds && widened(bounds, MARGIN));
    }
    return this.#known.get(area);
  }

  /** The rows that look exchanged; none unless nearly all that can be compared do. */
  rows(): Generator<readonly [number: number, offset: number], void, void> {
    return (this.#inAreas.looked > 0 ? this.#inAreas : this.#atHome).rows();
  }
}
