import type { Page } from 'playwright-core';
import { words as en } from '../../src/i18n/words.ts';
import { median, openBenchPage, settle, VIEWPORT } from './bench-page.ts';
import type { BenchSite } from './measure-set.ts';
import { writeMadeUp } from './write-made-up.ts';

export type ChangeFigures = {
  readonly name: string;
  /** Milliseconds from the input to the frame in which the count sentence and the map have changed. */
  readonly painted: number;
  /** Milliseconds of the longest task of the main thread until everything has settled. */
  readonly longest: number;
};

/** How long the worker may take to prepare searching; it does so when a list is open. */
const SEARCH_READY_MILLISECONDS = 15_000;
const TURNS = 5;

type Change =
  | { readonly kind: 'switch'; readonly layer: number }
  | { readonly kind: 'search'; readonly text: string };

/**
 * Makes a change and waits until the count sentence has changed and the frame is drawn. Reading pixels
 * back holds the page until the frame is there, so blocks are looked for without it.
 */
async function timeChange(page: Page, change: Change, readsPixels: boolean): Promise<number> {
  return page.evaluate(
    async ({ change: asked, readsPixels: isRead }) => {
      type Held = { readonly map: { getCanvas: () => HTMLCanvasElement } };
      const { held } = window as unknown as { held: Held };
      const gl = held.map.getCanvas().getContext('webgl2');
      const sentence = document.querySelector('.masthead .count');
      if (!gl || !sentence) throw new Error('There is no map or no count to measure.');
      const read = (): void => {
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      };
      // Frames that software still draws from before are not the change's.
      for (let isDrained = false; !isDrained;) {
        const before = performance.now();
        read();
        isDrained = performance.now() - before < 30;
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      const changed = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(sentence, { characterData: true, childList: true, subtree: true });
      });
      const start = performance.now();
      if (asked.kind === 'switch') {
        const row = document.querySelectorAll<HTMLElement>('[role="switch"]')[asked.layer];
        if (!row) throw new Error('There is no layer to switch.');
        row.click();
      } else {
        const field = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (!field) throw new Error('There is no search field.');
        field.value = asked.text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await changed;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (isRead) read();
      return performance.now() - start;
    },
    { change, readsPixels },
  );
}

/** Medians over repeated changes there and back: with pixels read, and then without for the blocks. */
async function measureChange(
  page: Page,
  name: string,
  change: Change,
  back: Change,
): Promise<ChangeFigures> {
  const painted: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    painted.push(await timeChange(page, change, true));
    await settle(page);
    await timeChange(page, back, true);
    await settle(page);
  }
  const longest: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await page.evaluate(() => (window.bench.longTasks.length = 0));
    await timeChange(page, change, false);
    await settle(page);
    const blocks = await page.evaluate(() =>
      window.bench.longTasks.map(({ milliseconds }) => milliseconds),
    );
    longest.push(Math.max(0, ...blocks));
    await timeChange(page, back, false);
    await settle(page);
  }
  const figures = { name, painted: median(painted), longest: median(longest) };
  // Each takes more than a minute where software draws the page: what is known is said at once.
  console.error(`${name}: ${figures.painted.toFixed(0)} ms, longest block ${figures.longest} ms`);
  return figures;
}

/** Layers switched and places searched, on a page that has had time to prepare searching. */
export async function measureChanges(
  { site, browser }: BenchSite,
  records: number,
): Promise<readonly ChangeFigures[]> {
  const set = writeMadeUp(records);
  const page = await openBenchPage(browser, `${site.address}?set=${set}&list=open`, VIEWPORT);
  const names = await page
    .getByRole('list', { name: en.map.marks })
    .getByRole('button')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
  const placeOf = (mark: number): string => (names[mark] ?? '').split(/[: ]/)[0] ?? '';
  // Next to an open list the key is folded.
  await page.getByRole('button', { name: en.shell.legend.title, exact: true }).click();
  await page.waitForTimeout(SEARCH_READY_MILLISECONDS);
  await settle(page);
  const figures: ChangeFigures[] = [];
  for (const layer of [0, 1])
    figures.push(
      await measureChange(
        page,
        `layer ${layer + 1} switched off`,
        { kind: 'switch', layer },
        { kind: 'switch', layer },
      ),
    );
  for (const mark of [0, 3, 20]) {
    const text = placeOf(mark);
    figures.push(
      await measureChange(
        page,
        `place searched (“${text}”)`,
        { kind: 'search', text },
        { kind: 'search', text: '' },
      ),
    );
  }
  await page.context().close();
  return figures;
}
