import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { setWorkerUrl } from 'maplibre-gl';
import { MissingPart } from '../core/base/missing-part.ts';

/** Text of every script the map letters: loading by sample makes the browser fetch each font file. */
const FONT_SAMPLES: readonly (readonly [font: string, sample: string])[] = [
  ['400 16px "Dateline Sans"', 'Ağ'],
  ['600 16px "Dateline Sans Semibold"', 'A'],
  ['400 16px "Dateline Arabic"', 'هە'],
];

/** MapLibre says nothing where its worker is missing. A server may not answer such a question, though. */
async function isPublished(address: string): Promise<boolean> {
  try {
    const { ok, status } = await fetch(address, { method: 'HEAD' });
    return ok || status === 405 || status === 501;
  } catch {
    return false;
  }
}

/**
 * What MapLibre needs once before its first map. Without the worker's address it draws nothing and
 * says nothing: https://maplibre.org/maplibre-gl-js/docs/#cdn
 */
export async function startMapEngine(): Promise<void> {
  const worker = new URL(workerUrl, document.baseURI).href;
  setWorkerUrl(worker);
  const fonts = FONT_SAMPLES.map(([font, sample]) => document.fonts.load(font, sample));
  const [isThere] = await Promise.all([isPublished(worker), Promise.allSettled(fonts)]);
  if (!isThere) throw new MissingPart('The worker script of the map could not be loaded.');
}
