import type { ExpressionSpecification, Map } from 'maplibre-gl';
import { countKey } from '../../core/index/mark-counter.ts';
import { toMercator, WORLD_PIXELS } from '../../core/place/mercator.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { freePoint } from '../free-point.ts';
import { homeFrame } from '../home-frame.ts';
import { joinedText } from '../joined-text.ts';
import type { Box } from '../box.ts';
import { textBox } from '../label-box.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import { markBoxes, type WrittenName } from '../written-names.ts';

const SHAPES = 'areas';
const LABELS = 'area-labels';
/** About how much room a letter and a line of a label take, in pixels, and its frame. */
const LETTER_WIDTH = 6.2;
const LINE_HEIGHT = 14;
const FRAME = 14;
const USUAL_COUNT = 99;

const isIn: ExpressionSpecification = ['>', ['coalesce', ['feature-state', 'count'], 0], 0];
const stands: ExpressionSpecification = ['boolean', ['feature-state', 'stands'], false];

/** A larger number than any `countKey`, for areas that are emphasised. */
const STANDS = 2 ** 52;
const stateOf = (key: number) => ({ count: key % STANDS, stands: key >= STANDS });

/** Words of an area's label for its counts in the window. */
export type AreaWords = (name: string, certain: number, possible: number) => string;

/** What a label keeps away from: marks and the names of key cities. */
function obstaclesOf(
  { view }: MapModel['shapes'],
  written: readonly WrittenName[],
): readonly Box[] {
  const pixels = WORLD_PIXELS * 2 ** view.zoom;
  const names = written.flatMap(({ name, lines, anchor, offset, isKey }) => {
    if (!isKey) return [];
    const [lon = 0, lat = 0] = name.geometry.coordinates;
    const { x, y } = toMercator(lon, lat);
    return [textBox({ x: x * pixels, y: y * pixels, lines }, anchor, offset)];
  });
  return [...markBoxes(view), ...names];
}

/**
 * Governorates and the region, hatched where incidents are known no closer. Labels are layout, so
 * they wait until the window settles; meanwhile a label whose count has changed is hidden.
 */
export function areas(
  words: AreaWords,
  written: (shapes: MapModel['shapes']) => readonly WrittenName[],
): MapLayer {
  const shapes = new FeatureStateSource(SHAPES);
  const labels = new FeatureStateSource(LABELS);
  let places: readonly [lon: number, lat: number][] = [];
  let names: readonly WrittenName[] | undefined;
  let drawn = '';

  function write(map: Map, model: MapModel): void {
    const texts = model.shapes.areas.map(({ name }, i) => textOf(model, name, i));
    const writing = `${texts.join('|')}|${places.join()}`;
    if (writing === drawn) return;
    drawn = writing;
    labels.replace(
      map,
      model.shapes.areas.map(({ name }, i) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...(places[i] ?? [0, 0])] },
        properties: { name, text: texts[i] ?? '', count: countOf(model, i) },
      })),
    );
  }

  const textOf = (model: MapModel, name: string, area: number): string => {
    const { certain, possible } = model.counts.areas;
    return joinedText(words(name, certain[area] ?? 0, possible[area] ?? 0));
  };
  const countOf = (model: MapModel, area: number): number => countKey(model.counts.areas, area);

  return {
    sources: { [SHAPES]: filledLater, [LABELS]: filledLater },
    layers: (palette) => [
      {
        id: 'area-hatch',
        slot: 'shapes',
        type: 'fill',
        source: SHAPES,
        paint: {
          'fill-pattern': 'hatch',
          'fill-opacity': ['case', stands, 0.55, isIn, 0.2, 0],
        },
      },
      {
        id: 'area-outline',
        slot: 'shapes',
        type: 'line',
        source: SHAPES,
        paint: {
          'line-color': palette.hatch,
          'line-width': ['case', stands, 2.2, 1.1],
          'line-opacity': ['case', stands, 1, isIn, 0.8, 0],
        },
      },
      {
        id: 'area-labels',
        slot: 'labels',
        type: 'symbol',
        source: LABELS,
        // Further out the label would cover the marks; the legend lists the areas at every zoom.
        minzoom: 6,
        layout: {
          'text-field': ['get', 'text'],
          'text-font': ['Dateline Sans', 'Dateline Arabic'],
          'text-size': 12,
          'text-line-height': 1.15,
          'text-max-width': 30,
          'icon-image': 'area-label',
          'icon-text-fit': 'both',
          'icon-text-fit-padding': [4, 7, 5, 7],
          'text-allow-overlap': true,
          'icon-allow-overlap': true,
        },
        paint: {
          'text-color': palette.ink,
          'text-opacity': [
            'case',
            [
              'all',
              ['>', ['get', 'count'], 0],
              ['==', ['coalesce', ['feature-state', 'count'], -1], ['get', 'count']],
            ],
            1,
            0,
          ],
          'icon-opacity': [
            'case',
            [
              'all',
              ['>', ['get', 'count'], 0],
              ['==', ['coalesce', ['feature-state', 'count'], -1], ['get', 'count']],
            ],
            1,
            0,
          ],
        },
      },
    ],
    reads: ['shapes', 'counts', 'isMoving', 'emphasis'],
    show(map, model, last) {
      const { shapes: now } = model;
      const newNames = written(now);
      if (newNames !== names || now.areas !== last?.shapes.areas) {
        names = newNames;
        const obstacles = obstaclesOf(now, names);
        const pixels = WORLD_PIXELS * 2 ** now.view.zoom;
        places = now.areas.map(({ shape, name }) => {
          // The room of a usual count, so that the label stays where it is in every window.
          const lines = words(name, USUAL_COUNT, 0).split('\n');
          const width = Math.max(...lines.map((line) => line.length)) * LETTER_WIDTH + FRAME;
          const height = lines.length * LINE_HEIGHT + FRAME;
          return freePoint(shape, obstacles, { width, height }, pixels, homeFrame(now));
        });
        drawn = '';
      }
      if (model.shapes.areas !== last?.shapes.areas)
        shapes.replace(
          map,
          model.shapes.areas.map(({ shape, name }) => ({
            type: 'Feature',
            geometry: shape,
            properties: { name },
          })),
        );
      const isCounted = model.counts !== last?.counts || model.isMoving !== last.isMoving;
      if ((isCounted && !model.isMoving) || drawn === '') write(map, model);
      for (let i = 0; i < model.shapes.areas.length; i++) {
        const count = countOf(model, i);
        shapes.setState(map, i, count + (model.emphasis.areas.has(i) ? STANDS : 0), stateOf);
        labels.setState(map, i, count, stateOf);
      }
    },
  };
}
