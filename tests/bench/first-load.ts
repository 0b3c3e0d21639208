/**
 * What a first visit loads: opens the built site, waits until the home view is drawn, and adds up the
 * files that were asked for, as gzip would send them (fonts as they are). Run `npm run build` first.
 */
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { serveSite } from '../browser/site.ts';
import { en } from '../../src/i18n/en.ts';

const BUDGETS = { script: 120_000, homeView: 500_000 };

const kindOf = (path: string): string =>
  /maplibre-gl.*\.js$/.test(path)
    ? 'MapLibre'
    : path.endsWith('.js')
      ? 'script'
      : path.endsWith('.woff2')
        ? 'fonts'
        : /basemap\//.test(path)
          ? 'base map'
          : /\.(json|geojson)$/.test(path)
            ? 'data'
            : 'page and styles';

const site = await serveSite();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const sizes = new Map<string, number>();
const reading: Promise<void>[] = [];
const note = (response: Response): void => {
  const path = new URL(response.url()).pathname;
  if (!response.url().startsWith(site.address) || response.request().method() !== 'GET') return;
  reading.push(
    response.body().then((body) => {
      sizes.set(path, path.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length);
    }),
  );
};
page.on('response', note);
await page.goto(site.address);
await page.getByRole('list', { name: en.map.marks }).getByRole('button').first().waitFor();
await page.waitForLoadState('networkidle');
page.off('response', note);
await Promise.all(reading);
await browser.close();
site.close();

const totals = new Map<string, number>();
for (const [path, bytes] of [...sizes].toSorted(([a], [b]) => a.localeCompare(b))) {
  console.log(`| ${kindOf(path)} | ${path} | ${(bytes / 1000).toFixed(1)} |`);
  totals.set(kindOf(path), (totals.get(kindOf(path)) ?? 0) + bytes);
}
const total = (...kinds: readonly string[]): number =>
  kinds.reduce((sum, kind) => sum + (totals.get(kind) ?? 0), 0);
const line = (title: string, bytes: number, budget: number): boolean => {
  console.log(`${title}: ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB`);
  return bytes <= budget;
};

console.log(`\nMapLibre's own files: ${(total('MapLibre') / 1000).toFixed(1)} kB`);
const isWithin = [
  line('Our script', total('script'), BUDGETS.script),
  line('Base map, fonts and data', total('base map', 'fonts', 'data'), BUDGETS.homeView),
];
process.exit(isWithin.every(Boolean) ? 0 : 1);
