import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { setWorkerUrl } from 'maplibre-gl';

/** Text of every script the map letters: loading by sample makes the browser fetch each font file. */
const FONT_SAMPLES: readonly (readonly [font: string, sample: string])[] = [
  ['400 16px "Dateline Sans"', 'Ağ'],
  ['600 16px "Dateline Sans Semibold"', 'A'],
  ['400 16px "Dateline Arabic"', 'هە'],
];

/**
 * What MapLibre needs once before its first map. Without the worker's address it draws nothing and
 * says nothing: https://maplibre.org/maplibre-gl-js/docs/#cdn
 */
export async function startMapEngine(): Promise<void> {
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  await Promise.allSettled(FONT_SAMPLES.map(([font, sample]) => document.fonts.load(font, sample)));
}
