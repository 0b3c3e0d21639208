import { IMPORTED_PRECISIONS, type ImportedPrecision } from '../../core/place/precision.ts';

/** A distinct place of a file; without coordinates where it has no point. WGS 84 degrees. */
export type DistinctPlace = {
  readonly name: string;
  readonly area: string;
  readonly lon: number;
  readonly lat: number;
  readonly precision: ImportedPrecision;
  /** How many rows have it. */
  count: number;
};

const EMPTY = 0xffff_ffff;
const FIRST_SIZE = 1 << 12;

/** Longer names differ before their end. */
const MAX_HASHED = 64;

/** FNV-1a over UTF-16 code units. */
function textHash(name: string, area: string): number {
  let hash = 0x811c9dc5 ^ area.length;
  for (const text of [name, area])
    for (let at = Math.min(text.length, MAX_HASHED) - 1; at >= 0; at--)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/**
 * Distinct places in the order in which they are first met. An open-addressing table keyed by the bits
 * of the coordinates and by the names, which alone distinguish places without a point: a million rows need no text made for each.
 */
export class PlaceIndex {
  readonly places: DistinctPlace[] = [];
  #slots = new Uint32Array(FIRST_SIZE).fill(EMPTY);
  readonly #degrees = new Float64Array(2);
  readonly #bits = new Uint32Array(this.#degrees.buffer);

  /** The position of a place among the distinct ones. */
  add(name: string, area: string, lon: number, lat: number, precision: ImportedPrecision): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(lon, lat, textHash(name, area)) & mask;
    for (;;) {
      const position = this.#slots[slot] ?? EMPTY;
      if (position === EMPTY) break;
      const known = this.places[position];
      if (
        known?.lon === lon &&
        known.lat === lat &&
        known.precision === precision &&
        known.name === name &&
        known.area === area
      ) {
        known.count++;
        return position;
      }
      slot = (slot + 1) & mask;
    }
    const position = this.places.push({ name, area, lon, lat, precision, count: 1 }) - 1;
    this.#slots[slot] = position;
    if (2 * this.places.length > this.#slots.length) this.#grow();
    return position;
  }

  #grow(): void {
    const slots = new Uint32Array(2 * this.#slots.length).fill(EMPTY);
    const mask = slots.length - 1;
    this.places.forEach(({ lon, lat, name, area }, position) => {
      let slot = this.#hash(lon, lat, textHash(name, area)) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = position;
    });
    this.#slots = slots;
  }

  #hash(lon: number, lat: number, salt: number): number {
    // Zero has two signs, and two rows of bits.
    this.#degrees[0] = lon + 0;
    this.#degrees[1] = lat + 0;
    let hash = salt;
    for (const part of this.#bits) hash = Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 13)) >>> 0;
  }
}

export const precisionCode = (precision: ImportedPrecision): number =>
  IMPORTED_PRECISIONS.indexOf(precision);
