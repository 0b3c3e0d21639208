import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Filter } from '../filters/filter.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { radiusOf } from '../layout/mark-radius.ts';
import type { Level } from '../layout/zoom-level.ts';
import { isWithin, type Bounds } from '../place/bounds.ts';
import { toMercator } from '../place/mercator.ts';
import type { Weapon } from '../records/incident.ts';
import type { RecordRef } from '../records/record-ref.ts';
import { startsOfKeys } from './build-interval-index.ts';
import type { DatasetIndex, MarkShare } from './dataset-index.ts';
import { NO_GROUP, type IntervalIndex } from './interval-index.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import { halosOf, type Halos } from './mark-halos.ts';
import { placeMarks, type PlaceFrame } from './mark-positions.ts';
import { planRings, type MarkCell } from './mark-rings.ts';
import { NO_ROW, type MarkDetails, type MarkView, type MarkViewQuery } from './mark-view.ts';
import { byListOrder } from './merge-rows.ts';

/** Up to this many marks, all are sent, whatever the extent: moving the map then needs no request. */
const MAX_EVERYWHERE = 1_200;
/** Marks between two yield points where a record of each is decoded. */
const MARKS = 64;

/** A data set that is on, and where its places and layers are among those of all. */
export type MergedPart = {
  readonly index: DatasetIndex;
  readonly firstPlace: number;
  readonly firstLayer: number;
};

/** All that a view is made of. */
export type ViewSources = {
  readonly parts: readonly MergedPart[];
  readonly isDated: boolean;
  readonly frame: PlaceFrame;
  readonly level: Level;
  readonly filter: Filter;
  readonly query: MarkViewQuery;
};

/** What a data set adds to the view, with its places as parts of the arrays of all. */
type Shared = {
  readonly part: MergedPart;
  readonly markOf: Uint32Array;
  readonly share: MarkShare;
};

/**
 * Builds what the map draws of a level: each data set counts its incidents for the marks of the view;
 * from the joined cells follow the rings, and from those the groups whose intervals are joined.
 */
export async function buildMarkView(
  { parts, isDated, frame, level, filter, query }: ViewSources,
  task: Task,
): Promise<Omit<MarkView, 'series' | 'markOfSelected'> & { readonly markOf: Uint32Array }> {
  const { layout } = level;
  const extent = layout.length > MAX_EVERYWHERE ? query.extent : undefined;
  const shown = marksWithin(layout, extent);
  const marks = shown.length;
  const markOf = await marksOfPlaces(layout, shown, task.part(0, 0.05));
  const shares: Shared[] = [];
  for (const [at, part] of parts.entries()) {
    const { index, firstPlace } = part;
    const own = markOf.subarray(firstPlace, firstPlace + index.places.length);
    const asked = { filter, markOf: own, marks, window: query.window };
    const piece = task.part(
      0.05 + (0.45 * at) / parts.length,
      0.05 + (0.45 * (at + 1)) / parts.length,
    );
    shares.push({ part, markOf: own, share: await index.marks(asked, isDated, piece) });
  }
  if (task.isDue()) await task.yield(0.5);
  const count = Uint32Array.from(shown, (mark) => layout.count[mark] ?? 0);
  const rings = ringsOf(shares, count, layout.radiusOfOne);
  if (task.isDue()) await task.yield(0.5);
  const spans = await joinIntervalIndexes(
    shares.map(({ share }, part) => ({
      index: share.cells.spans,
      groupOf: (cell) => rings.groupOfCell[(rings.firstCell[part] ?? 0) + cell] ?? NO_GROUP,
    })),
    rings.groupLayers.length,
    task.part(0.5, 0.6),
  );
  const all = joined(shares, frame.length, ({ places }) => places.all);
  const inWindow = joined(shares, frame.length, ({ places }) => places.inWindow);
  const touching = summed(shares, marks, (share) => share.touching);
  const { radiusOfOne } = layout;
  if (task.isDue()) await task.yield(0.6);
  const placed = await placeMarks(
    frame,
    { length: marks, markOf, all, inWindow, count, touching, radiusOfOne, zoom: level.zoom },
    task.part(0.6, 0.7),
  );
  const halos = await halosOf(
    shares.map(({ part: { index }, markOf: own, share }) => ({
      places: index.places,
      markOf: own,
      all: share.places.all,
    })),
    task.part(0.7, 0.75),
  );
  return {
    zoom: level.zoom,
    layers: parts.reduce((sum, { index }) => sum + index.layers.length, 0),
    radiusOfOne,
    marks: {
      length: marks,
      ...placed,
      count,
      row: firstRecords(shares, marks, isDated),
      number: shown,
      isHalt: rings.isHalt,
      rings: rings.ofMark,
    },
    rings: {
      length: rings.layers.length,
      layer: Uint32Array.from(rings.layers),
      effectClass: Uint8Array.from(rings.effectClasses),
      groups: Uint32Array.from(rings.groupsOfRing),
    },
    groups: { layer: Uint32Array.from(rings.groupLayers), spans },
    halos: await withSpans(halos, shares, { filter, isDated }, task.part(0.75, 0.9)),
    hasAllHalos: halos !== undefined,
    extent,
    details: await detailsOf(shares, touching, task.part(0.9, 1)),
    markOf,
  };
}

