import type { ExpressionSpecification, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { markRadius } from '../../core/cube/mark-radius.ts';
import type { Mark } from '../../core/cube/mark-level.ts';
import { FORMS } from '../../core/incident/incident.ts';
import type { MapScene } from '../../core/view/map-scene.ts';
import { StatedFeatures } from '../feature-states.ts';
import { byTarget, filledLater, type MapLayer } from '../map-layer.ts';
import type { Palette } from '../palette.ts';

const SOURCE = 'mark-rings';
const RINGS_OF_A_MARK = 100;
const POSSIBLE = -1;

const INTERCEPTED = FORMS.indexOf('intercepted');
const HIT = FORMS.indexOf('hit');
const HALT = FORMS.indexOf('halt');

const radius: ExpressionSpecification = ['coalesce', ['feature-state', 'radius'], 0];
const isDrawn: ExpressionSpecification = ['>', radius, 0];
const isPossible: ExpressionSpecification = ['==', ['get', 'target'], POSSIBLE];

/** Stroke inside the ring's edge, in pixels: an open ring is mostly stroke. */
const strokeWidth: ExpressionSpecification = [
  'match',
  ['get', 'form'],
  HIT,
  0.6,
  INTERCEPTED,
  1.4,
  POSSIBLE,
  1.3,
  0.9,
];

/** True for a mark that stands for halts and outages alone: it is drawn as a square instead. */
export const isHaltMark = (scene: MapScene, mark: Mark): boolean =>
  scene.shapes.level.rings.some((ring) => ring.mark === mark.id && ring.form === HALT);

/**
 * Marks as stacked discs: ring k's outer radius is the root of the summed counts of rings k to n,
 * so that areas stay honest. One feature a ring; radii are feature states.
 */
export function markRings(): MapLayer {
  const rings = new StatedFeatures(SOURCE);
  /** Mark by mark: the outline of what is possible, then the rings; a mark of halts has no rings. */
  let plan: { readonly mark: number; readonly ring: number | undefined }[] = [];

  function replace(map: Map, scene: MapScene): void {
    const { level } = scene.shapes;
    plan = level.marks.flatMap((mark) => [
      { mark: mark.id, ring: undefined },
      ...level.rings.flatMap((ring, i) =>
        ring.mark === mark.id && ring.form !== HALT ? [{ mark: mark.id, ring: i }] : [],
      ),
    ]);
    const features = plan.map(({ mark, ring }, order): Feature => {
      const place = level.marks[mark];
      const drawn = ring === undefined ? undefined : level.rings[ring];
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [place?.lon ?? 0, place?.lat ?? 0] },
        properties: {
          order: mark * RINGS_OF_A_MARK + (order % RINGS_OF_A_MARK),
          target: drawn ? drawn.target : POSSIBLE,
          form: drawn ? drawn.form : POSSIBLE,
        },
      };
    });
    rings.replace(map, features);
  }

  function tellRadii(map: Map, scene: MapScene): void {
    const { counts, shapes } = scene;
    const { zoom } = shapes.level;
    let within = 0;
    for (let position = plan.length - 1; position >= 0; position--) {
      const { mark, ring } = plan[position] ?? { mark: 0, ring: undefined };
      if (ring === undefined) {
        const possible = counts.marks.possible[mark] ?? 0;
        const isSquare = within === 0 && (counts.marks.certain[mark] ?? 0) > 0;
        const outline = possible === 0 || isSquare ? 0 : markRadius(within + possible, zoom) + 1;
        rings.tell(map, position, { radius: outline });
        within = 0;
      } else {
        const count = counts.rings.certain[ring] ?? 0;
        within += count;
        rings.tell(map, position, { radius: count === 0 ? 0 : markRadius(within, zoom) });
      }
    }
  }

  const layers = (palette: Palette): ReturnType<MapLayer['layers']> => {
    const full = byTarget('target', palette.layers, palette.ink);
    const pale = byTarget('target', palette.paleLayers, palette.paper);
    return [
      {
        id: 'mark-rings',
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
            ['==', ['get', 'form'], HIT],
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
    show(map, scene, last) {
      if (scene.shapes !== last?.shapes) replace(map, scene);
      if (scene.counts !== last?.counts) tellRadii(map, scene);
    },
  };
}
