/**
 * `npx tsx tests/bench/hover.ts [records] [query]`: what pointing from one mark to the next costs on
 * the page's main thread, without MapLibre's frame. The budget is in README.md; ends with 1 when it
 * is not kept.
 */
import type { Page } from 'playwright-core';
import { median, openBenchPage, quantile, settle } from './bench-page.ts';
import { withBenchSite } from './measure-set.ts';
import { writeMadeUp } from './write-made-up.ts';

const RECORDS = 100_000;
const CLOSER = '&map=6.6/34.5/44.4';
const HOVERS = 120;
const BUDGET = 2;

type Hovers = { readonly own: readonly number[]; readonly tips: number };

/** Points at the marks that have a button, one after another; each hover is measured up to its layout. */
const hoverMarks = (page: Page, count: number): Promise<Hovers> =>
  page.evaluate(async (hovers) => {
    const canvas = document.querySelector('canvas.maplibregl-canvas');
    const marks = [...document.querySelectorAll('[data-mark]')]
      .map((button) => button.getBoundingClientRect())
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
      .filter(({ x, y }) => document.elementFromPoint(x, y)?.closest('.map, .marks'));
    const own: number[] = [];
    let tips = 0;
    for (let hover = 0; hover < hovers; hover++) {
      const { x = 0, y = 0 } = marks[hover % marks.length] ?? {};
      await new Promise((resolve) => setTimeout(resolve, 30));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const start = performance.now();
      canvas?.dispatchEvent(new MouseEvent('mousemove', { clientX: x, clientY: y, bubbles: true }));
      for (let turn = 0; turn < 3; turn++) await Promise.resolve();
      document.body.getBoundingClientRect();
      own.push(performance.now() - start);
      if (document.querySelector('.tip')) tips++;
    }
    return { own, tips };
  }, count);

await withBenchSite(async ({ site, browser }) => {
  const [records = RECORDS, query = CLOSER] = process.argv.slice(2);
  const set = writeMadeUp(Number(records));
  const page = await openBenchPage(browser, `${site.address}?set=${set}${query}`);
  await settle(page);
  await hoverMarks(page, HOVERS / 2);
  const { own, tips } = await hoverMarks(page, HOVERS);
  const marks = await page.evaluate(() => window.bench.drawn.marks);
  const found = median(own);
  console.log(
    `Hover at ${marks} marks: ${found.toFixed(2)} ms, 95th percentile ${quantile(own, 0.95).toFixed(2)} ms, ` +
      `budget ${BUDGET} ms${found <= BUDGET ? '' : ', **missed**'} (${tips} of ${HOVERS} showed a tip)`,
  );
  process.exitCode = found <= BUDGET && tips > 0 ? 0 : 1;
});
