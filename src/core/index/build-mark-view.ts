import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Filter } from '../filters/filter.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import type { Level } from '../layout/zoom-level.ts';
import { isWithin, type Bounds } from '../place/bounds.ts';
import { toMercator } from '../place/mercator.ts';
import {
  detailsOf,
  firstRecords,
  joinedByPlace,
  summedByMark,
  type PartShare,
} from './join-mark-shares.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import { countedHalos, halosOf } from './mark-halos.ts';
import { placeMarks, type PlaceFrame } from './mark-positions.ts';
import { NO_GROUP } from './interval-index.ts';
import type { MarkView, MarkViewQuery } from './mark-view.ts';
import type { MergedPart } from './merged-parts.ts';
import { groupsByMark } from './mark-groups.ts';

/** Up to this many marks, all are sent, whatever the extent: moving the map then needs no request. */
const MAX_EVERYWHERE = 1_200;

/** All that a view is made of. */
export type ViewSources = {
  readonly parts: readonly MergedPart[];
  readonly isDated: boolean;
  readonly frame: PlaceFrame;
  readonly level: Level;
  readonly filter: Filter;
  readonly query: MarkViewQuery;
};

/**
 * Builds what the map draws of a level: each data set counts its incidents for the marks of the view;
 * its cells, side by side for each mark, are the groups whose intervals are joined.
 */
export async function buildMarkView(
  { parts, isDated, frame, level, filter, query }: ViewSources,
  task: Task,
): Promise<Omit<MarkView, 'markOfSelected'> & { readonly markOf: Uint32Array }> {
  const { layout } = level;
  const extent = layout.length > MAX_EVERYWHERE ? query.extent : undefined;
  const shown = marksWithin(layout, extent);
  const marks = shown.length;
  const markOf = await marksOfPlaces(layout, shown, task.part(0, 0.05));
  const shares: PartShare[] = [];
  for (const [at, part] of parts.entries()) {
    const { index, firstPlace } = part;
    const own = markOf.subarray(firstPlace, firstPlace + index.places.length);
    const asked = { filter, markOf: own, marks, window: query.window, scheme: query.scheme };
    const piece = task.part(
      0.05 + (0.45 * at) / parts.length,
      0.05 + (0.45 * (at + 1)) / parts.length,
    );
    shares.push({ part, markOf: own, share: await index.marks(asked, isDated, piece) });
  }
  if (task.isDue()) await task.yield(0.5);
  const count = Uint32Array.from(shown, (mark) => layout.count[mark] ?? 0);
  const { ofMark, groupOf, ...groups } = groupsByMark(shares, marks);
  const spans = await joinIntervalIndexes(
    shares.map(({ share }, part) => ({
      index: share.cells.spans,
      groupOf: (cell) => groupOf[part]?.[cell] ?? NO_GROUP,
    })),
    groups.layer.length,
    task.part(0.5, 0.6),
  );
  const all = joinedByPlace(shares, frame.length, ({ places }) => places.all);
  const inWindow = joinedByPlace(shares, frame.length, ({ places }) => places.inWindow);
  const touching = summedByMark(shares, marks, (share) => share.touching);
  const { radiusOfOne } = layout;
  if (task.isDue()) await task.yield(0.6);
  const placed = await placeMarks(
    frame,
    { length: marks, markOf, all, inWindow, count, touching, radiusOfOne, zoom: level.zoom },
    task.part(0.6, 0.7),
  );
  const indexes = parts.map(({ index }) => index);
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
      groups: ofMark,
    },
    groups: { scheme: query.scheme, ...groups, spans },
    halos: await countedHalos(halos, indexes, { filter, isDated }, task.part(0.75, 0.9)),
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
