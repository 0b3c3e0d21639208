/** `npm run bench`: what scrubbing costs on the built site, in ratios inside one run. See README.md. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { serveSite, type Site } from '../browser/site.ts';
import { measureSteps, median, openBenchPage, quantile, settle } from './bench-page.ts';
import { MADE_UP_FOLDER, writeMadeUp } from './write-made-up.ts';

const STEPS = 64;

export type SetFigures = {
  readonly records: number;
  readonly marks: number;
  readonly features: number;
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

/** The counts of what the map draws, as the worker's last answer holds them. */
async function figuresOf(page: Page, records: number): Promise<SetFigures> {
  const bare = await measureSteps(page, 'bare', STEPS);
  await measureSteps(page, 'scrub', 16);
  const steps = await measureSteps(page, 'scrub', STEPS);
  const again = await measureSteps(page, 'bare', STEPS);
  await settle(page);
  const calls = await page.evaluate(() => window.bench.calls);
  const sizes = await page.evaluate(
    () =>
      new Promise<{ table: number; index: number; text: number }>((resolve) => {
        const { worker } = window.bench;
        worker?.addEventListener(
          'message',
          ({ data }: MessageEvent<{ number: number; output: never }>) => {
            if (data.number === -1) resolve(data.output);
          },
        );
        worker?.postMessage({ kind: 'call', number: -1, name: 'sizes', input: undefined });
      }),
  );
  const timeOf = (name: string): number =>
    calls.find((call) => call.name === name)?.milliseconds ?? NaN;
  const lastView = calls.findLast(({ name }) => name === 'view');
  const opened = calls.find(({ name }) => name === 'open');
  return {
    records,
    marks: await page.evaluate(() => window.bench.drawn.marks),
    features: await page.evaluate(() => window.bench.drawn.rings),
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

/** Opens so many made-up records on the built site and measures steps of the window. */
export async function measureSet(
  { site, browser }: BenchSite,
  records: number,
  query = '',
): Promise<SetFigures> {
  const set = writeMadeUp(records);
  const page = await openBenchPage(browser, `${site.address}?set=${set}${query}`);
  const figures = await figuresOf(page, records);
  await page.context().close();
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await withBenchSite(async (at) => {
    for (const records of process.argv.slice(2).map(Number)) {
      const { own, withMap, painted, bare, ...rest } = await measureSet(at, records);
      const ms = (values: readonly number[]): string =>
        `${median(values).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;
      console.log(
        JSON.stringify(rest),
        'own',
        ms(own),
        'with map',
        ms(withMap),
        'painted',
        ms(painted),
        'bare',
        ms(bare),
      );
    }
  });
