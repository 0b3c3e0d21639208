/** Prints what a first visit loads. Run `npm run build` first. */
import { bytesOf, firstLoad } from '../browser/first-load.ts';
import { launchBrowser } from '../browser/launch-browser.ts';

const BUDGETS = { script: 120_000, homeView: 500_000 };

const browser = await launchBrowser();
const files = await firstLoad(browser);
await browser.close();

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
for (const { kind, path, bytes } of files)
  console.log(`| ${kind} | ${path} | ${kilobytes(bytes)} |`);
const line = (title: string, bytes: number, budget: number): boolean => {
  console.log(`${title}: ${kilobytes(bytes)} kB of ${budget / 1000} kB`);
  return bytes <= budget;
};

console.log(`\nMapLibre's own files: ${kilobytes(bytesOf(files, 'MapLibre'))} kB`);
console.log(`Page and styles: ${kilobytes(bytesOf(files, 'page and styles'))} kB`);
const isWithin = [
  line('Our script', bytesOf(files, 'script'), BUDGETS.script),
  line('Base map, fonts and data', bytesOf(files, 'base map', 'fonts', 'data'), BUDGETS.homeView),
];
process.exit(isWithin.every(Boolean) ? 0 : 1);
