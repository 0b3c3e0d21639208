/**
 * Filters on the page, for a million made-up records with twelve facets open: the page's own work for a step of the
 * window, with the dock open and closed, and a change of a filter until counts and marks are painted.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { words as en } from '../../src/i18n/words.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { measureSteps, median, openBenchPage, settle, VIEWPORT } from './bench-page.ts';
import { withBenchSite } from './measure-set.ts';
import { writeMadeUp } from './write-made-up.ts';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const STEPS = 64;
const FACETS = 12;
const TURNS = 5;
const BUDGETS = { painted: 2, own: 8, longest: 50 };

/** Milliseconds that the main thread has worked since the page opened. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? 0;
  return (
    1_000 * (seconds('ScriptDuration') + seconds('LayoutDuration') + seconds('RecalcStyleDuration'))
  );
}

/** The work of each of some steps, until the worker has answered. */
async function stepWork(page: Page, session: CDPSession): Promise<number> {
  await measureSteps(page, 'scrub', 16);
  await settle(page);
  const before = await workOf(session);
  await measureSteps(page, 'scrub', STEPS);
  await settle(page);
  return ((await workOf(session)) - before) / STEPS;
}

/** Opens facets until there are enough. */
async function openFacets(page: Page): Promise<number> {
  const folded = page.locator('.body details:not([open]) > summary');
  const unfolded = page.locator('.body details[open]');
  while ((await unfolded.count()) < FACETS && (await folded.count()) > 0)
    await folded.first().click();
  await settle(page);
  return unfolded.count();
}

/** Presses a value, and returns the longest block of the page until all has come to rest. */
async function longestBlock(page: Page, at: number): Promise<number> {
  await page.evaluate((position) => {
    window.bench.longTasks.length = 0;
    document.querySelectorAll<HTMLElement>('.body li button.value')[position]?.click();
  }, at);
  await settle(page, 1_500);
  return page.evaluate(() =>
    Math.max(0, ...window.bench.longTasks.map(({ milliseconds }) => milliseconds)),
  );
}

/** From the press on a value until the heading of the dock, which counts the same as the marks, is painted. */
async function changeFilter(page: Page, at: number): Promise<number> {
  return page.evaluate(async (position) => {
    type Held = {
      readonly map: {
        getCanvas: () => HTMLCanvasElement;
        once: (event: string, listener: () => void) => void;
      };
    };
    const { held } = window as unknown as { held: Held };
    const gl = held.map.getCanvas().getContext('webgl2');
    const heading = document.querySelector('header h2');
    const value = document.querySelectorAll<HTMLElement>('.body li button.value')[position];
    if (!gl || !heading || !value) throw new Error('There is no value to filter by.');
    const changed = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve();
      }).observe(heading, { characterData: true, childList: true, subtree: true });
    });
    const start = performance.now();
    value.click();
    await changed;
    await new Promise<void>((resolve) => {
      held.map.once('render', resolve);
    });
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    return performance.now() - start;
  }, at);
}

/** The page with twelve facets open, and what a bare repaint takes. */
async function openDock(
  browser: Browser,
  address: string,
): Promise<{
  readonly page: Page;
  readonly bare: number;
  readonly facets: number;
  /** The page's own work for a step of the window, without the dock and with it. */
  readonly closed: number;
  readonly open: number;
}> {
  const page = await openBenchPage(browser, address, VIEWPORT);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const bare = median((await measureSteps(page, 'bare', STEPS)).map(({ painted }) => painted));
  const closed = await stepWork(page, session);
  await page
    .getByRole('button', { name: en.shell.buttons.filter(0) })
    .first()
    .click();
  await page
    .locator('.body details')
    .nth(FACETS - 1)
    .waitFor();
  const facets = await openFacets(page);
  const open = await stepWork(page, session);
  return { page, bare, facets, closed, open };
}

/** Each value is pressed on, and then off. */
async function inTurns(measure: (at: number) => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let turn = 0; turn < TURNS; turn++)
    for (let press = 0; press < 2; press++) found.push(await measure(turn));
  return median(found);
}

async function paintedChange(page: Page): Promise<number> {
  return inTurns(async (at) => {
    const painted = await changeFilter(page, at);
    await settle(page, 1_500);
    return painted;
  });
}

await withBenchSite(async ({ site, browser }) => {
  const address = `${site.address}?set=${writeMadeUp(RECORDS)}`;
  const { page, bare, facets, closed, open } = await openDock(browser, address);
  const painted = await paintedChange(page);
  // Apart from the others: reading pixels back, there, waits for the graphics in one block.
  const longest = await inTurns((at) => longestBlock(page, at));
  await page.context().close();
  // Without a graphics card the page around the map is drawn by the same software as the map, ahead of it.
  const apart = await launchBrowser({ softwareCompositing: true });
  const other = await openDock(apart, address);
  const paintedApart = await paintedChange(other.page);
  await apart.close();
  console.log(
    `${RECORDS} records, ${facets} facets open; a bare repaint takes ${bare.toFixed(1)} ms,` +
      ` with the page drawn apart ${other.bare.toFixed(1)} ms\n`,
  );
  console.log('| measure | found | budget | |\n|---|--:|--:|---|');
  const line = (name: string, found: number, unit: string, budget: number): boolean => {
    const isKept = found <= budget;
    console.log(
      `| ${name} | ${found.toFixed(2)}${unit} | ≤ ${budget}${unit} | ${isKept ? 'kept' : '**missed**'} |`,
    );
    return isKept;
  };
  const kept = [
    line(
      'change of a filter, painted, against a bare repaint',
      painted / bare,
      ' ×',
      BUDGETS.painted,
    ),
    line(
      '… with the page drawn apart from the map',
      paintedApart / other.bare,
      ' ×',
      BUDGETS.painted,
    ),
    line(
      'work of the page for a step with the facets, above that without',
      open - closed,
      ' ms',
      BUDGETS.own,
    ),
    line('longest block of the page after a change', longest, ' ms', BUDGETS.longest),
  ];
  console.log(
    `\nA step without the dock: ${closed.toFixed(1)} ms, with it: ${open.toFixed(1)} ms.` +
      ` A change: ${painted.toFixed(0)} and ${paintedApart.toFixed(0)} ms.`,
  );
  process.exitCode = kept.every(Boolean) ? 0 : 1;
});
