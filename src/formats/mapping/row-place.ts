import type { Geometry } from 'geojson';
import { wrapLongitude } from '../../core/place/longitude.ts';
import { positionsOf } from '../../core/place/positions.ts';
import type { ColumnMapping, PlaceMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import type { RowPlace, StatedPrecision } from '../../core/records/read-row.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import type { RowCursor } from '../table/table-reader.ts';
import { readDegrees, type Axis } from './degrees.ts';
import { placeOfCell, type PairOrder } from './place-of-cell.ts';
import { isOfScale, precisionOf } from './place-scale.ts';
import { pointInside, withoutNullParts } from './point-inside.ts';
import { readQuantity, type DecimalSign } from '../../core/text/quantity.ts';
import type { RowNotes } from './row-notes.ts';

const hasLongitudeBeyond = (geometry: Geometry): boolean => {
  for (const [lon = 0] of positionsOf(geometry)) if (Math.abs(lon) > 180) return true;
  return false;
};

/** How many points a geometry has apart from its lines and areas. */
function pointsIn(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.reduce((sum, one) => sum + pointsIn(one), 0);
  if (geometry.type === 'MultiPoint') return geometry.coordinates.length;
  return geometry.type === 'Point' ? 1 : 0;
}

/** The column in which the row keeps a geometry that cannot be read. */
const keptIn = (row: RowCursor, unread: ColumnIndex | undefined): ColumnIndex | undefined =>
  unread !== undefined && row.text(unread) !== '' ? unread : undefined;

/** Reads where a row is, and notes why it is nowhere. */
export class RowPlaceReader {
  readonly #place: PlaceMapping;
  readonly #precision: ColumnMapping['placePrecision'];
  readonly #notes: RowNotes;
  readonly #decimal: DecimalSign | undefined;
  #lon = NaN;
  #lat = NaN;
  #stated: StatedPrecision = 'unstated';

  /** `decimal`: how the file writes decimals; undefined where it does not show that. */
  constructor({ place, placePrecision }: ColumnMapping, notes: RowNotes, decimal?: DecimalSign) {
    this.#decimal = decimal;
    this.#place = place;
    this.#precision = placePrecision;
    this.#notes = notes;
  }

  /** How finely the row that was read says that its place is known. */
  get precision(): StatedPrecision {
    return this.#stated;
  }

  read(row: RowCursor): RowPlace | undefined {
    const precision = (this.#stated = this.#precisionOf(row));
    if (precision === 'too-coarse') {
      this.#notes.add('too-coarse', this.#precision?.column);
      return undefined;
    }
    const column = this.#readPoint(row);
    if (column === false || !this.#isOnEarth(column, row.geometry)) return undefined;
    return { lon: this.#lon, lat: this.#lat, precision };
  }

  #precisionOf(row: RowCursor): StatedPrecision {
    const precision = this.#precision;
    if (!precision) return 'unstated';
    const { scale, column } = precision;
    const text = row.text(column);
    if (scale === 'meters' && readQuantity(text, this.#decimal).isOpen)
      this.#notes.add('either-number', column);
    const read = precisionOf(scale, text, this.#decimal);
    if (read === 'unstated' && !isMissing(text) && !isOfScale(scale, text, this.#decimal))
      this.#notes.add('bad-precision', column);
    return read;
  }

  /** Sets the coordinates; the column to name when they are wrong, or false where there are none. */
  #readPoint(row: RowCursor): ColumnIndex | undefined | false {
    const place = this.#place;
    switch (place.kind) {
      case 'two': {
        const hasLatitude = this.#readAxis(row, place.latitude, 'latitude');
        // Both are looked at: a row may have two faults.
        const hasLongitude = this.#readAxis(row, place.longitude, 'longitude', hasLatitude);
        return hasLatitude && hasLongitude ? place.latitude : false;
      }
      case 'one':
        return this.#readCell(row, place.column, place.order) ? place.column : false;
      case 'geometry':
        return this.#readGeometry(row, place.column, place.unread) ? place.column : false;
      case 'none':
        return this.#fail('no-place', undefined);
      default:
        return assertNever(place);
    }
  }

  #fail(code: 'no-place' | 'bad-coordinate', column: ColumnIndex | undefined): false {
    this.#notes.add(code, column);
    return false;
  }

  /** `isFirst`: a row that has no place at all is reported once. */
  #readAxis(row: RowCursor, column: ColumnIndex, axis: Axis, isFirst = true): boolean {
    const text = row.text(column);
    const degrees = readDegrees(text, axis);
    if (axis === 'latitude') this.#lat = degrees;
    else this.#lon = degrees;
    if (!Number.isNaN(degrees)) return true;
    if (!isMissing(text)) return this.#fail('bad-coordinate', column);
    return isFirst && this.#fail('no-place', column);
  }

  #readCell(row: RowCursor, column: ColumnIndex, order: PairOrder): boolean {
    const text = row.text(column);
    if (isMissing(text)) return this.#fail('no-place', column);
    const point = placeOfCell(text, order);
    if (!point) return this.#fail('bad-coordinate', column);
    this.#lon = point.lon;
    this.#lat = point.lat;
    return true;
  }

  #readGeometry(
    row: RowCursor,
    column: ColumnIndex | undefined,
    unread: ColumnIndex | undefined,
  ): boolean {
    const { geometry: written, geometryIssue: unreadPart } = row;
    const geometry = written && withoutNullParts(written);
    const [lon = NaN, lat = NaN] = (geometry && pointInside(geometry)) ?? [];
    this.#lon = lon;
    this.#lat = lat;
    if (!geometry || Number.isNaN(lon) || Number.isNaN(lat)) {
      const isWritten = column !== undefined && !isMissing(row.text(column));
      return isWritten || unreadPart === 'bad'
        ? this.#fail('bad-coordinate', column ?? keptIn(row, unread))
        : this.#fail('no-place', column);
    }
    if (unreadPart || geometry !== written)
      this.#notes.add('part-not-read', column ?? keptIn(row, unread));
    if (geometry.type === 'Point') return true;
    if (pointsIn(geometry) > 1) this.#notes.add('several-points', column);
    if (Math.abs(lon) <= 180 && hasLongitudeBeyond(geometry))
      this.#notes.add('longitude-beyond-180', column);
    return true;
  }

  #isWrittenBeyond(geometry: RowCursor['geometry']): boolean {
    return this.#place.kind !== 'geometry' || (!!geometry && hasLongitudeBeyond(geometry));
  }

  #isOnEarth(column: ColumnIndex | undefined, geometry: RowCursor['geometry']): boolean {
    const [width, height] = [Math.abs(this.#lon), Math.abs(this.#lat)];
    if (width === 0 && height === 0) {
      this.#notes.add('null-island', column);
      return false;
    }
    if (height <= 90 && width <= 180) return true;
    const isLongitude = height <= 90 && this.#place.kind === 'two';
    const wrongColumn = isLongitude ? this.#longitudeColumn : column;
    if (height <= 90 && width <= 360) {
      this.#lon = wrapLongitude(this.#lon);
      // A shape across the antimeridian is marked beyond it, though its file has no such number.
      if (this.#isWrittenBeyond(geometry)) this.#notes.add('longitude-beyond-180', wrongColumn);
      return true;
    }
    this.#notes.add('outside-world', wrongColumn);
    if (height > 90 && height <= 180 && width <= 90) this.#notes.add('swapped-coordinates', column);
    return false;
  }

  get #longitudeColumn(): ColumnIndex | undefined {
    return this.#place.kind === 'two' ? this.#place.longitude : undefined;
  }
}
