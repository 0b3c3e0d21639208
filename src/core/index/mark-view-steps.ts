import { weaponAt } from '../records/contents.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import type { Weapon } from '../records/incident.ts';
import { NO_AREA } from '../place/place-table.ts';
import { textAt } from '../text/text-column.ts';
import { isWithin, type Bounds } from '../place/bounds.ts';
import { nearestLongitude, wrapLongitude } from '../place/longitude.ts';
import { toMercator, WORLD_PIXELS } from '../place/mercator.ts';
import { IMPORTED_PRECISIONS } from '../place/precision.ts';
import type { Task } from '../base/task.ts';
import type { TimeRange } from '../time/time-range.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { radiusOf } from '../layout/mark-radius.ts';
import { cellOf, cellsOf, planRings } from './mark-rings.ts';
import { NO_ROW, type MarkDetails, type MarkView, type MarkViewQuery } from './mark-view.ts';
import { NO_GROUP, buildIntervalIndex, type LengthClasses } from './interval-index.ts';
import { LEVEL_ZOOMS, type Level } from '../layout/zoom-level.ts';

/** So many marks are given whatever the extent: then moving the map asks for nothing. */
const MAX_EVERYWHERE = 1_200;
/** More circles of precision than this would only grey the map. */
const MAX_HALOS = 250;
/** Around a point whose precision nobody gives, no circle would be true. */
const UNSTATED = IMPORTED_PRECISIONS.indexOf('unstated');
/** West, east, north and south. */
const SIDES = 4;
/** Rows between two yield points. */
const CHUNK = 100_000;

/** What the view's places hold, in all and in the window. */
type PlaceCounts = { readonly all: Uint32Array; readonly inWindow: Uint32Array };

/** Builds what the map draws of a level; three passes over the rows. */
export async function markView(
  table: IncidentTable,
  classes: LengthClasses,
  level: Level,
  passing: Uint32Array,
  series: Uint32Array<ArrayBuffer>,
  question: MarkViewQuery,
  task: Task,
): Promise<MarkView> {
  const view = new ViewBuilder(table, level, passing, question);
  await view.countRows(task);
  const halos = view.halos();
  const rings = view.rings();
  if (task.isDue()) await task.yield(0.6);
  const groups = buildIntervalIndex(
    table,
    classes,
    passing,
    rings.groupLayers.length,
    view.groupOfRow(rings.groupOfCell),
  );
  if (task.isDue()) await task.yield(0.9);
  const ofHalos = halos.length === 0 ? new Uint32Array(0) : passing;
  const haloSpans = buildIntervalIndex(
    table,
    classes,
    ofHalos,
    halos.length,
    (row) => halos.haloOf[table.place[row] ?? 0] ?? NO_GROUP,
  );
  const { selectedRow: held } = question;
  return {
    zoom: level.zoom,
    layers: table.layers.length,
    radiusOfOne: level.layout.radiusOfOne,
    marks: { ...view.placed(), isHalt: rings.isHalt, rings: rings.ofMark },
    rings: {
      length: rings.layers.length,
      layer: Uint16Array.from(rings.layers),
      effectClass: Uint8Array.from(rings.effectClasses),
      groups: Uint32Array.from(rings.groupsOfRing),
    },
    groups: { layer: Uint16Array.from(rings.groupLayers), spans: groups },
    halos: {
      length: halos.length,
      lon: halos.lon,
      lat: halos.lat,
      precision: halos.precision,
      mark: halos.mark,
      spans: haloSpans,
    },
    hasAllHalos: halos.hasAll,
    extent: view.extent,
    series,
    details: view.details(),
    markOfSelected: held === undefined ? undefined : view.holding(held),
  };
}

