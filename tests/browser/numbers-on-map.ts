import { inkOf, likeness } from './ink.ts';
import type { Reader } from './reader.ts';

/** No mark of the bundled records has more. */
const LARGEST = 120;

type Pixels = { readonly width: number; readonly height: number; readonly data: number[] };

type Frame = {
  readonly pixels: Pixels;
  /** Where the thumb is, in civil minutes. */
  readonly minute: number;
};

/** Pixels around the middle of the only mark, in the frame of each press of a key on a thumb. */
const seenWhileScrubbing = (
  reader: Reader,
  thumbName: string | RegExp,
  key: string,
  presses: number,
): Promise<readonly Frame[]> =>
  reader.thumb(thumbName).evaluate(
    async (thumb, { key: pressed, presses: times }) => {
      const mark = document.querySelector('[data-mark]')?.getBoundingClientRect();
      const canvas = document.querySelector('canvas');
      const gl = canvas?.getContext('webgl2');
      if (!mark || !gl) throw new Error('There is no mark to look at.');
      const [width, height] = [40, 26];
      const left = Math.round(mark.x + mark.width / 2 - width / 2);
      const top = Math.round(mark.y + mark.height / 2 - height / 2);
      const seen = [];
      for (let press = 0; press < times; press++) {
        thumb.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
        // The page answers in microtasks; only then has the map asked for its frame.
        for (let task = 0; task < 4; task++) await Promise.resolve();
        await new Promise(requestAnimationFrame);
        // A WebGL canvas can be read only in the frame that drew it; its lines begin at the bottom.
        const lines = new Uint8Array(width * height * 4);
        const bottom = gl.drawingBufferHeight - top - height;
        gl.readPixels(left, bottom, width, height, gl.RGBA, gl.UNSIGNED_BYTE, lines);
        const data = Array.from({ length: height }, (_, line) => [
          ...lines.subarray((height - 1 - line) * width * 4, (height - line) * width * 4),
        ]);
        const minute = Number(thumb.getAttribute('aria-valuenow'));
        seen.push({ pixels: { width, height, data: data.flat() }, minute });
      }
      return seen;
    },
    { key, presses },
  );

/** Numbers as the browser writes them, in the font of the marks. */
const writtenNumbers = (reader: Reader, numbers: readonly number[]): Promise<readonly Pixels[]> =>
  reader.page.evaluate((texts) => {
    const canvas = document.createElement('canvas');
    const [width, height] = [(canvas.width = 40), (canvas.height = 26)];
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('There is nothing to write with.');
    return texts.map((text) => {
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = '#000';
      pen.font = '600 22px "Dateline Sans Semibold"';
      pen.textAlign = 'center';
      pen.fillText(String(text), width / 2, 20);
      return { width, height, data: [...pen.getImageData(0, 0, width, height).data] };
    });
  }, numbers);

const inkIn = ({ data, ...size }: Pixels) => inkOf({ ...size, data: Uint8Array.from(data) });

/**
 * The number on the only mark in the frame of each press of a key, read from its pixels: the one that
 * looks most like it where the browser writes it.
 */
export async function readWhileScrubbing(
  reader: Reader,
  thumbName: string | RegExp,
  key: string,
  presses: number,
): Promise<readonly { readonly number: number; readonly minute: number }[]> {
  const seen = await seenWhileScrubbing(reader, thumbName, key, presses);
  const numbers = Array.from({ length: LARGEST }, (_, i) => i + 1);
  const written = (await writtenNumbers(reader, numbers)).map(inkIn);
  return seen.map(({ pixels, minute }) => {
    const ink = inkIn(pixels);
    const alike = written.map((one) => likeness(ink, one));
    return { number: numbers[alike.indexOf(Math.max(...alike))] ?? 0, minute };
  });
}
