import { describe, expect, it } from 'vitest';
import { MarkCounter } from '../../../src/core/index/mark-counter.ts';
import type {
  MapModel,
  ModelArea,
  ModelHalo,
  ModelPart,
} from '../../../src/core/model/map-model.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import type { TimeRange } from '../../../src/core/time/time-range.ts';
import { areaShapes } from '../../../src/map/draw/area-shapes.ts';
import { LayerStack } from '../../../src/map/layer-stack.ts';
import { placeNames } from '../../../src/map/layers/place-names.ts';
import { mappedShares, shareLabels } from '../../../src/map/layers/share-layers.ts';
import { MAP_LAYERS } from '../../../src/map/layers/registry.ts';
import { filledLater, type MapLayer } from '../../../src/map/map-layer.ts';
import type { Palette } from '../../../src/map/palette.ts';
import { ALL_ON, modelOfView } from '../core/index/views.ts';
import { madeUp, PERIOD } from '../core/records/made-up-incidents.ts';
import { RecordingMap } from './recording-map.ts';

/** Colours of one theme, all alike: the recording map draws nothing. */
const palette = new Proxy({} as Palette, {
  get: (_, name) => (/layers$/i.test(String(name)) ? Array(8).fill('#000') : '#000'),
});

const at = (id: string, lon: number) => ({
  incident: madeUp({ id, place: { ...madeUp().place, lon } }),
  span: PERIOD,
});
const table = incidentTable([at('a', 44), at('b', 44), at('c', 48)]);

const CIRCLE: ModelHalo = {
  lon: 44,
  lat: 36,
  radiusMeters: 2_000,
  precision: 'town',
};
const SHAPE: ModelArea['shape'] = {
  type: 'Polygon',
  coordinates: [
    [
      [43, 35],
      [45, 35],
      [45, 37],
      [43, 35],
    ],
  ],
};
const AREA: ModelArea = { name: 'Irbil', isHatched: true, shape: SHAPE, outline: SHAPE };

/** A made-up model in which every layer has something to draw. */
async function modelOf(window: TimeRange = PERIOD): Promise<MapModel> {
  const model = await modelOfView(table, window);
  return {
    ...model,
    shapes: {
      ...model.shapes,
      areas: [AREA],
      outlines: [{ shape: AREA.shape, layer: 0, span: PERIOD }],
    },
    halos: { circles: [CIRCLE], isInWindow: new Uint8Array([1]) },
    counts: {
      ...model.counts,
      outlines: new Uint8Array([1]),
    },
  };
}

function allLayers(): readonly MapLayer[] {
  const names = placeNames(() => []);
  names.set([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [44.5, 36.5] },
      properties: { kind: 'place', name: 'Made-up town', rank: 1 },
    },
  ]);
  const context = {
    names,
    baseMapUrl: 'pmtiles://world',
    disputedBorders: {},
    precisionLabel: String,
    shortCount: String,
  };
  return MAP_LAYERS.map((layer) => layer(context));
}

async function opened(layers = allLayers()) {
  const recording = new RecordingMap();
  const stack = new LayerStack(recording.map, layers, palette);
  const added = recording.calls();
  const model = await modelOf();
  stack.show(model);
  return { recording, stack, added, model };
}

describe('a layer that is loaded on demand', () => {
  it('is added at its height, and shows what it was given before and after', async () => {
    const { recording, stack } = await opened();
    recording.calls();
    const layer = areaShapes();
    layer.set([{ shape: SHAPE, outline: SHAPE }]);
    stack.add(layer, palette);
    expect(recording.calls()).toEqual([
      ['addSource', 'area-shapes'],
      ['addLayer', 'area-shape-fill', 'water-labels'],
      ['addLayer', 'area-shape-line', 'water-labels'],
      ['setData', 'area-shapes'],
    ]);
    expect(recording.features['area-shapes']).toHaveLength(2);
    layer.set([]);
    expect(recording.features['area-shapes']).toEqual([]);
  });

  it('shades areas under all shapes and writes their numbers while the model has shares', async () => {
    const { recording, stack, model } = await opened();
    const share = { name: 'Irbil', mapped: 68, counted: 243 };
    const shares = [{ ...AREA, ...share, shares: [share], shade: 0.2 }];
    stack.show({ ...model, shares });
    recording.calls();
    const labels = shareLabels(
      ({ name }) => [name, name],
      () => [],
      () => [],
    );
    for (const layer of [mappedShares(), labels]) stack.add(layer, palette);
    expect(recording.calls()).toEqual([
      ['addSource', 'mapped-shares'],
      ['addLayer', 'mapped-share-shade', 'region-outline'],
      ['addLayer', 'mapped-share-outline', 'region-outline'],
      ['setData', 'mapped-shares'],
      ['addSource', 'share-labels'],
      ['addLayer', 'mapped-share-labels', 'marks'],
      ['setData', 'share-labels'],
    ]);
    expect(recording.features['mapped-shares']).toMatchObject([{ properties: { shade: 0.2 } }]);
    expect(recording.features['share-labels']).toMatchObject([{ properties: { text: 'Irbil' } }]);
    stack.show(model);
    expect(recording.counted()).toEqual({ 'setData mapped-shares': 1, 'setData share-labels': 1 });
    expect(recording.features['mapped-shares']).toEqual([]);
    expect(recording.features['share-labels']).toEqual([]);
  });
});

