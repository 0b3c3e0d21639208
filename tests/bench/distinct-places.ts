/**
 * `npx tsx tests/bench/distinct-places.ts [places…]`: what the worker does for a million made-up records
 * at many distinct places, in Node. It names the longest step between two yield points. The budgets
 * are in README.md; ends with 1 when one is not kept.
 */
import { Task } from '../../src/core/base/task.ts';
import { LruCache } from '../../src/core/base/lru-cache.ts';
import { MergedIndex } from '../../src/core/index/merged-index.ts';
import { TableIndex } from '../../src/core/index/table-index.ts';
import type { LevelPyramid } from '../../src/core/layout/level-pyramid.ts';
import type { IncidentTable } from '../../src/core/records/incident-table.ts';
import { EMPTY_FILTER } from '../../src/core/filters/filter.ts';
import { MADE_UP_PERIOD } from './made-up-table.ts';
import { manyPlacesTable } from './many-places.ts';

const RECORDS = 1_000_000;
const PLACES = [30_000, 300_000, 1_000_000];
/** As in the worker's task queue. */
const TURN_MILLISECONDS = 12;
const HOME_ZOOM = 5.5;
/** As many as the page names for a screen reader. */
const MARKS_ON_SCREEN = 120;
const FURTHER_ZOOMS = [6, 6.5, 7, 8, 9, 10, 11];
const BUDGETS = { step: 50, firstView: 1_000, furtherLevel: 500 };

type Step = { readonly milliseconds: number; readonly name: string };

/** Where in `src` a yield point is: the first line of a stack that is not the task's own. */
function yieldPointOf(stack = ''): string {
  const lines = stack.split('\n').filter((line) => line.includes('/src/core/'));
  const own = lines.find((line) => !line.includes('/base/task.ts')) ?? '';
  return /([\w-]+\.ts:\d+)/.exec(own)?.[1] ?? 'unknown';
}

/** A task that measures the time between its yield points, and calls each by where it ended. */
class MeasuredTask {
  longest: Step = { milliseconds: 0, name: 'none' };
  readonly task: Task;
  #started = performance.now();
  #last = 'start';

  constructor() {
    this.task = new Task({
      isDue: () => performance.now() - this.#started >= TURN_MILLISECONDS,
      nextTurn: async () => {
        this.#endStep(yieldPointOf(new Error('yield point').stack));
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
        this.#started = performance.now();
      },
    });
  }

  /** Runs work by itself; returns its milliseconds. */
  async run(work: (task: Task) => Promise<unknown>): Promise<number> {
    const begin = performance.now();
    this.#last = 'start';
    this.#started = begin;
    await work(this.task);
    this.#endStep('end');
    return performance.now() - begin;
  }

  #endStep(point: string): void {
    const milliseconds = performance.now() - this.#started;
    if (milliseconds > this.longest.milliseconds)
      this.longest = { milliseconds, name: `${this.#last} → ${point}` };
    this.#last = point;
  }
}

type Figure = Step & { readonly work: string; readonly total: number; readonly processor: number };

/** Milliseconds that the processor has worked for this process, on all its threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The work of the worker, each in a task of its own. */
function workOn(table: IncidentTable) {
  const own = new TableIndex(table, 0, [], () => undefined);
  const index = new MergedIndex([own], new LruCache<LevelPyramid>(6));
  // What a map of 1280 × 800 shows around the largest town, and a little more.
  const { x = 0, y = 0 } = { x: table.places.lon[0], y: table.places.lat[0] };
  const view = (zoom: number) => (task: Task) => {
    const [east, north] = [(450 / 2 ** zoom) * 2, (300 / 2 ** zoom) * 2];
    const extent = { west: x - east, east: x + east, south: y - north, north: y + north };
    const window = MADE_UP_PERIOD;
    return index.view(
      EMPTY_FILTER,
      { zoom, extent, window, selected: undefined, scheme: 'target' },
      task,
    );
  };
  const query = { filter: EMPTY_FILTER, extent: undefined, group: undefined };
  const list = (task: Task) => index.list({ ...query, window: MADE_UP_PERIOD }, task);
  const marks = new Uint32Array(MARKS_ON_SCREEN).map((_, mark) => mark);
  const names = (task: Task) =>
    index.markNames({ filter: EMPTY_FILTER, zoom: HOME_ZOOM, window: MADE_UP_PERIOD, marks }, task);
  const count = (task: Task) => index.counts(EMPTY_FILTER, 'target', undefined, task);
  return { view, list, count, names, search: (task: Task) => own.prepareSearch(task) };
}

async function measure(places: number): Promise<boolean> {
  const { view, list, count, names, search } = workOn(manyPlacesTable(RECORDS, places));
  const figures: Figure[] = [];
  const take = async (work: string, run: (task: Task) => Promise<unknown>): Promise<number> => {
    const measured = new MeasuredTask();
    const before = processorTime();
    const total = await measured.run(run);
    const processor = processorTime() - before;
    figures.push({ work, total, processor, ...measured.longest });
    return total;
  };
  await take('counts when it is opened', count);
  await take('counts when it is switched on', count);
  const first = await take(`first view, zoom ${HOME_ZOOM}`, view(HOME_ZOOM));
  await take('names of its marks', names);
  await take('names again', names);
  let slowest = 0;
  for (const zoom of FURTHER_ZOOMS)
    slowest = Math.max(slowest, await take(`zoom ${zoom}`, view(zoom)));
  await take('zoom 6 again, level cached', view(6));
  await take('list of everything', list);
  await take('search index', search);
  const label = places.toLocaleString('en');
  console.log(`\n${label} distinct places\n`);
  console.log(
    '| work | total ms | processor ms | longest step ms | which |\n|---|--:|--:|--:|---|',
  );
  for (const { work, total, processor, milliseconds, name } of figures)
    console.log(
      `| ${work} | ${total.toFixed(0)} | ${processor.toFixed(0)} | ${milliseconds.toFixed(0)} | ${name} |`,
    );
  const longest = Math.max(...figures.map(({ milliseconds }) => milliseconds));
  const verdict = (what: string, found: number, budget: number): boolean => {
    const isKept = found <= budget;
    console.log(
      `${what}: ${found.toFixed(0)} ms, budget ${budget} ms${isKept ? '' : ', **missed**'}`,
    );
    return isKept;
  };
  console.log('');
  return [
    verdict('Longest step', longest, BUDGETS.step),
    verdict('First view', first, BUDGETS.firstView),
    verdict('Slowest further level', slowest, BUDGETS.furtherLevel),
  ].every(Boolean);
}

const asked = process.argv.slice(2).map(Number);
let areKept = true;
for (const places of asked.length > 0 ? asked : PLACES)
  areKept = (await measure(places)) && areKept;
process.exit(areKept ? 0 : 1);