class ViewBuilder {
  readonly #table: IncidentTable;
  readonly #level: Level;
  readonly #passing: Uint32Array;
  readonly #window: TimeRange;
  readonly extent: Bounds | undefined;
  /** Marks of the view as marks of the level, and back. */
  readonly #shown: Uint32Array;
  readonly #position: Uint32Array;
  readonly #places: PlaceCounts;
  readonly #cellsOfMark: number;
  readonly #cells: Uint32Array;
  readonly #firstRow: Uint32Array<ArrayBuffer>;
  readonly #touching: Uint32Array;
  readonly #certain: Uint32Array;
  readonly #lone: Uint32Array<ArrayBuffer>;
  readonly #loneCertain: Uint32Array;

  constructor(table: IncidentTable, level: Level, passing: Uint32Array, question: MarkViewQuery) {
    this.#table = table;
    this.#level = level;
    this.#passing = passing;
    this.#window = question.window;
    const { layout } = level;
    this.extent = layout.length > MAX_EVERYWHERE ? question.extent : undefined;
    this.#shown = marksWithin(layout, this.extent);
    this.#position = new Uint32Array(layout.length).fill(NO_ROW);
    this.#shown.forEach((mark, position) => (this.#position[mark] = position));
    const marks = this.#shown.length;
    this.#places = {
      all: new Uint32Array(table.places.length),
      inWindow: new Uint32Array(table.places.length),
    };
    this.#cellsOfMark = cellsOf(table.layers.length);
    this.#cells = new Uint32Array(marks * this.#cellsOfMark);
    this.#firstRow = new Uint32Array(marks).fill(NO_ROW);
    this.#touching = new Uint32Array(marks);
    this.#certain = new Uint32Array(marks);
    this.#lone = new Uint32Array(marks).fill(NO_ROW);
    this.#loneCertain = new Uint32Array(marks).fill(NO_ROW);
  }

  #markOfPlace(place: number): number {
    const mark = this.#level.layout.markOf[place] ?? NO_MARK;
    return mark === NO_MARK ? NO_ROW : (this.#position[mark] ?? NO_ROW);
  }

  /** The mark of the view that represents a passing row; `NONE` when none does. */
  #markOfRow(row: Row): number {
    return this.#markOfPlace(this.#table.place[row] ?? 0);
  }

  /** The mark that represents any row; undefined when the filter hides it or it has no point. */
  holding(row: Row): number | undefined {
    const mark = this.#passing.includes(row) ? this.#markOfRow(row) : NO_ROW;
    return mark === NO_ROW ? undefined : mark;
  }

  /** The first pass: what every mark and place holds. */
  async countRows(task: Task): Promise<void> {
    const { place, from, to, layer, effectClass } = this.#table;
    const { length } = this.#passing;
    const { all, inWindow } = this.#places;
    const window = this.#window;
    for (let position = 0; position < length; position++) {
      if (position % CHUNK === CHUNK - 1 && task.isDue())
        await task.yield((0.3 * position) / length);
      const row = this.#passing[position] ?? 0;
      const at = place[row] ?? 0;
      const mark = this.#markOfPlace(at);
      if (mark === NO_ROW) continue;
      all[at] = (all[at] ?? 0) + 1;
      const cell = mark * this.#cellsOfMark + cellOf(layer[row] ?? 0, effectClass[row] ?? 0);
      this.#cells[cell] = (this.#cells[cell] ?? 0) + 1;
      if (this.#firstRow[mark] === NO_ROW) this.#firstRow[mark] = row;
      const start = from[row] ?? 0;
      const end = to[row] ?? 0;
      if (start >= window.to || end <= window.from) continue;
      inWindow[at] = (inWindow[at] ?? 0) + 1;
      const touching = (this.#touching[mark] ?? 0) + 1;
      this.#touching[mark] = touching;
      this.#lone[mark] = touching === 1 ? row : NO_ROW;
      if (start < window.from || end > window.to) continue;
      const certain = (this.#certain[mark] ?? 0) + 1;
      this.#certain[mark] = certain;
      this.#loneCertain[mark] = certain === 1 ? row : NO_ROW;
    }
  }

  /** The rings and groups of every mark; `groupOfCell` by mark × cell. */
  rings() {
    const marks = this.#shown.length;
    const isHalt = new Uint8Array(marks);
    const ofMark = new Uint32Array(marks + 1);
    const groupOfCell = new Uint32Array(marks * this.#cellsOfMark).fill(NO_GROUP);
    const layers: number[] = [];
    const effectClasses: number[] = [];
    const groupsOfRing: number[] = [0];
    const groupLayers: number[] = [];
    const { layout } = this.#level;
    this.#shown.forEach((markOfLevel, mark) => {
      const radius = radiusOf(layout.count[markOfLevel] ?? 0, layout.radiusOfOne);
      const plan = planRings(
        (cell) => this.#cells[mark * this.#cellsOfMark + cell] ?? 0,
        this.#table.layers.length,
        radius,
      );
      isHalt[mark] = plan.isHalt ? 1 : 0;
      for (const ring of plan.rings) {
        layers.push(ring.layer);
        effectClasses.push(ring.effectClass);
        for (const group of ring.groups) {
          for (const cell of group.cells)
            groupOfCell[mark * this.#cellsOfMark + cell] = groupLayers.length;
          groupLayers.push(group.layer);
        }
        groupsOfRing.push(groupLayers.length);
      }
      ofMark[mark + 1] = layers.length;
    });
    return { isHalt, ofMark, layers, effectClasses, groupsOfRing, groupLayers, groupOfCell };
  }

  groupOfRow(groupOfCell: Uint32Array): (row: Row) => number {
    const { layer, effectClass } = this.#table;
    return (row) => {
      const mark = this.#markOfRow(row);
      return mark === NO_ROW
        ? NO_GROUP
        : (groupOfCell[mark * this.#cellsOfMark + cellOf(layer[row] ?? 0, effectClass[row] ?? 0)] ??
            NO_GROUP);
    };
  }

  /** Circles of the view's places; those that share point and precision are one. */
  halos() {
    const { places } = this.#table;
    const haloOf = new Uint32Array(places.length).fill(NO_GROUP);
    const known = new Map<string, number>();
    const ofHalo: number[] = [];
    let hasAll = true;
    for (let place = 0; place < places.length && hasAll; place++) {
      if (this.#places.all[place] === 0 || places.area[place] !== NO_AREA) continue;
      if (places.precision[place] === UNSTATED) continue;
      const key = `${String(places.lon[place])} ${String(places.lat[place])} ${String(places.precision[place])}`;
      const halo = known.get(key) ?? ofHalo.push(place) - 1;
      known.set(key, halo);
      haloOf[place] = halo;
      hasAll = ofHalo.length <= MAX_HALOS;
    }
    if (!hasAll) {
      ofHalo.length = 0;
      haloOf.fill(NO_GROUP);
    }
    return {
      hasAll,
      haloOf,
      length: ofHalo.length,
      lon: Float64Array.from(ofHalo, (place) => places.lon[place] ?? 0),
      lat: Float64Array.from(ofHalo, (place) => places.lat[place] ?? 0),
      precision: Uint8Array.from(ofHalo, (place) => places.precision[place] ?? 0),
      mark: Uint32Array.from(ofHalo, (place) => this.#markOfPlace(place)),
    };
  }

  /** Each mark at the mean of what it holds in the window; where two would touch there, both stay. */
  placed() {
    const whole = this.#means(this.#places.all);
    const means = this.#means(this.#places.inWindow);
    const marks = this.#shown.length;
    const { layout } = this.#level;
    const lon = new Float64Array(marks);
    const lat = new Float64Array(marks);
    const isMoved = new Uint8Array(marks);
    for (let mark = 0; mark < marks; mark++) {
      const isEmpty = (means.weight[mark] ?? 0) === 0;
      isMoved[mark] = isEmpty || means.weight[mark] === whole.weight[mark] ? 0 : 1;
      const at = isEmpty ? whole : means;
      lon[mark] = at.lon[mark] ?? 0;
      lat[mark] = at.lat[mark] ?? 0;
    }
    const radii = Float64Array.from(this.#touching, (count) => radiusOf(count, layout.radiusOfOne));
    for (const mark of marksToReturn({ lon, lat, isMoved, radii }, whole, this.#level.zoom)) {
      lon[mark] = whole.lon[mark] ?? 0;
      lat[mark] = whole.lat[mark] ?? 0;
    }
    const count = Uint32Array.from(this.#shown, (mark) => layout.count[mark] ?? 0);
    return {
      length: marks,
      lon: lon.map(wrapLongitude),
      lat,
      extents: {
        lon: whole.lon.map(wrapLongitude),
        lat: whole.lat,
        reach: this.#reach(whole, count),
      },
      count,
      row: this.#firstRow,
    };
  }

  /**
   * How far from its mean each mark may reach, in pixels. The mean of n of its incidents lies no further
   * to one side than the farthest of them, and no further than the sum of all distances to that side
   * through n; with the radius of n that is most where both are equal, or for all incidents.
   */
  #reach(whole: { readonly lon: Float64Array; readonly lat: Float64Array }, count: Uint32Array) {
    const { places } = this.#table;
    const { all } = this.#places;
    const { radiusOfOne } = this.#level.layout;
    const marks = this.#shown.length;
    const degree = (WORLD_PIXELS * 2 ** (this.#level.zoom + LEVEL_ZOOMS / 2)) / 360;
    const farthest = new Float64Array(marks * SIDES);
    const sums = new Float64Array(marks * SIDES);
    const add = (side: number, distance: number, weight: number): void => {
      farthest[side] = Math.max(farthest[side] ?? 0, distance);
      sums[side] = (sums[side] ?? 0) + weight * distance;
    };
    for (let place = 0; place < places.length; place++) {
      const weight = all[place] ?? 0;
      if (weight === 0) continue;
      const mark = this.#markOfPlace(place);
      const lat = whole.lat[mark] ?? 0;
      const lon = nearestLongitude(places.lon[place] ?? 0, this.#level.middle);
      const east = (lon - (whole.lon[mark] ?? 0)) * degree;
      // The projection's scale at the mark: exact enough for what one mark joins.
      const north = (((places.lat[place] ?? 0) - lat) * degree) / Math.cos((lat * Math.PI) / 180);
      add(mark * SIDES + (east < 0 ? 0 : 1), Math.abs(east), weight);
      add(mark * SIDES + (north < 0 ? 3 : 2), Math.abs(north), weight);
    }
    return Float32Array.from(farthest, (distance, i) => {
      const n = count[Math.floor(i / SIDES)] ?? 0;
      const ofAll = radiusOf(n, radiusOfOne) + (sums[i] ?? 0) / n;
      if (distance === 0) return ofAll;
      const few = Math.min(Math.max((sums[i] ?? 0) / distance, 1), n);
      return Math.max(ofAll, distance + radiusOf(few, radiusOfOne));
    });
  }

  /** Mean positions of the marks, weighted by a count of each place. */
  #means(counts: Uint32Array) {
    const { places } = this.#table;
    const marks = this.#shown.length;
    const lon = new Float64Array(marks);
    const lat = new Float64Array(marks);
    const weight = new Float64Array(marks);
    for (let place = 0; place < places.length; place++) {
      const count = counts[place] ?? 0;
      if (count === 0) continue;
      const mark = this.#markOfPlace(place);
      weight[mark] = (weight[mark] ?? 0) + count;
      // In one frame: the mean of 179 and -179 is 180, not 0.
      const near = nearestLongitude(places.lon[place] ?? 0, this.#level.middle);
      lon[mark] = (lon[mark] ?? 0) + count * near;
      lat[mark] = (lat[mark] ?? 0) + count * (places.lat[place] ?? 0);
    }
    for (let mark = 0; mark < marks; mark++) {
      lon[mark] = (lon[mark] ?? 0) / (weight[mark] ?? 1);
      lat[mark] = (lat[mark] ?? 0) / (weight[mark] ?? 1);
    }
    return { lon, lat, weight };
  }

  details(): MarkDetails {
    const { places } = this.#table;
    const { inWindow } = this.#places;
    const marks = this.#shown.length;
    const counts = new Map<
      string,
      { readonly mark: number; readonly name: string; count: number }
    >();
    for (let place = 0; place < places.length; place++) {
      const count = inWindow[place] ?? 0;
      if (count === 0) continue;
      const mark = this.#markOfPlace(place);
      const name = textAt(places.names, place);
      const key = `${String(mark)} ${name}`;
      const known = counts.get(key);
      if (known) known.count += count;
      else counts.set(key, { mark, name, count });
    }
    const most = new Uint32Array(marks);
    const names = Array.from({ length: marks }, () => '');
    const distinct = new Uint32Array(marks);
    for (const { mark, name, count } of counts.values()) {
      distinct[mark] = (distinct[mark] ?? 0) + 1;
      // A place without a name names no mark; it is one of the others.
      if (name === '' || count <= (most[mark] ?? 0)) continue;
      most[mark] = count;
      names[mark] = name;
    }
    const loneWeapons = new Map<number, Weapon | null>();
    this.#loneCertain.forEach((row, mark) => {
      const weapon = row === NO_ROW ? undefined : weaponAt(this.#table, row);
      if (weapon !== undefined) loneWeapons.set(mark, weapon);
    });
    const morePlaces = distinct.map((count) => Math.max(count - 1, 0));
    return { place: names, morePlaces, single: this.#lone, singleWeapons: loneWeapons };
  }
}

/** Marks of a level inside an extent, in their order. */
function marksWithin(layout: Level['layout'], extent: Bounds | undefined): Uint32Array {
  const all = Uint32Array.from({ length: layout.length }, (_, mark) => mark);
  if (!extent) return all;
  const north = toMercator(0, extent.north).y;
  const south = toMercator(0, extent.south).y;
  return all.filter((mark) => {
    const y = layout.y[mark] ?? 0;
    const lon = ((layout.x[mark] ?? 0) - 0.5) * 360;
    return y >= north && y <= south && isWithin({ ...extent, south: -90, north: 90 }, lon, 0);
  });
}

type Placed = {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly isMoved: Uint8Array;
  readonly radii: Float64Array;
};

/**
 * Marks that must go back to where they stood, where none touches another, since at the mean of the
 * window they would touch one. Looks at all pairs, which few marks a screen allow.
 */
function marksToReturn(
  { lon, lat, isMoved, radii }: Placed,
  whole: { readonly lon: Float64Array; readonly lat: Float64Array },
  zoom: number,
): ReadonlySet<number> {
  const pixels = WORLD_PIXELS * 2 ** zoom;
  const moved = Array.from(lon, (at, mark) => toMercator(at, lat[mark] ?? 0));
  const stood = Array.from(whole.lon, (at, mark) => toMercator(at, whole.lat[mark] ?? 0));
  const returned = new Set<number>();
  const at = (mark: number) => (returned.has(mark) ? stood[mark] : moved[mark]) ?? { x: 0, y: 0 };
  const touches = (a: number, b: number): boolean => {
    const reach = ((radii[a] ?? 0) + (radii[b] ?? 0)) / pixels;
    const dx = at(a).x - at(b).x;
    return Math.abs(dx) < reach && Math.hypot(dx, at(a).y - at(b).y) < reach;
  };
  const shown = Array.from(radii.keys()).filter((mark) => (radii[mark] ?? 0) > 0);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const a of shown) {
      if (isMoved[a] !== 1 || returned.has(a)) continue;
      if (!shown.some((b) => b !== a && touches(a, b))) continue;
      returned.add(a);
      isSettled = false;
    }
  }
  return returned;
}