describe('`LayerStack` with every layer of the first view', () => {
  it('adds the style layers in order, from the base map to the labels', async () => {
    const { added } = await opened();
    const ids = added.filter(([name]) => name === 'addLayer').map(([, id]) => id);
    expect(ids).toEqual([
      'background',
      'land',
      'governorates',
      'region',
      'rivers',
      'admin-lines',
      'lake',
      'island',
      'border-halo',
      'borders',
      'borders-dashed',
      'borders-dotted',
      'region-outline',
      'area-hatch',
      'area-outline',
      'outline-fill',
      'outline-line',
      'outline-points',
      'halo-line',
      'water-labels',
      'admin-labels',
      'place-labels',
      'country-labels',
      'key-labels',
      'marks',
      'mark-precision',
      'mark-labels',
    ]);
  });

  it('draws all features and states of the first model', async () => {
    const { recording } = await opened();
    expect(recording.counted()).toEqual({
      'setData areas': 1,
      'setData outlines': 1,
      'setData precision-halos': 1,
      'setData subject': 1,
      'setData place-names': 1,
      'setData mark-labels': 1,
      'setFeatureState areas': 2,
      'setFeatureState outlines': 1,
      'setFeatureState precision-halos': 1,
      'setFeatureState mark-labels': 2,
      'triggerRepaint ': 1,
    });
  });

  it('sends nothing for a model with the same parts', async () => {
    const { recording, stack, model } = await opened();
    recording.calls();
    stack.show({ ...model });
    expect(recording.calls()).toEqual([]);
  });

  it('sets three states on a hover: of the circle, and of the hatch and the outline of the area', async () => {
    const { recording, stack, model } = await opened();
    const halos = { ...model.halos, isInWindow: new Uint8Array([0]) };
    stack.show({ ...model, halos });
    recording.calls();
    const emphasis = { ...model.emphasis, halos: new Set([0]), areas: new Set([0]) };
    stack.show({ ...model, halos, emphasis });
    expect(recording.counted()).toEqual({
      'setFeatureState areas': 2,
      'setFeatureState precision-halos': 1,
      'triggerRepaint ': 1,
    });
  });

  it('draws the ring around the mark whose group is open without new features', async () => {
    const { recording, stack, model } = await opened();
    recording.calls();
    stack.show({ ...model, emphasis: { ...model.emphasis, mark: 0 } });
    expect(recording.counted()).toEqual({ 'triggerRepaint ': 1 });
  });

  it('lays nothing out while the window moves, and the signs when it settles', async () => {
    const { recording, stack, model } = await opened();
    recording.calls();
    const later = { from: PERIOD.to, to: PERIOD.to + 10 };
    const counter = new MarkCounter(model.shapes.view, model.shapes.styleIndexes);
    const counts = { ...model.counts, ...counter.count(later, ALL_ON) };
    stack.show({ ...model, counts, details: undefined, isMoving: true });
    expect(recording.counted()).toEqual({
      'setFeatureState mark-labels': 2,
      'triggerRepaint ': 1,
    });
    stack.show({ ...model, counts, details: undefined, isMoving: false });
    expect(recording.counted()).toMatchObject({ 'setData mark-labels': 1 });
  });

  it('sends no features for a new view that looks the same', async () => {
    const { recording, stack } = await opened();
    recording.calls();
    const again = await modelOf();
    stack.show({ ...again, shapes: { ...again.shapes, areas: [AREA], outlines: [] } });
    expect(recording.counted()).not.toHaveProperty('setData mark-labels');
    expect(recording.counted()).not.toHaveProperty('setData precision-halos');
  });

  it('changes colours but no features with the theme', async () => {
    const { recording, stack, model } = await opened();
    recording.calls();
    stack.repaint(palette);
    stack.show({ ...model, theme: 'dark' });
    const names = new Set(recording.calls().map(([name]) => name));
    expect([...names].toSorted()).toEqual(['setLayoutProperty', 'setPaintProperty']);
  });

  it('draws everything again in a style that was restored', async () => {
    const first = await opened();
    const second = new RecordingMap();
    new LayerStack(second.map, allLayers(), palette).show(first.model);
    expect(second.calls()).toEqual([...first.added, ...first.recording.calls()]);
  });
});

describe('a map layer', () => {
  it.each(allLayers().map((layer, i) => [Object.keys(layer.sources)[0] ?? '', i] as const))(
    'reads only the parts of the model that it declares: %s',
    async (_, i) => {
      const read = new Set<ModelPart>();
      const layer = allLayers()[i];
      const model = new Proxy(await modelOf(), {
        get: (target, part: ModelPart) => {
          read.add(part);
          return target[part];
        },
      });
      layer?.show?.(new RecordingMap().map, model, undefined);
      layer?.show?.(new RecordingMap().map, model, model);
      expect(layer?.reads).toEqual(expect.arrayContaining([...read]));
    },
  );

  it('can be added in one file and one line: a dummy is drawn in its slot and gets the parts that it reads', async () => {
    const shown: (string | undefined)[] = [];
    const dummy: MapLayer = {
      sources: { dummy: filledLater },
      layers: () => [{ id: 'dummy-ring', slot: 'marks', type: 'circle', source: 'dummy' }],
      reads: ['theme'],
      show: (_, { theme }, last) => shown.push(last?.theme, theme),
    };
    const { added, stack, model } = await opened([...allLayers(), dummy]);
    const ids = added.map(([, id]) => id);
    expect(ids.indexOf('dummy-ring')).toBe(ids.indexOf('marks') + 1);
    stack.show({ ...model, emphasis: { ...model.emphasis, mark: 0 } });
    stack.show({ ...model, theme: 'dark' });
    expect(shown).toEqual([undefined, 'light', 'light', 'dark']);
  });
});