/** Marks of a level inside an extent, in their order. */
function marksWithin(
  layout: Level['layout'],
  extent: Bounds | undefined,
): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(layout.length).map((_, mark) => mark);
  if (!extent) return all;
  const north = toMercator(0, extent.north).y;
  const south = toMercator(0, extent.south).y;
  return all.filter((mark) => {
    const y = layout.y[mark] ?? 0;
    const lon = ((layout.x[mark] ?? 0) - 0.5) * 360;
    return y >= north && y <= south && isWithin({ ...extent, south: -90, north: 90 }, lon, 0);
  });
}

/** The mark of the view of each place, or `NO_MARK`. */
async function marksOfPlaces(
  { length, markOf }: Level['layout'],
  shown: Uint32Array,
  task: Task,
): Promise<Uint32Array> {
  const position = new Uint32Array(length).fill(NO_MARK);
  shown.forEach((mark, at) => (position[mark] = at));
  const ofPlaces = new Uint32Array(markOf.length);
  for (let place = 0; place < markOf.length; place++) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / markOf.length);
    const mark = markOf[place] ?? NO_MARK;
    ofPlaces[place] = mark === NO_MARK ? NO_MARK : (position[mark] ?? NO_MARK);
  }
  return ofPlaces;
}

/** Counts by place of each data set, one after the other. */
function joined(
  shares: readonly Shared[],
  length: number,
  columnOf: (share: MarkShare) => Uint32Array,
): Uint32Array {
  const [only] = shares;
  if (only && shares.length === 1) return columnOf(only.share);
  const all = new Uint32Array(length);
  for (const { part, share } of shares) all.set(columnOf(share), part.firstPlace);
  return all;
}

function summed(
  shares: readonly Shared[],
  marks: number,
  columnOf: (share: MarkShare) => Uint32Array,
): Uint32Array {
  const sums = new Uint32Array(marks);
  for (const { share } of shares)
    columnOf(share).forEach((count, mark) => (sums[mark] = (sums[mark] ?? 0) + count));
  return sums;
}

/** The first record of each mark in the order of a list. */
function firstRecords(
  shares: readonly Shared[],
  marks: number,
  isDated: boolean,
): Uint32Array<ArrayBuffer> {
  const first = new Uint32Array(marks).fill(NO_ROW);
  const [only] = shares;
  if (only && shares.length === 1)
    return first.map((_, mark) => (only.share.firstRow[mark] ?? 0) + only.part.index.firstRef);
  for (let mark = 0; mark < marks; mark++) {
    let earliest: { readonly from: number; readonly to: number } | undefined;
    for (const { part, share } of shares) {
      const row = share.firstRow[mark] ?? NO_ROW;
      if (row === NO_ROW) continue;
      const time = part.index.timeOf(row, isDated);
      if (earliest && byListOrder(earliest, time) <= 0) continue;
      earliest = time;
      first[mark] = part.index.firstRef + row;
    }
  }
  return first;
}

