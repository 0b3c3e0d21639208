/**
 * What a step of the window costs with many marks, against a frame of the same map without marks. The page
 * is served unbuilt, because no data set has that number of marks at once.
 */
import { createServer } from 'vite';
import { launchBrowser } from '../browser/launch-browser.ts';
import { median, quantile, VIEWPORT } from './bench-page.ts';
import type { FrameTimes } from './mark-frames-page.ts';

/**
 * Most that a step may cost, by the number of marks: of a repaint of the same marks, which is the budget of
 * scrubbing; and of a frame of the map without any.
 */
const BUDGETS: readonly (readonly [marks: number, ofRepaint: number, ofBare: number])[] = [
  [100, 1.2, 1.4],
  [500, 1.2, 1.4],
  [2_000, 1.2, 1.4],
];

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
  '| marks | radius px | without marks ms | same marks again ms | step ms | … own script ms | step / again | step / without |',
);
console.log('| --: | --: | --: | --: | --: | --: | --: | --: |');
for (const [marks, ofRepaint, ofBare] of BUDGETS) {
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
  const both = (values: readonly number[]): string =>
    `${median(values).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;
  const judged = (of: readonly number[], budget: number): string => {
    const ratio = median(times.painted) / median(of);
    isKept.push(ratio <= budget);
    return `${ratio.toFixed(2)} ${ratio <= budget ? 'kept' : '**missed**'}`;
  };
  const cells = [
    marks.toLocaleString('en'),
    times.radius.toFixed(1),
    ...[times.bare, times.still, times.painted, times.own].map(both),
    judged(times.still, ofRepaint),
    judged(times.bare, ofBare),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  if (process.env['SHOT']) await page.screenshot({ path: `${process.env['SHOT']}-${marks}.png` });
  await page.close();
}
await browser.close();
await server.close();
process.exit(isKept.every(Boolean) ? 0 : 1);
