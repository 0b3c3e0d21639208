/** Measures the opening of a large table of somebody's own, against a parser that does nothing else. */
import { readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { serveSite } from '../browser/site.ts';
import { writeUcdpLike } from './write-ucdp-like.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const BUDGET = { total: 2, firstMarks: 2_000, firstPart: 0.1, blocked: 100, memory: 0.5 };
const PARSER = readFileSync(
  createRequire(import.meta.url).resolve('udsv/dist/uDSV.iife.min.js'),
  'utf8',
);

/** Memory of all processes of the browser that draw pages, in bytes. */
function rendererBytes(): number {
  const lines = execFileSync('ps', ['-eo', 'rss=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes('--type=renderer'))
    .reduce((sum, line) => sum + 1_024 * Number.parseInt(line, 10), 0);
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Processor time of all parts of the browser, in whole seconds, as the system writes it. */
const browserTimes = (): string =>
  execFileSync('ps', ['-eo', 'time=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('--type='))
    .map((line) => line.trim().split(' ')[0])
    .join();

/**
 * Without a graphics card a browser draws for seconds more when the page has long been done. A minute at
 * most: other browsers of the machine may never rest.
 */
async function atRest(): Promise<void> {
  let before = '';
  for (let looks = 0; looks < 20 && before !== browserTimes(); looks++) {
    before = browserTimes();
    await wait(3_000);
  }
}

/** Milliseconds that the parser needs in a worker, from the file to the last row, keeping nothing. */
const parseAlone = (page: Page): Promise<number> =>
  page.evaluate(async (parser) => {
    const [file] = document.querySelector<HTMLInputElement>('#bench-file')?.files ?? [];
    const work = `${parser};
      onmessage = async ({ data: file }) => {
        const since = performance.now();
        const decoder = new TextDecoder();
        let udsv, rows = 0;
        const count = (found) => { rows += found.length; };
        for (const reader = file.stream().getReader();;) {
          const { done, value } = await reader.read();
          if (done) break;
          const text = decoder.decode(value, { stream: true });
          udsv ??= uDSV.initParser(uDSV.inferSchema(text));
          udsv.chunk(text, udsv.stringArrs, count);
        }
        udsv.end();
        postMessage([performance.now() - since, rows]);
      };`;
    const worker = new Worker(URL.createObjectURL(new Blob([work], { type: 'text/javascript' })));
    return new Promise<number>((resolve) => {
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve((data as [number, number])[0]);
      };
      worker.postMessage(file);
    });
  }, PARSER);

type Opened = { readonly first: number; readonly total: number; readonly blocked: number };

/** Drops the file on the page; times from then on, in milliseconds. Without a map there are no marks. */
const openIt = (page: Page, hasMap: boolean): Promise<Opened> =>
  page.evaluate(async (hasMap) => {
    const [file] = document.querySelector<HTMLInputElement>('#bench-file')?.files ?? [];
    let blocked = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
    });
    watch.observe({ entryTypes: ['longtask'] });
    const title = document.querySelector('h1');
    const marks = (): number => document.querySelectorAll('[data-radius]').length;
    const before = title?.textContent;
    const dropped = new DataTransfer();
    if (file) dropped.items.add(file);
    const since = performance.now();
    let first = NaN;
    window.dispatchEvent(
      new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }),
    );
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const isNew = title?.textContent !== before && (marks() > 0 || !hasMap);
      if (isNew && Number.isNaN(first)) first = performance.now() - since;
      const notices = [...document.querySelectorAll('section[aria-live] .notice')];
      if (isNew && notices.some(({ textContent }) => textContent.includes('read,'))) break;
    }
    const total = performance.now() - since;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    watch.disconnect();
    return { first, total, blocked };
  }, hasMap);

const path = writeUcdpLike(ROWS);
const size = statSync(path).size;
console.log(`${ROWS.toLocaleString('en')} made-up rows, ${(size / 1e6).toFixed(0)} MB`);
const site = await serveSite();
const browser = await launchBrowser();

/** A page with the file in a hidden input; each in a process of its own, so that the memory of each can be measured. */
async function pageWithFile(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  page.on('pageerror', (error) => {
    console.error(error);
  });
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(site.address);
  await page.locator('h1').waitFor();
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'bench-file';
    document.body.append(input);
  });
  await page.locator('#bench-file').setInputFiles(path);
  await atRest();
  return page;
}

async function parserTimes(): Promise<readonly [number, number]> {
  const page = await pageWithFile(browser);
  const times = [await parseAlone(page), await parseAlone(page)] as const;
  await page.context().close();
  return times;
}

const before = await parserTimes();
const page = await pageWithFile(browser);
const bytesBefore = rendererBytes();
let peak = 0;
const watching = setInterval(() => {
  peak = Math.max(peak, rendererBytes());
}, 200);
const { first, total, blocked } = await openIt(page, true);
clearInterval(watching);
await atRest();
const bytesAfter = rendererBytes();
await page.context().close();
const alone = [...before, ...(await parserTimes())];
await browser.close();
const mapless = await launchBrowser({ webgl: false });
const unseen = await openIt(await pageWithFile(mapless), false);
await mapless.close();
const parser = Math.min(...alone);

const rows: readonly (readonly [string, string, string, boolean])[] = [
  ['parser alone', `${alone.map((ms) => (ms / 1e3).toFixed(2)).join(', ')} s`, '', true],
  ['drop → complete index', `${(total / 1e3).toFixed(2)} s`, '', true],
  [
    '… against the parser alone',
    `${(total / parser).toFixed(2)} ×`,
    `${BUDGET.total} ×`,
    total <= BUDGET.total * parser,
  ],
  [
    '… where no map is drawn (reported)',
    `${(unseen.total / 1e3).toFixed(2)} s, ${(unseen.total / parser).toFixed(2)} ×`,
    '',
    true,
  ],
  [
    '… first marks',
    `${(first / 1e3).toFixed(2)} s, ${((100 * first) / total).toFixed(0)} %`,
    '2 s or 10 %',
    first <= BUDGET.firstMarks || first <= BUDGET.firstPart * total,
  ],
  ['… page blocked at most', `${blocked.toFixed(0)} ms`, '100 ms', blocked <= BUDGET.blocked],
  [
    'memory more than before: peak',
    `${((peak - bytesBefore) / 1e6).toFixed(0)} MB, ${((peak - bytesBefore) / size).toFixed(2)} of the file`,
    '',
    true,
  ],
  [
    'memory more than before: open',
    `${((bytesAfter - bytesBefore) / 1e6).toFixed(0)} MB, ${((bytesAfter - bytesBefore) / size).toFixed(2)} of the file`,
    '0.5 of the file',
    bytesAfter - bytesBefore <= BUDGET.memory * size,
  ],
];
console.log('\n| measure | found | budget | |\n|---|--:|--:|---|');
for (const [measure, found, budget, isKept] of rows)
  console.log(
    `| ${measure} | ${found} | ${budget} | ${budget === '' ? '' : isKept ? 'kept' : 'MISSED'} |`,
  );
site.close();
process.exit(rows.every(([, , , isKept]) => isKept) ? 0 : 1);
