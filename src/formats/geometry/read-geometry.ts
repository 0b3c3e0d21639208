import type { Geometry, Point, Position } from 'geojson';
import { isObject } from '../source/is-object.ts';

/** A part of a geometry that is not in it: it is empty, or its coordinates cannot be read. */
export type GeometryIssue = 'empty' | 'bad';

export type ReadGeometry = {
  /** Undefined where nothing of it can be drawn. */
  readonly geometry: Geometry | undefined;
  /** The worst of its parts that are left out of `geometry`; undefined where none is. */
  readonly unread: GeometryIssue | undefined;
};

export const NO_GEOMETRY: ReadGeometry = { geometry: undefined, unread: undefined };

/** Geometries of one part. */
type Part = Exclude<
  Geometry,
  { type: 'GeometryCollection' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon' }
>;

const NUMBER = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i;

/** Files write numbers as texts too. */
const numberOf = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && NUMBER.test(value)
      ? Number(value)
      : NaN;

/** Longitudes may go once more around the world: shapes across the antimeridian are written so. */
const isOnEarth = (lon: number, lat: number): boolean =>
  Math.abs(lon) <= 360 && Math.abs(lat) <= 90;

/** Two numbers, or three with an altitude; more could be decimal commas. */
function pairIn(text: string): readonly unknown[] | undefined {
  const numbers = text.split(',');
  return numbers.length <= 3 ? numbers : undefined;
}

/** A list, or the numbers of a text such as `44.01,36.19`, which some write for a position. */
const listOf = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : typeof value === 'string' ? pairIn(value) : undefined;

/** Gathers the parts of a geometry that can be drawn, in the order of the file. */
class Parts {
  readonly found: Part[] = [];
  unread: GeometryIssue | undefined;
  /** Something was left out, or written otherwise than GeoJSON does. */
  isChanged = false;
  readonly #mayLeaveEarth: boolean;

  constructor(mayLeaveEarth: boolean) {
    this.#mayLeaveEarth = mayLeaveEarth;
  }

  #miss(value: unknown): void {
    const isEmpty =
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0);
    this.unread = isEmpty ? (this.unread ?? 'empty') : 'bad';
    this.isChanged = true;
  }

  #position(value: unknown): Position | undefined {
    const list = listOf(value);
    const numbers = list?.map(numberOf) ?? [];
    const [lon = NaN, lat = NaN] = numbers;
    const isPlaced = !Number.isNaN(lon) && !Number.isNaN(lat) && Number.isFinite(lon + lat);
    if (!isPlaced || (!this.#mayLeaveEarth && !isOnEarth(lon, lat))) {
      this.#miss(value);
      return undefined;
    }
    // An altitude that is no number says nothing of the place.
    const sound = numbers.every(Number.isFinite) ? numbers : [lon, lat];
    this.isChanged ||=
      sound !== numbers ||
      !Array.isArray(value) ||
      list?.some((one) => typeof one !== 'number') === true;
    return sound;
  }

  #list(value: unknown): readonly unknown[] {
    if (Array.isArray(value) && value.length > 0) return value as readonly unknown[];
    this.#miss(value);
    return [];
  }

  /** A line is cut where a position is missing: nobody reported what lies across the gap. */
  #line(value: unknown): void {
    let run: Position[] = [];
    const end = (): void => {
      const [only] = run;
      if (only && run.length === 1) {
        this.isChanged = true;
        this.found.push({ type: 'Point', coordinates: only });
      } else if (only) this.found.push({ type: 'LineString', coordinates: run });
      run = [];
    };
    for (const one of this.#list(value)) {
      const position = this.#position(one);
      if (position) run.push(position);
      else end();
    }
    end();
  }

  /** An area whose outline has a gap is no area that was reported: its edges are drawn, not it. */
  #polygon(value: unknown): void {
    const [outer, ...holes] = this.#list(value);
    if (this.#ring(outer) === 'empty') return;
    const rings = [outer, ...holes.filter((hole) => this.#ring(hole) !== 'empty')];
    if (rings.every((ring) => this.#ring(ring) === 'sound'))
      this.found.push({
        type: 'Polygon',
        coordinates: rings.map((ring) =>
          (ring as unknown[]).flatMap((one) => [this.#position(one) ?? []]),
        ),
      });
    else for (const ring of rings) this.#line(ring);
  }

  #ring(value: unknown): 'sound' | 'broken' | 'empty' {
    if (!Array.isArray(value) || value.length === 0) {
      this.#miss(value);
      return 'empty';
    }
    const trial = new Parts(this.#mayLeaveEarth);
    const positions = value.filter((one) => trial.#position(one) !== undefined);
    if (trial.unread === undefined && positions.length >= 3) return 'sound';
    this.#miss(trial.unread === 'empty' ? undefined : 'bad');
    return 'broken';
  }

  add(value: unknown): void {
    if (!isObject(value)) {
      this.#miss(value);
      return;
    }
    const { type, coordinates, geometries } = value;
    switch (type) {
      case 'Point': {
        const position = this.#position(coordinates);
        if (position) this.found.push({ type, coordinates: position });
        return;
      }
      case 'MultiPoint':
        for (const one of this.#list(coordinates)) this.add({ type: 'Point', coordinates: one });
        return;
      case 'LineString':
        this.#line(coordinates);
        return;
      case 'MultiLineString':
        for (const one of this.#list(coordinates)) this.#line(one);
        return;
      case 'Polygon':
        this.#polygon(coordinates);
        return;
      case 'MultiPolygon':
        for (const one of this.#list(coordinates)) this.#polygon(one);
        return;
      case 'GeometryCollection':
        for (const one of this.#list(geometries)) this.add(one);
        return;
      default:
        this.#miss(value);
    }
  }

  /** The parts as one geometry: parts of one kind as a Multi-geometry, others as a collection. */
  joined(): Geometry | undefined {
    const { found } = this;
    const [first] = found;
    if (!first || found.length === 1) return first;
    if (found.some(({ type }) => type !== first.type))
      return { type: 'GeometryCollection', geometries: found };
    return {
      type: `Multi${first.type}`,
      coordinates: found.map(({ coordinates }) => coordinates),
    } as Geometry;
  }
}

function bare(geometry: Geometry): Geometry {
  return geometry.type === 'GeometryCollection'
    ? { type: geometry.type, geometries: geometry.geometries.map(bare) }
    : ({ type: geometry.type, coordinates: geometry.coordinates } as Geometry);
}

/** Most rows are points, and need no parts. */
function isPlainPoint(value: unknown): value is Point {
  if (!isObject(value) || value['type'] !== 'Point') return false;
  const { coordinates } = value;
  if (!Array.isArray(coordinates) || coordinates.length < 2 || coordinates.length > 3) return false;
  const [lon, lat] = coordinates as readonly number[];
  return coordinates.every(Number.isFinite) && isOnEarth(lon ?? NaN, lat ?? NaN);
}

function partsOf(value: unknown, mayLeaveEarth: boolean): Parts {
  const parts = new Parts(mayLeaveEarth);
  parts.add(value);
  return parts;
}

/**
 * What can be drawn of a GeoJSON geometry (RFC 7946): each part as what it is, without foreign
 * members; numbers may be texts. What cannot be read is left out and reported, and loses nothing
 * else. Where no position is on the globe, the geometry keeps them: the reader of rows says what is
 * wrong with them.
 */
export function readGeometry(value: unknown): ReadGeometry {
  if (isPlainPoint(value)) return { geometry: bare(value), unread: undefined };
  let parts = partsOf(value, false);
  if (parts.found.length === 0) parts = partsOf(value, true);
  const { unread, isChanged } = parts;
  return { geometry: isChanged ? parts.joined() : bare(value as Geometry), unread };
}
