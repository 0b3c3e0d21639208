import type { ExpressionSpecification, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { countKey } from '../../core/index/mark-counter.ts';
import { radiusOf } from '../../core/layout/mark-radius.ts';
import { SEVERAL_EFFECT_CLASSES } from '../../core/index/mark-rings.ts';
import { EFFECT_CLASSES } from '../../core/records/incident.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from '../../core/place/precision.ts';
import { styleIndexOf, type MapModel } from '../../core/model/map-model.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { ROOM_SIDE, signImage, SQUARE_SIDE } from '../map-images.ts';
import { byLook, filledLater, type MapLayer } from '../map-layer.ts';
import { drawnRadius } from '../hit-test.ts';

const SOURCE = 'mark-labels';
/** From here on a mark of one has room for its weapon's sign. */
const SIGN_ZOOM = 9;
const SIGN_SIZE = 0.8;
/** MapLibre keeps a square free: a little less than the disc's, so that corners stay usable. */
const ROOM_PART = 0.9;
const PALE = -1;
/** Closer than this a wide halo leaves the view, so the mark says itself how unsure its place is. */
const PRECISION_ZOOM = 9.5;
const PRECISION_SIZE = 11;
const WIDE_METERS = 10_000;
/** A number needs this radius of one colour under it. */
const MIN_GROUND_PIXELS = 8.5;
/** A smaller mark of several rings has no quiet ground for a number; its area shows the count. */
const MIN_NUMBER_PIXELS = 9;
/** Width of a digit in ems, and the part of a disc's width that a number may take. */
const DIGIT_EMS = 0.52;
const WIDTH_PART = 0.86;
const MIN_SIZE = 9.5;
const HIT = EFFECT_CLASSES.indexOf('hit');

const count: ExpressionSpecification = ['coalesce', ['feature-state', 'count'], 0];
/** The least `countKey` with an incident that is certainly in the window. */
const ONE_CERTAIN = 2 ** 26;
const isFresh: ExpressionSpecification = ['==', count, ['get', 'count']];

const stateOf = (count: number) => ({ count });

/** The number fits the mark's width at this size in pixels. */
const fittingSize = (text: string, radius: number): number =>
  (2 * radius * WIDTH_PART) / (text.length * DIGIT_EMS);

/** Larger numbers on larger marks, and never wider than the mark. */
const sizeFor = (certain: number, text: string, radius: number): number =>
  Math.min(11 + Math.sqrt(certain) * 0.7, 17, Math.max(fittingSize(text, radius), MIN_SIZE));

/**
 * What is written on the marks: the count, or the sign of a lone incident's weapon, and squares for
 * halts. Text and icons are layout, so they wait until the window settles; a number that is no longer
 * true is hidden in the same frame. Transparent icons keep place names off the marks.
 */
export function markLabels(
  precisionLabel: (radiusMeters: number) => string,
  shortCount: (count: number) => string,
): MapLayer {
  const labels = new FeatureStateSource(SOURCE);
  let isWritten = false;

  /** How unsure the places of the marks are, where every circle of a mark's places is wide. */
  function precisionsOf({ shapes }: MapModel): readonly string[] {
    const { halos } = shapes.view;
    const least = Array.from(shapes.view.marks.row, () => Infinity);
    for (let i = 0; i < halos.length; i++) {
      const precision = IMPORTED_PRECISIONS[halos.precision[i] ?? 0];
      const meters = (precision && radiusMetersOf(precision)) ?? 0;
      const mark = halos.mark[i] ?? 0;
      least[mark] = Math.min(least[mark] ?? Infinity, meters);
    }
    return least.map((meters) =>
      Number.isFinite(meters) && meters >= WIDE_METERS ? precisionLabel(meters) : '',
    );
  }

  /** The look whose full colour lies under the number; `PALE` where the middle is no hit. */
  function groundOf({ shapes, counts }: MapModel, mark: number, radius: number): number {
    const { marks, rings } = shapes.view;
    const first = marks.rings[mark] ?? 0;
    const inMark = counts.marks.certain[mark] ?? 0;
    for (let ring = (marks.rings[mark + 1] ?? 0) - 1; ring >= first; ring--) {
      const own = counts.rings[ring] ?? 0;
      if (own === 0) continue;
      const isWide = radius * Math.sqrt(own / inMark) > MIN_GROUND_PIXELS;
      const isFull =
        rings.effectClass[ring] === HIT || rings.effectClass[ring] === SEVERAL_EFFECT_CLASSES;
      return isFull && isWide ? styleIndexOf(shapes, rings.layer[ring] ?? 0) : PALE;
    }
    return PALE;
  }

  /** The number of a mark; a question mark where it represents only possible incidents. */
  function textOf(certain: number, radius: number, ground: number): string {
    if (certain < 2) return certain === 0 && radius > 0 ? '?' : '';
    const text = shortCount(certain);
    const isCramped = radius < MIN_NUMBER_PIXELS && ground === PALE;
    return isCramped || fittingSize(text, radius) < MIN_SIZE ? '' : text;
  }

  function label(scene: MapModel, mark: number, precision: string): Feature {
    const { marks, rings, zoom, radiusOfOne } = scene.shapes.view;
    const certain = scene.counts.marks.certain[mark] ?? 0;
    const weapon = scene.details?.singleWeapons.get(mark);
    const isLone = certain === 1 && zoom >= SIGN_ZOOM && weapon !== undefined;
    const radius = drawnRadius(scene, mark);
    const isSquare = marks.isHalt[mark] === 1;
    const look = styleIndexOf(scene.shapes, rings.layer[marks.rings[mark] ?? 0] ?? 0);
    const ground = groundOf(scene, mark, radiusOf(certain, radiusOfOne));
    const isOnColor = isSquare || ground !== PALE;
    const side = radiusOf(Math.max(certain, 1), radiusOfOne) * Math.sqrt(Math.PI);
    const text = textOf(certain, radius, ground);
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [marks.lon[mark] ?? 0, marks.lat[mark] ?? 0] },
      properties: {
        count: countKey(scene.counts.marks, mark),
        ground,
        text,
        precision,
        below: (radius + 3) / PRECISION_SIZE,
        sign: isLone ? signImage(weapon, isOnColor) : 'room',
        signSize: isLone ? SIGN_SIZE : (2 * ROOM_PART * radius) / ROOM_SIDE,
        square: isSquare ? `square-${look}` : '',
        squareSize: side / SQUARE_SIDE,
        size: sizeFor(certain, text, radius),
      },
    };
  }

  function write(map: Map, scene: MapModel): void {
    const precisions = precisionsOf(scene);
    const features = Array.from(scene.shapes.view.marks.row, (_, mark) =>
      label(scene, mark, precisions[mark] ?? ''),
    );
    labels.replace(map, features);
    isWritten = true;
  }

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'mark-squares',
        slot: 'marks',
        type: 'symbol',
        source: SOURCE,
        filter: ['!=', ['get', 'square'], ''],
        layout: {
          'icon-image': ['get', 'square'],
          'icon-size': ['get', 'squareSize'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
        paint: { 'icon-opacity': ['case', ['>=', count, ONE_CERTAIN], 1, 0] },
      },
      {
        id: 'mark-precision',
        slot: 'labels',
        type: 'symbol',
        source: SOURCE,
        minzoom: PRECISION_ZOOM,
        layout: {
          'text-field': ['get', 'precision'],
          'text-font': ['Dateline Sans', 'Dateline Arabic'],
          'text-size': PRECISION_SIZE,
          'text-radial-offset': ['get', 'below'],
          'text-variable-anchor': ['top'],
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': palette.labelSoft,
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 1.5,
          'text-opacity': ['case', ['all', isFresh, ['>', count, 0]], 1, 0],
        },
      },
      {
        id: 'mark-labels',
        slot: 'labels',
        type: 'symbol',
        source: SOURCE,
        layout: {
          'icon-image': ['get', 'sign'],
          'icon-size': ['get', 'signSize'],
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'text-field': ['get', 'text'],
          'text-font': ['Dateline Sans Semibold'],
          'text-size': ['get', 'size'],
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': byLook('ground', palette.onLayers, palette.ink),
          'text-halo-color': byLook('ground', palette.layers, palette.region),
          'text-halo-width': 1.6,
          'text-opacity': ['case', ['all', isFresh, ['>', count, 0]], 1, 0],
          'icon-opacity': ['case', ['all', isFresh, ['>', count, 0]], 1, 0],
        },
      },
    ],
    reads: ['shapes', 'counts', 'details', 'isMoving'],
    show(map, scene, last) {
      if (scene.shapes !== last?.shapes) isWritten = false;
      if (!scene.isMoving || !isWritten) write(map, scene);
      for (let mark = 0; mark < scene.shapes.view.marks.length; mark++)
        labels.setState(map, mark, countKey(scene.counts.marks, mark), stateOf);
    },
  };
}
