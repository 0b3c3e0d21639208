/**
 * The page of `mark-frames.ts`: the map's own layers with made-up marks. In turns, frames without the layer
 * of marks and frames after a step of the window that changes every mark, each until a pixel can be read.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { MapModel } from '../../src/core/model/map-model.ts';
import { LOOKS } from '../../src/core/records/color-scheme.ts';
import { EFFECT_CLASSES } from '../../src/core/records/incident.ts';
import { LayerStack } from '../../src/map/layer-stack.ts';
import { BASE_SOURCE, baseMap } from '../../src/map/layers/base-map.ts';
import { addRemoteArchive } from '../../src/map/tile-archives.ts';
import { marks } from '../../src/map/layers/marks.ts';
import { readPalette } from '../../src/map/palette.ts';

setWorkerUrl(workerUrl);

const WEST = 36;
const SOUTH = 30;
const WIDE = 12;
const HIGH = 8;
/** At home zoom marks cover this share of the densest part of the map; here, of all of it. */
const INK_SHARE = 0.25;
const MEAN_COUNT = 20;
const ROUNDS = 6;
const STEPS = 8;

export type FrameTimes = {
  readonly marks: number;
  /** Radius in pixels of a mark of `MEAN_COUNT`. */
  readonly radius: number;
  /** Frames of the map without marks, and with marks that stay as they are. */
  readonly bare: number[];
  readonly still: number[];
  readonly painted: number[];
  /** Script of a step, without MapLibre's frame. */
  readonly own: number[];
};

let seed = 7;
const chance = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};

/** Marks on a grid, a little out of line, each with new counts at every step. */
function modelOf(length: number): {
  readonly model: MapModel;
  readonly step: (k: number) => MapModel;
} {
  const columns = Math.ceil(Math.sqrt((length * WIDE) / HIGH));
  const lines = Math.ceil(length / columns);
  const at = (from: number, size: number, position: number, of: number): number =>
    from + (size * (position + 0.5 + (chance() - 0.5) * 0.3)) / of;
  const lon = Float64Array.from({ length }, (_, i) => at(WEST, WIDE, i % columns, columns));
  const lat = Float64Array.from({ length }, (_, i) =>
    at(SOUTH, HIGH, Math.floor(i / columns), lines),
  );
  const area = (INK_SHARE * innerWidth * innerHeight) / length;
  const radiusOfOne = Math.min(5.5, Math.sqrt(area / Math.PI / MEAN_COUNT));
  const view = { zoom: 6, radiusOfOne, marks: { length, lon, lat }, groups: { scheme: 'target' } };
  const looks = new Uint32Array(length * LOOKS);
  const certain = new Uint32Array(length);
  const possible = new Uint32Array(length);
  const deaths = new Uint8Array(length);
  const effects = new Uint8Array(length).fill(EFFECT_CLASSES.length);
  const shapes = { view } as unknown as MapModel['shapes'];
  const emphasis = { mark: undefined } as MapModel['emphasis'];
  const step = (k: number): MapModel => {
    for (let mark = 0; mark < length; mark++) {
      let sum = 0;
      for (let look = 0; look < LOOKS - 1; look++) {
        const i = mark * LOOKS + look;
        const count = (i * 7_919 + k * 104_729) % 13 < 5 ? 0 : (i * 31 + k * 17) % 9;
        looks[i] = count;
        sum += count;
      }
      certain[mark] = sum;
      possible[mark] = (mark + k) % 5 === 0 ? 3 : 0;
      deaths[mark] = (mark + k) % 20 === 0 ? 2 : 0;
    }
    const counts = { marks: { certain, possible }, looks, effects, deaths };
    return { shapes, counts, emphasis } as unknown as MapModel;
  };
  return { model: step(0), step };
}

async function measure(count: number): Promise<FrameTimes> {
  const palette = readPalette(document.documentElement);
  const address = new URL('/geodata/basemap/world.pmtiles', location.href).href;
  const { url } = addRemoteArchive(BASE_SOURCE, address);
  const map = new MapLibreMap({
    container: 'map',
    fadeDuration: 0,
    style: { version: 8, sources: {}, layers: [] },
    center: [WEST + WIDE / 2, SOUTH + HIGH / 2],
    zoom: 6.05,
  });
  await map.once('load');
  new LayerStack(map, [baseMap(url, {})], palette);
  await map.once('idle');
  const canvas = map.getCanvas();
  const gl = canvas.getContext('webgl2');
  if (!gl) throw new Error('There is no WebGL 2 to measure.');
  const pixel = new Uint8Array(4);
  const frame = (): Promise<void> =>
    new Promise((resolve) => {
      void map.once('render', () => {
        gl.readPixels(canvas.width / 2, canvas.height / 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
        resolve();
      });
      map.triggerRepaint();
    });
  const { model, step } = modelOf(count);
  const times: FrameTimes = {
    marks: count,
    radius: model.shapes.view.radiusOfOne * Math.sqrt(MEAN_COUNT),
    bare: [],
    still: [],
    painted: [],
    own: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    await frame();
    for (let k = 0; k < STEPS; k++) {
      const start = performance.now();
      await frame();
      times.bare.push(performance.now() - start);
    }
    const layer = marks(String);
    const stack = new LayerStack(map, [layer], palette);
    stack.show(model);
    await frame();
    for (let k = 0; k < STEPS; k++) {
      const start = performance.now();
      await frame();
      times.still.push(performance.now() - start);
    }
    for (let k = 0; k < STEPS; k++) {
      const next = step(round * STEPS + k);
      const start = performance.now();
      stack.show(next);
      times.own.push(performance.now() - start);
      await frame();
      times.painted.push(performance.now() - start);
    }
    if (round < ROUNDS - 1) map.removeLayer('marks');
  }
  return times;
}

Object.assign(window, { measureFrames: measure });
