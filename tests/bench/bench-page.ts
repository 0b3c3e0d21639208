import type { Browser, Page } from 'playwright-core';
import { words as en } from '../../src/i18n/words.ts';
import { installInstruments, takeHoldOfMap } from './page-instruments.ts';
import type { StepTimes } from './page-instruments.ts';

/** What is held of the map inside the page; see `takeHoldOfMap`. */
type Held = {
  readonly map: {
    triggerRepaint: () => void;
    getCanvas: () => HTMLCanvasElement;
    loaded: () => boolean;
    once: (event: string, listener: () => void) => void;
  };
  rendering: number;
};

export const VIEWPORT = { width: 1280, height: 800 };

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? NaN;
}

/** A page of the built site whose map is drawn and which the bench has taken hold of. */
export async function openBenchPage(
  browser: Browser,
  address: string,
  viewport = VIEWPORT,
): Promise<Page> {
  const context = await browser.newContext({ viewport, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(240_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  // Functions that are handed to the page name a helper of the compiler.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(installInstruments);
  await page.goto(address);
  await page.getByRole('list', { name: en.map.marks }).getByRole('button').first().waitFor();
  await page.evaluate(takeHoldOfMap);
  // A wheel turn over the map lets it render once, so that it can be taken hold of.
  await page.mouse.move(viewport.width / 2, viewport.height / 3);
  await page.mouse.wheel(0, 40);
  await page.waitForFunction(() => Boolean((window as unknown as { held: Held }).held.map));
  await settle(page);
  return page;
}

/** Waits until the map has nothing more to draw. */
export async function settle(page: Page, milliseconds = 900): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        const { held } = window as unknown as { held: Held };
        let rendered = held.rendering;
        let since = performance.now();
        const look = (): void => {
          if (held.rendering !== rendered) since = performance.now();
          rendered = held.rendering;
          if (performance.now() - since > quiet) resolve();
          else setTimeout(look, 50);
        };
        look();
      }),
    milliseconds,
  );
}

export type StepKind = 'bare' | 'scrub';

/**
 * Frames one after another: bare repaints, or steps of the window by one bin through the focused
 * thumb, forwards and backwards. Each waits until the pixels of the frame can be read back.
 */
export async function measureSteps(
  page: Page,
  kind: StepKind,
  count: number,
): Promise<readonly StepTimes[]> {
  return page.evaluate(
    async ({ kind: asked, count: steps }) => {
      const { held } = window as unknown as { held: Held };
      const canvas = held.map.getCanvas();
      const gl = canvas.getContext('webgl2');
      const thumbs = document.querySelectorAll<HTMLElement>('[role="slider"]');
      const thumb = thumbs[thumbs.length - 1];
      if (!gl || !thumb) throw new Error('There is no map or no thumb to measure.');
      const pixel = new Uint8Array(4);
      const times = [];
      for (let step = 0; step < steps; step++) {
        await new Promise((resolve) => setTimeout(resolve, 16));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        held.rendering = 0;
        const start = performance.now();
        if (asked === 'bare') held.map.triggerRepaint();
        else {
          const key = Math.floor(step / 8) % 2 === 0 ? 'ArrowLeft' : 'ArrowRight';
          thumb.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
          );
          // Svelte answers in microtasks; then style and layout are asked for, as the frame would.
          await Promise.resolve();
          await Promise.resolve();
          await Promise.resolve();
          document.body.getBoundingClientRect();
        }
        const own = performance.now() - start;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
        times.push({ own, map: held.rendering, painted: performance.now() - start });
      }
      return times;
    },
    { kind, count },
  );
}
