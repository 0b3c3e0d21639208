import type { IncidentTable, Row } from '../incident/incident-table.ts';
import { FORMS } from '../incident/incident.ts';
import { toMercator, WORLD_PIXELS } from '../place/mercator.ts';
import type { Span } from '../time/span.ts';
import { markRadius } from './mark-radius.ts';
import { membership } from './row-groups.ts';

/** What one mark of the map stands for: the incidents of one or more neighbouring places. */
export type Mark = {
  /** Position in its level, and id of its map feature. */
  readonly id: number;
  /** Mean position of its incidents, WGS 84 degrees. */
  readonly lon: number;
  readonly lat: number;
  /** In time order. */
  readonly rows: readonly Row[];
};

/** The incidents of one mark that share layer and form; drawn as one ring of it. */
export type Ring = {
  readonly mark: number;
  /** Codes: positions in `TARGETS` and `FORMS`. */
  readonly target: number;
  readonly form: number;
  readonly rows: readonly Row[];
};

/** The marks of one zoom, and their rings from the outermost inwards, mark by mark. */
export type MarkLevel = {
  readonly zoom: number;
  readonly marks: readonly Mark[];
  readonly rings: readonly Ring[];
};

/** Levels lie half a zoom apart: marks keep their distance until the next level splits them. */
const LEVELS_PER_ZOOM = 2;
/** Marks are kept this many pixels apart when both stand for all their incidents. */
const GAP_PIXELS = 1;

export const levelOf = (zoom: number): number =>
  Math.floor(zoom * LEVELS_PER_ZOOM) / LEVELS_PER_ZOOM;

type Cluster = { x: number; y: number; rows: Row[] };

function distinctPlaces(table: IncidentTable, rows: readonly Row[]): Cluster[] {
  const places = new Map<string, Cluster>();
  for (const row of rows) {
    const lon = table.lon[row] ?? 0;
    const lat = table.lat[row] ?? 0;
    const key = `${lon},${lat}`;
    const place = places.get(key);
    if (place) place.rows.push(row);
    else places.set(key, { ...toMercator(lon, lat), rows: [row] });
  }
  return [...places.values()];
}

/** By how much two marks reach into each other, in pixels; negative when they stand apart. */
function overlap(a: Cluster, b: Cluster, zoom: number): number {
  const scale = WORLD_PIXELS * 2 ** zoom;
  const distance = Math.hypot(a.x - b.x, a.y - b.y) * scale;
  return markRadius(a.rows.length, zoom) + markRadius(b.rows.length, zoom) + GAP_PIXELS - distance;
}

function merged(a: Cluster, b: Cluster): Cluster {
  const count = a.rows.length + b.rows.length;
  const mean = (p: number, q: number): number => (p * a.rows.length + q * b.rows.length) / count;
  return { x: mean(a.x, b.x), y: mean(a.y, b.y), rows: [...a.rows, ...b.rows] };
}

/** Joins the two marks that overlap most until none do. Cubic in the number of places. */
function joinOverlapping(places: readonly Cluster[], zoom: number): readonly Cluster[] {
  let clusters = [...places];
  for (;;) {
    let worst: { readonly a: Cluster; readonly b: Cluster; readonly by: number } | undefined;
    clusters.forEach((a, i) => {
      for (const b of clusters.slice(i + 1)) {
        const by = overlap(a, b, zoom);
        if (by > (worst?.by ?? 0)) worst = { a, b, by };
      }
    });
    if (!worst) return clusters;
    const { a, b } = worst;
    clusters = [...clusters.filter((one) => one !== a && one !== b), merged(a, b)];
  }
}

const HALT = FORMS.indexOf('halt');
const UNCLEAR = FORMS.indexOf('unclear');

/** Only a mark of nothing but halts is a square; beside attacks a halt is one more with no hit. */
const drawnForm = (form: number): number => (form === HALT ? UNCLEAR : form);

/** Forms from the outside of a mark inwards: what hit stands in the middle. */
const FORM_ORDER = ['halt', 'intercepted', 'unclear', 'hit'] as const;
const FORM_RANK = FORMS.map((form) => FORM_ORDER.indexOf(form));

function ringsOf(table: IncidentTable, mark: Mark): readonly Ring[] {
  const isHaltMark = mark.rows.every((row) => table.form[row] === HALT);
  const rings = new Map<number, { target: number; form: number; rows: Row[] }>();
  for (const row of mark.rows) {
    const target = table.target[row] ?? 0;
    const form = isHaltMark ? HALT : drawnForm(table.form[row] ?? 0);
    const order = target * FORMS.length + (FORM_RANK[form] ?? 0);
    const ring = rings.get(order);
    if (ring) ring.rows.push(row);
    else rings.set(order, { target, form, rows: [row] });
  }
  return [...rings.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((order) => {
      const ring = rings.get(order);
      return ring ? [{ mark: mark.id, ...ring }] : [];
    });
}

const meanOf = (column: Float64Array, rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / rows.length;

/** Marks for the rows with a point. Deterministic: the same rows and zoom give the same marks. */
export function markLevel(table: IncidentTable, rows: readonly Row[], zoom: number): MarkLevel {
  const level = levelOf(zoom);
  const clusters = joinOverlapping(distinctPlaces(table, rows), level);
  const marks = clusters
    .toSorted((a, b) => b.rows.length - a.rows.length || a.x - b.x || a.y - b.y)
    .map((cluster, id) => ({
      id,
      lon: meanOf(table.lon, cluster.rows),
      lat: meanOf(table.lat, cluster.rows),
      rows: cluster.rows.toSorted((a, b) => a - b),
    }));
  return { zoom: level, marks, rings: marks.flatMap((mark) => ringsOf(table, mark)) };
}

/**
 * The level with each mark at the mean of its rows in a window, so that a mark of one place in the
 * window stands on that place. A mark with none stays; the same object when nothing moves.
 */
export function placedFor(table: IncidentTable, level: MarkLevel, window: Span): MarkLevel {
  const marks = level.marks.map((mark) => {
    const rows = mark.rows.filter((row) => membership(table, row, window) !== 'outside');
    if (rows.length === 0 || rows.length === mark.rows.length) return mark;
    return { ...mark, lon: meanOf(table.lon, rows), lat: meanOf(table.lat, rows) };
  });
  return marks.some((mark, i) => mark !== level.marks[i]) ? { ...level, marks } : level;
}