/** The rings and groups of every mark; cells are numbered data set after data set. */
function ringsOf(shares: readonly Shared[], count: Uint32Array, radiusOfOne: number) {
  const firstCell: number[] = [];
  let cells = 0;
  const ofMarks = new Uint32Array(count.length);
  for (const { share } of shares) {
    firstCell.push(cells);
    cells += share.cells.length;
    for (const mark of share.cells.mark) ofMarks[mark] = (ofMarks[mark] ?? 0) + 1;
  }
  const begins = startsOfKeys(ofMarks);
  const next = begins.slice();
  const cellAt = new Uint32Array(cells);
  const partAt = new Uint32Array(cells);
  shares.forEach(({ share }, part) => {
    share.cells.mark.forEach((mark, cell) => {
      const at = next[mark] ?? 0;
      next[mark] = at + 1;
      cellAt[at] = cell;
      partAt[at] = part;
    });
  });
  const cellsOf = (mark: number): readonly MarkCell[] => {
    const own: MarkCell[] = [];
    for (let at = begins[mark] ?? 0; at < (begins[mark + 1] ?? 0); at++) {
      const shared = shares[partAt[at] ?? 0];
      const cell = cellAt[at] ?? 0;
      if (!shared) continue;
      const { layer, effectClass, count: held } = shared.share.cells;
      own.push({
        cell: (firstCell[partAt[at] ?? 0] ?? 0) + cell,
        layer: shared.part.firstLayer + (layer[cell] ?? 0),
        effectClass: effectClass[cell] ?? 0,
        count: held[cell] ?? 0,
      });
    }
    return own;
  };
  const isHalt = new Uint8Array(count.length);
  const ofMark = new Uint32Array(count.length + 1);
  const groupOfCell = new Uint32Array(cells).fill(NO_GROUP);
  const layers: number[] = [];
  const effectClasses: number[] = [];
  const groupsOfRing: number[] = [0];
  const groupLayers: number[] = [];
  for (let mark = 0; mark < count.length; mark++) {
    const plan = planRings(cellsOf(mark), radiusOf(count[mark] ?? 0, radiusOfOne));
    isHalt[mark] = plan.isHalt ? 1 : 0;
    for (const ring of plan.rings) {
      layers.push(ring.layer);
      effectClasses.push(ring.effectClass);
      for (const group of ring.groups) {
        for (const cell of group.cells) groupOfCell[cell] = groupLayers.length;
        groupLayers.push(group.layer);
      }
      groupsOfRing.push(groupLayers.length);
    }
    ofMark[mark + 1] = layers.length;
  }
  return {
    ...{ isHalt, ofMark, layers, effectClasses, groupsOfRing, groupLayers },
    ...{ groupOfCell, firstCell },
  };
}

async function withSpans(
  halos: Halos | undefined,
  shares: readonly Shared[],
  { filter, isDated }: { readonly filter: Filter; readonly isDated: boolean },
  task: Task,
): Promise<MarkView['halos']> {
  const indexes: IntervalIndex[] = [];
  if (halos)
    for (const [at, { part }] of shares.entries()) {
      const ofPlaces = halos.haloOf[at] ?? new Uint32Array(0);
      const { length } = halos;
      indexes.push(await part.index.intervals(filter, ofPlaces, length, isDated, task));
    }
  const { length, lon, lat, precision, mark } = halos ?? noHalos();
  const parts = indexes.map((index) => ({ index, groupOf: (group: number) => group }));
  return {
    length,
    lon,
    lat,
    precision,
    mark,
    spans: await joinIntervalIndexes(parts, length, task),
  };
}

/** Made anew each time: the buffers are moved away. */
const noHalos = (): Omit<MarkView['halos'], 'spans'> => ({
  length: 0,
  lon: new Float64Array(0),
  lat: new Float64Array(0),
  precision: new Uint8Array(0),
  mark: new Uint32Array(0),
});

/** The only record of a mark in the window, and its weapon. */
async function detailsOf(
  shares: readonly Shared[],
  touching: Uint32Array,
  task: Task,
): Promise<MarkDetails> {
  const marks = touching.length;
  const single = new Uint32Array(marks).fill(NO_ROW);
  const singleWeapons = new Map<number, Weapon | null>();
  const certain = summed(shares, marks, (share) => share.certain);
  for (const { part, share } of shares) {
    const { firstRef }: { readonly firstRef: RecordRef } = part.index;
    for (let mark = 0; mark < marks; mark++) {
      if (mark % MARKS === 0 && task.isDue()) await task.yield(mark / marks);
      if (touching[mark] === 1 && share.touching[mark] === 1)
        single[mark] = firstRef + (share.touchingRow[mark] ?? 0);
      if (certain[mark] !== 1 || share.certain[mark] !== 1) continue;
      const weapon = part.index.weaponAt(share.certainRow[mark] ?? 0);
      if (weapon !== undefined) singleWeapons.set(mark, weapon);
    }
  }
  return { single, singleWeapons };
}
