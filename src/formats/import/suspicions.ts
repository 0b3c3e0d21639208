import type { IncidentTable, Row } from '../../core/records/incident-table.ts';
import { middleOfPlaces } from '../../core/place/place-bounds.ts';
import { NO_AREA } from '../../core/place/place-table.ts';
import { nearestLongitude } from '../../core/place/longitude.ts';

/** So many rows, and such a part of all, on one point of unstated precision want a question. */
const CROWD_ROWS = 30;
const CROWD_PART = 0.1;
/** Farther from the middle half of all points than this many times its width, and than this many degrees. */
const FAR_TIMES = 8;
const FAR_DEGREES = 5;
/** Few points have no middle to be far from. */
const MIN_POINTS = 20;

/** The quarter, three quarters and what lies far outside of them. */
function limitsOf(sorted: Float64Array): { readonly least: number; readonly most: number } {
  const low = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const high = sorted[Math.floor((3 * sorted.length) / 4)] ?? 0;
  const reach = Math.max(FAR_TIMES * (high - low), FAR_DEGREES);
  return { least: low - reach, most: high + reach };
}

/**
 * What looks wrong only in comparison with the other rows: points far outside the rest (by the quartiles of
 * longitude and latitude), and points that many rows share. One flag a place; nothing is changed.
 */
export function suspiciousPlaces(
  table: Pick<IncidentTable, 'length' | 'place' | 'places'>,
  unstated: number,
): { readonly far: Uint8Array; readonly crowded: Uint8Array } {
  const { place, places, length } = table;
  const rows = new Uint32Array(places.length);
  for (let row: Row = 0; row < length; row++) {
    const at = place[row] ?? 0;
    rows[at] = (rows[at] ?? 0) + 1;
  }
  const middle = middleOfPlaces(places);
  /** 179 and -179 are near each other. */
  const lonOf = (at: number): number => nearestLongitude(places.lon[at] ?? 0, middle);
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  let placed = 0;
  for (let row: Row = 0; row < length; row++) {
    const at = place[row] ?? 0;
    if (places.area[at] !== NO_AREA) continue;
    lon[placed] = lonOf(at);
    lat[placed] = places.lat[at] ?? 0;
    placed++;
  }
  const far = new Uint8Array(places.length);
  const crowded = new Uint8Array(places.length);
  if (placed < MIN_POINTS) return { far, crowded };
  const east = limitsOf(lon.subarray(0, placed).sort());
  const north = limitsOf(lat.subarray(0, placed).sort());
  const points = new Map<string, number>();
  const pointOf = (at: number): string => `${String(places.lon[at])} ${String(places.lat[at])}`;
  for (let at = 0; at < places.length; at++) {
    if (places.area[at] !== NO_AREA) continue;
    const x = lonOf(at);
    const y = places.lat[at] ?? 0;
    const isFar = x < east.least || x > east.most || y < north.least || y > north.most;
    if (isFar) far[at] = 1;
    if (places.precision[at] === unstated)
      points.set(pointOf(at), (points.get(pointOf(at)) ?? 0) + (rows[at] ?? 0));
  }
  const crowd = Math.max(CROWD_ROWS, CROWD_PART * placed);
  for (let at = 0; at < places.length; at++)
    if (places.area[at] === NO_AREA && (points.get(pointOf(at)) ?? 0) >= crowd) crowded[at] = 1;
  return { far, crowded };
}
