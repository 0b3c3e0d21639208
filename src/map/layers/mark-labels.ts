import type { ExpressionSpecification, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import type { Mark } from '../../core/cube/mark-level.ts';
import { countKey } from '../../core/cube/row-groups.ts';
import { markRadius } from '../../core/cube/mark-radius.ts';
import { FORMS } from '../../core/incident/incident.ts';
import type { MapScene } from '../../core/view/map-scene.ts';
import { StatedFeatures } from '../feature-states.ts';
import { ROOM_SIDE, signImage, SQUARE_SIDE } from '../map-images.ts';
import { byTarget, filledLater, type MapLayer } from '../map-layer.ts';
import { drawnRadius } from '../pick.ts';
import { isHaltMark } from './mark-rings.ts';

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
const LEAST_GROUND_PIXELS = 8.5;
/** A smaller mark of several rings has no quiet ground for a number; its area tells the count. */
const LEAST_NUMBER_PIXELS = 9;
const HIT = FORMS.indexOf('hit');

const count: ExpressionSpecification = ['coalesce', ['feature-state', 'count'], 0];
/** The least `countKey` with an incident that is certainly in the window. */
const ONE_CERTAIN = 2 ** 20;
const isFresh: ExpressionSpecification = ['==', count, ['get', 'count']];

/** The number of a mark; a question mark where it stands only for possible incidents. */
const textFor = (certain: number, radius: number): string =>
  certain > 1 ? String(certain) : certain === 0 && radius > 0 ? '?' : '';

/**
 * What is written on the marks: the count, or the sign of a lone incident's weapon, and squares for
 * halts. Text and icons are layout, so they wait until the window rests; a number that is no longer
 * true is hidden in the same frame. Transparent icons keep place names off the marks.
 */
export function markLabels(precisionLabel: (radiusMeters: number) => string): MapLayer {
  const labels = new StatedFeatures(SOURCE);
  let written = '';

  /** How unsure the place of a mark is, when every circle of its records is wide. */
  function precisionOf(scene: MapScene, mark: Mark): string {
    const wide = scene.shapes.halos.filter(
      (halo) => halo.lon === mark.lon && halo.lat === mark.lat && halo.series === undefined,
    );
    const least = Math.min(...wide.map((halo) => halo.radiusMeters));
    return Number.isFinite(least) && least >= WIDE_METERS ? precisionLabel(least) : '';
  }

  /** The layer whose full colour lies under the number; `PALE` where the middle is no hit. */
  function groundOf(scene: MapScene, mark: Mark): number {
    const { level } = scene.shapes;
    const { certain } = scene.counts.rings;
    const inner = level.rings.findLastIndex(
      (ring, i) => ring.mark === mark.id && (certain[i] ?? 0) > 0,
    );
    const ring = level.rings[inner];
    if (!ring || ring.form !== HIT) return PALE;
    const isWide = markRadius(certain[inner] ?? 0, level.zoom) > LEAST_GROUND_PIXELS;
    return isWide ? ring.target : PALE;
  }

  function label(scene: MapScene, mark: Mark): Feature {
    const { zoom } = scene.shapes.level;
    const certain = scene.counts.marks.certain[mark.id] ?? 0;
    const lone = certain === 1 && zoom >= SIGN_ZOOM ? scene.loneSignOf(mark.id) : undefined;
    const radius = drawnRadius(scene, mark.id);
    const isSquare = isHaltMark(scene, mark);
    const target = scene.shapes.level.rings.find((ring) => ring.mark === mark.id)?.target ?? 0;
    const ground = groundOf(scene, mark);
    const isOnColor = isSquare || ground !== PALE;
    const side = markRadius(Math.max(certain, 1), zoom) * Math.sqrt(Math.PI);
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [mark.lon, mark.lat] },
      properties: {
        count: countKey(scene.counts.marks, mark.id),
        ground,
        text:
          radius < LEAST_NUMBER_PIXELS && ground === PALE && certain > 0
            ? ''
            : textFor(certain, radius),
        precision: precisionOf(scene, mark),
        below: (radius + 3) / PRECISION_SIZE,
        sign: lone ? signImage(lone.weapon, isOnColor) : 'room',
        signSize: lone ? SIGN_SIZE : (2 * ROOM_PART * radius) / ROOM_SIDE,
        square: isSquare ? `square-${target}` : '',
        squareSize: side / SQUARE_SIDE,
        size: Math.min(11 + Math.sqrt(certain) * 0.7, 17),
      },
    };
  }

  function write(map: Map, scene: MapScene): void {
    const features = scene.shapes.level.marks.map((mark) => label(scene, mark));
    const writing = JSON.stringify(features);
    if (writing === written) return;
    written = writing;
    labels.replace(map, features);
  }

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'mark-squares',
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
          'text-color': byTarget('ground', palette.onLayers, palette.ink),
          'text-halo-color': byTarget('ground', palette.layers, palette.region),
          'text-halo-width': 1.6,
          'text-opacity': ['case', ['all', isFresh, ['>', count, 0]], 1, 0],
          'icon-opacity': ['case', ['all', isFresh, ['>', count, 0]], 1, 0],
        },
      },
    ],
    show(map, scene, last) {
      if (scene.shapes !== last?.shapes) written = '';
      if (!scene.isMoving || written === '') write(map, scene);
      scene.shapes.level.marks.forEach((mark) => {
        labels.tell(map, mark.id, { count: countKey(scene.counts.marks, mark.id) });
      });
    },
  };
}
