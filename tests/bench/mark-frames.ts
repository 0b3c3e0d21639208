/**
 * What a step of the window costs with many marks, against a frame of the same map without marks. The page
 * is served unbuilt, because no data set has so many marks at once.
 */
import { createServer } from 'vite';
import { launchBrowser } from '../browser/launch-browser.ts';
import { median, quantile, VIEWPORT } from './bench-page.ts';
import type { FrameTimes } from './mark-frames-page.ts';

/** Most that a step may cost, by the number of marks: scrubbing's budget, and that of a full map. */
const BUDGETS = [
  [100, 1.2],
  [500, 1.2],
  [2_000, 1.4],
] as const;

const server = await createServer({
  configFile: false,
  root: process.cwd(),
  logLevel: 'warn',
  server: { port: 0, host: '127.0.0.1', hmr: false },
  optimizeDeps: { include: ['maplibre-gl'] },
});
await server.listen();
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await launchBrowser();
const isKept: boolean[] = [];
console.log(
  '| marks | radius px | bare ms | step painted ms | … own script ms | ratio | budget | |',
);
console.log('| --: | --: | --: | --: | --: | --: | --: | --- |');
for (const [marks, budget] of BUDGETS) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  page.setDefaultTimeout(240_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${address}tests/bench/mark-frames.html`);
  await page.waitForFunction('window.measureFrames');
  const times = await page.evaluate(
    (count) =>
      (
        window as unknown as { measureFrames: (count: number) => Promise<FrameTimes> }
      ).measureFrames(count),
    marks,
  );
  const ratio = median(times.painted) / median(times.bare);
  isKept.push(ratio <= budget);
  const both = (values: readonly number[]): string =>
    `${median(values).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;
  const figures = [both(times.bare), both(times.painted), both(times.own), ratio.toFixed(2)];
  console.log(
    `| ${[marks, times.radius.toFixed(1), ...figures, `≤ ${budget}`, ratio <= budget ? 'kept' : '**missed**'].join(' | ')} |`,
  );
  if (process.env['SHOT']) await page.screenshot({ path: `${process.env['SHOT']}-${marks}.png` });
  await page.close();
}
await browser.close();
await server.close();
process.exit(isKept.every(Boolean) ? 0 : 1);
