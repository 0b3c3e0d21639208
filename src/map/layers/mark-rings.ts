import type { ExpressionSpecification, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { radiusOf } from '../../core/layout/mark-radius.ts';
import { SEVERAL_EFFECT_CLASSES } from '../../core/index/mark-rings.ts';
import { EFFECT_CLASSES } from '../../core/records/incident.ts';
import { styleIndexOf, type MapModel } from '../../core/model/map-model.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { byStyle, filledLater, type MapLayer } from '../map-layer.ts';
import type { Palette } from '../palette.ts';

const SOURCE = 'mark-rings';
const RINGS_OF_A_MARK = 100;
const POSSIBLE = -1;

const INTERCEPTED = EFFECT_CLASSES.indexOf('intercepted');
const HIT = EFFECT_CLASSES.indexOf('hit');
const FALLEN = EFFECT_CLASSES.indexOf('fallen');

const radius: ExpressionSpecification = ['coalesce', ['feature-state', 'radius'], 0];
const isDrawn: ExpressionSpecification = ['>', radius, 0];
const isPossible: ExpressionSpecification = ['==', ['get', 'style'], POSSIBLE];

/** Stroke inside the ring's edge, in pixels: an open ring is mostly stroke. */
const strokeWidth: ExpressionSpecification = [
  'match',
  ['get', 'form'],
  HIT,
  0.6,
  INTERCEPTED,
  1.4,
  FALLEN,
  2.2,
  POSSIBLE,
  1.3,
  0.9,
];

/** The radius is the state and its key. */
const stateOf = (radius: number): { readonly radius: number } => ({ radius });

/**
 * Marks as stacked discs: ring k's area is the summed counts of rings k to n, so that areas stay
 * honest. One feature a ring, and one a mark for what is possible; radii are feature states.
 */
export function markRings(): MapLayer {
  const features = new FeatureStateSource(SOURCE);

  /** Mark m's outline of what is possible is at `rings[m] + m`, its rings follow. */
  function replace(map: Map, model: MapModel): void {
    const { marks, rings } = model.shapes.view;
    const drawn: Feature[] = [];
    for (let mark = 0; mark < marks.length; mark++) {
      const geometry = {
        type: 'Point' as const,
        coordinates: [marks.lon[mark] ?? 0, marks.lat[mark] ?? 0],
      };
      const first = marks.rings[mark] ?? 0;
      const end = marks.rings[mark + 1] ?? 0;
      for (let ring = first - 1; ring < end; ring++) {
        const isOutline = ring === first - 1;
        const properties = {
          order: mark * RINGS_OF_A_MARK + ring - first + 1,
          style: isOutline ? POSSIBLE : styleIndexOf(model.shapes, rings.layer[ring] ?? 0),
          form: isOutline ? POSSIBLE : (rings.effectClass[ring] ?? 0),
        };
        drawn.push({ type: 'Feature', geometry, properties });
      }
    }
    features.replace(map, drawn);
  }

  function setRadii(map: Map, { counts, shapes }: MapModel): void {
    const { marks, radiusOfOne } = shapes.view;
    const { certain, possible } = counts.marks;
    for (let mark = 0; mark < marks.length; mark++) {
      const first = marks.rings[mark] as number;
      const end = marks.rings[mark + 1] as number;
      const inMark = certain[mark] as number;
      const perhaps = possible[mark] as number;
      // A mark of halts alone is drawn as a square by another layer.
      const isSquare = marks.isHalt[mark] === 1;
      const hasOutline = perhaps > 0 && !(isSquare && inMark > 0);
      const outline = hasOutline ? radiusOf(inMark + perhaps, radiusOfOne) + 1 : 0;
      features.setState(map, first + mark, outline, stateOf);
      const whole = radiusOf(inMark, radiusOfOne);
      let within = isSquare ? 0 : inMark;
      for (let ring = first; ring < end; ring++) {
        const own = counts.rings[ring] as number;
        const isShown = own > 0 && within > 0;
        features.setState(
          map,
          ring + mark + 1,
          isShown ? whole * Math.sqrt(within / inMark) : 0,
          stateOf,
        );
        within -= own;
      }
    }
  }

  const layers = (palette: Palette): ReturnType<MapLayer['layers']> => {
    const full = byStyle('style', palette.layers, palette.ink);
    const pale = byStyle('style', palette.paleLayers, palette.paper);
    return [
      {
        id: 'mark-rings',
        slot: 'marks',
        type: 'circle',
        source: SOURCE,
        layout: { 'circle-sort-key': ['get', 'order'] },
        paint: {
          'circle-radius': ['max', 0, ['-', radius, strokeWidth]],
          'circle-color': [
            'case',
            isPossible,
            palette.region,
            ['==', ['get', 'form'], INTERCEPTED],
            palette.region,
            ['any', ['==', ['get', 'form'], HIT], ['==', ['get', 'form'], SEVERAL_EFFECT_CLASSES]],
            full,
            pale,
          ],
          'circle-opacity': ['case', isDrawn, ['case', isPossible, 0.8, 1], 0],
          'circle-stroke-color': [
            'case',
            isPossible,
            palette.halo,
            ['==', ['get', 'form'], HIT],
            palette.region,
            full,
          ],
          'circle-stroke-width': ['case', isDrawn, strokeWidth, 0],
          'circle-stroke-opacity': ['case', isDrawn, ['case', isPossible, 0.85, 1], 0],
        },
      },
    ];
  };

  return {
    sources: { [SOURCE]: filledLater },
    layers,
    reads: ['shapes', 'counts'],
    show(map, model, last) {
      if (model.shapes !== last?.shapes) replace(map, model);
      if (model.counts !== last?.counts) setRadii(map, model);
    },
  };
}
