import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { Feature, Point } from 'geojson';
import { sameBounds } from '../../core/place/bounds.ts';
import { nearestLongitude } from '../../core/place/longitude.ts';
import { toMercator, WORLD_PIXELS } from '../../core/place/mercator.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { overlapOf, type Box } from '../box.ts';
import { joinedText } from '../joined-text.ts';
import { textBox } from '../label-box.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import { sameFeatures } from '../same-features.ts';
import { discsOf, nearNames } from '../near-names.ts';
import { writeNames, type WrittenName } from '../written-names.ts';
import { NAME_LAYERS, placeNameLayers } from './place-name-layers.ts';

const SOURCE = 'place-names';
const MARK_GAP_PIXELS = 3;

/** A name of the base map, with its letters joined. */
function joinedName(name: Feature<Point>): Feature<Point> {
  const properties = Object.entries(name.properties ?? {}).map(
    ([key, value]): [string, unknown] => [
      key,
      key.startsWith('name') && typeof value === 'string' ? joinedText(value) : value,
    ],
  );
  return { ...name, properties: Object.fromEntries(properties) };
}

/** Tells whether a mark of the window covers a point. */
function isCoveredIn(model: MapModel): (lon: number, lat: number) => boolean {
  const discs = discsOf(model);
  const pixels = WORLD_PIXELS * 2 ** model.shapes.view.zoom;
  return (lon, lat) => {
    const { x, y } = toMercator(lon, lat);
    return discs.some(
      (disc) =>
        Math.hypot(disc.x - x * pixels, disc.y - y * pixels) < disc.radius + MARK_GAP_PIXELS,
    );
  };
}

function boxOnScreen(map: Map, { name, lines, anchor, offset }: WrittenName): Box {
  const [lon = 0, lat = 0] = name.geometry.coordinates;
  const { x, y } = map.project([nearestLongitude(lon, map.getCenter().lng), lat]);
  return textBox({ x, y, lines }, anchor, offset);
}

/** Tells whether a name would be seen only in part: at the edge of the map or under a part of the page. */
function isCutIn(map: Map, covers: readonly Box[]): (one: WrittenName) => boolean {
  const { clientWidth: right, clientHeight: bottom } = map.getContainer();
  const frame = { left: 0, right, top: 0, bottom };
  return (one) => {
    const box = boxOnScreen(map, one);
    if (overlapOf(box, frame) <= 0) return false;
    const isInside = box.left >= 0 && box.top >= 0 && box.right <= right && box.bottom <= bottom;
    return !isInside || covers.some((cover) => overlapOf(box, cover) > 0);
  };
}

/** Tells a name from others, of which some may be spelled the same. */
const keyOf = ({ name }: WrittenName): string =>
  [name.properties?.['kind'], name.properties?.['name'], ...name.geometry.coordinates].join();

/** With the page's own data, whose governorates are drawn, these would be in the way of marks and captions. */
const isAdmin = (name: Feature): boolean => name.properties?.['kind'] === 'admin1';

/** What the placement of the names depends on. */
type NamedShapes = Pick<MapModel['shapes'], 'view' | 'home'>;

const sameColumn = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

function sameNamedShapes(a: NamedShapes, b: NamedShapes): boolean {
  const [ofA, ofB] = [a.view.marks.extents, b.view.marks.extents];
  return (
    a.view.zoom === b.view.zoom &&
    sameBounds(a.home, b.home) &&
    sameColumn(ofA.lon, ofB.lon) &&
    sameColumn(ofA.lat, ofB.lat) &&
    sameColumn(ofA.reach, ofB.reach)
  );
}

export type PlaceNamesLayer = MapLayer & {
  /** Takes the names of the view, in place of those before. */
  set(names: readonly Feature<Point>[]): void;
  /** Looks at which names MapLibre has found room for; true where these are others than before. */
  look(map: Map): boolean;
  /** The boxes on screen of those names. */
  boxes(map: Map): readonly Box[];
  /** Those of the names that give way to no other label. */
  fixedBoxes(map: Map): readonly Box[];
};

/**
 * Names of places, countries and waters. A name stays on one side of its place while the time window
 * moves. About ten key cities of the home view are always named; any other name appears further in if a
 * mark or a more important name is in its way.
 *
 * `covers`: the parts of the page that lie over the map.
 */
export function placeNames(covers: () => readonly Box[]): PlaceNamesLayer {
  let names: readonly Feature<Point>[] = [];
  let writing: readonly WrittenName[] = [];
  let writtenFor:
    | { readonly names: unknown; readonly shapes: NamedShapes; readonly subject: unknown }
    | undefined;
  /** Dots under marks are hidden, so new counts or shapes need new features when the window settles. */
  let isStale = true;
  let drawn: readonly Feature[] = [];
  /** Those of `writing` that are seen in full. */
  let uncut: readonly WrittenName[] = [];
  let seen: ReadonlySet<unknown> = new Set();

  function written({ shapes, subject }: MapModel): readonly WrittenName[] {
    const before = writtenFor;
    const isNew =
      before?.names !== names ||
      before.subject !== subject ||
      !sameNamedShapes(before.shapes, shapes);
    if (isNew)
      writing = writeNames(
        subject.length > 0 ? names.filter((name) => !isAdmin(name)) : names,
        shapes,
      );
    writtenFor = { names, shapes, subject };
    return writing;
  }

  function arranged(map: Map, model: MapModel): Feature<Point>[] {
    const isCut = isCutIn(map, covers());
    const isCovered = isCoveredIn(model);
    const all = nearNames(written(model), model);
    uncut = all.filter((one) => !isCut(one));
    return uncut.map((one): Feature<Point> => {
      const { name, size, anchor, offset, isKey } = one;
      if (anchor === 'center')
        return { ...name, properties: { ...name.properties, key: keyOf(one) } };
      const [lon = 0, lat = 0] = name.geometry.coordinates;
      const properties = {
        ...name.properties,
        key: keyOf(one),
        kind: isKey ? 'key' : 'place',
        size,
        anchor,
        offset: offset / size,
        dot: isCovered(lon, lat) ? '' : 'place-dot',
        order: all.indexOf(one),
      };
      return { ...name, properties };
    });
  }

  const show = (map: Map, model: MapModel): void => {
    const features = arranged(map, model);
    if (sameFeatures(features, drawn)) return;
    drawn = features;
    void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  };

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => placeNameLayers(palette, SOURCE),
    set(all) {
      names = all.map(joinedName);
      isStale = true;
    },
    look(map) {
      const features = map.queryRenderedFeatures({ layers: [...NAME_LAYERS] });
      const before = seen;
      seen = new Set(features.map(({ properties }): unknown => properties['key']));
      return seen.size !== before.size || [...seen].some((key) => !before.has(key));
    },
    boxes: (map) => uncut.filter((one) => seen.has(keyOf(one))).map((one) => boxOnScreen(map, one)),
    fixedBoxes: (map) => uncut.filter(({ isKey }) => isKey).map((one) => boxOnScreen(map, one)),
    reads: ['shapes', 'counts', 'isMoving', 'subject'],
    show(map, model, last) {
      isStale ||=
        model.shapes !== last?.shapes ||
        model.counts !== last.counts ||
        model.subject !== last.subject;
      if (!isStale || (model.isMoving && model.shapes === last?.shapes)) return;
      isStale = false;
      show(map, model);
    },
    // Names that are seen only in part go.
    moved(map, model) {
      if (!isStale) show(map, model);
    },
  };
}
