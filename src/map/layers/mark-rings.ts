import type { ExpressionSpecification, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { radiusOf } from '../../core/layout/mark-radius.ts';
import { SEVERAL_EFFECT_CLASSES } from '../../core/index/mark-counter.ts';
import { EFFECT_CLASSES } from '../../core/records/incident.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { byStyle, filledLater, type MapLayer } from '../map-layer.ts';
import { largestLook } from './mark-label-features.ts';
import type { Palette } from '../palette.ts';

const SOURCE = 'mark-rings';
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

/** Marks as discs in the colour of most of what they hold; radii are feature states. */
export function markRings(): MapLayer {
  const features = new FeatureStateSource(SOURCE);

  function replace(map: Map, model: MapModel): void {
    const { marks } = model.shapes.view;
    const drawn: Feature[] = [];
    for (let mark = 0; mark < marks.length; mark++) {
      const geometry = {
        type: 'Point' as const,
        coordinates: [marks.lon[mark] ?? 0, marks.lat[mark] ?? 0],
      };
      const form = model.counts.effects[mark] ?? 0;
      drawn.push(
        {
          type: 'Feature',
          geometry,
          properties: { order: 2 * mark, style: POSSIBLE, form: POSSIBLE },
        },
        {
          type: 'Feature',
          geometry,
          properties: { order: 2 * mark + 1, style: largestLook(model, mark), form },
        },
      );
    }
    features.replace(map, drawn);
  }

  function setRadii(map: Map, { counts, shapes }: MapModel): void {
    const { marks, radiusOfOne } = shapes.view;
    const { certain, possible } = counts.marks;
    for (let mark = 0; mark < marks.length; mark++) {
      const inMark = certain[mark] as number;
      const perhaps = possible[mark] as number;
      const outline = perhaps > 0 ? radiusOf(inMark + perhaps, radiusOfOne) + 1 : 0;
      features.setState(map, 2 * mark, outline, stateOf);
      features.setState(map, 2 * mark + 1, inMark > 0 ? radiusOf(inMark, radiusOfOne) : 0, stateOf);
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
