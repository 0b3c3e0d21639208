import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { serveSite, type Site } from '../browser/site.ts';
import { measureSteps, openBenchPage, settle } from './bench-page.ts';
import { MADE_UP_FOLDER, writeMadeUp } from './write-made-up.ts';

const STEPS = 64;

export type SetFigures = {
  readonly records: number;
  readonly marks: number;
  readonly bare: readonly number[];
  readonly painted: readonly number[];
  readonly own: readonly number[];
  readonly withMap: readonly number[];
  /** In the worker, from the question to the answer, milliseconds. */
  readonly opened: number;
  readonly firstView: number;
  readonly bytes: {
    readonly table: number;
    readonly index: number;
    readonly text: number;
    readonly page: number;
  };
};

type Sizes = { readonly table: number; readonly index: number; readonly text: number };

/** Asks the worker what its arrays take. */
const sizesOf = (page: Page): Promise<Sizes> =>
  page.evaluate(
    () =>
      new Promise<Sizes>((resolve) => {
        const { worker } = window.bench;
        const number = -1;
        worker?.addEventListener(
          'message',
          ({ data }: MessageEvent<{ readonly number: number; readonly output: Sizes }>) => {
            if (data.number === number) resolve(data.output);
          },
        );
        worker?.postMessage({ kind: 'call', number, name: 'sizes', input: undefined });
      }),
  );

async function figuresOf(page: Page, records: number): Promise<SetFigures> {
  const bare = await measureSteps(page, 'bare', STEPS);
  await measureSteps(page, 'scrub', 16);
  const steps = await measureSteps(page, 'scrub', STEPS);
  const again = await measureSteps(page, 'bare', STEPS);
  await settle(page);
  const calls = await page.evaluate(() => window.bench.calls);
  const sizes = await sizesOf(page);
  const timeOf = (name: string): number =>
    calls.find((call) => call.name === name)?.milliseconds ?? NaN;
  const lastView = calls.findLast(({ name }) => name === 'view');
  const opened = calls.find(({ name }) => name === 'open');
  return {
    records,
    marks: await page.evaluate(() => window.bench.drawn.marks),
    bare: [...bare, ...again].map(({ painted }) => painted),
    painted: steps.map(({ painted }) => painted),
    own: steps.map(({ own }) => own),
    withMap: steps.map(({ own, map }) => own + map),
    opened: timeOf('open'),
    firstView: timeOf('view'),
    bytes: { ...sizes, page: (lastView?.bytes ?? 0) + (opened?.bytes ?? 0) },
  };
}

export type BenchSite = { readonly site: Site; readonly browser: Browser };

export async function withBenchSite<Result>(
  run: (at: BenchSite) => Promise<Result>,
): Promise<Result> {
  const site = await serveSite(0, {
    'made-up': MADE_UP_FOLDER,
    modules: fileURLToPath(new URL('../../node_modules', import.meta.url)),
  });
  const browser = await launchBrowser();
  try {
    return await run({ site, browser });
  } finally {
    await browser.close();
    site.close();
  }
}

/** Where a list is open the worker prepares searching, which would share the processor with the steps. */
async function workerIsIdle(page: Page): Promise<void> {
  let last = -1;
  for (let index = 0; index !== last;) {
    last = index;
    await page.waitForTimeout(2_500);
    index = (await sizesOf(page)).index;
  }
}

/** Opens so many made-up records on the built site and measures steps of the window. */
export async function measureSet(
  { site, browser }: BenchSite,
  records: number,
  query = '',
): Promise<SetFigures> {
  const set = writeMadeUp(records);
  const page = await openBenchPage(browser, `${site.address}?set=${set}${query}`);
  await workerIsIdle(page);
  const figures = await figuresOf(page, records);
  await page.context().close();
  return figures;
}
