/**
 * What filters and facets cost in the worker, for a million made-up records and twelve facets: each step of
 * the window, each change of a filter, and the memory of the columns. Run with `npx tsx tests/bench/facets.ts`.
 */
import { LruCache } from '../../src/core/base/lru-cache.ts';
import { UNINTERRUPTED } from '../../src/core/base/task.ts';
import type { Clause } from '../../src/core/filters/clause.ts';
import { EMPTY_FILTER, type Filter } from '../../src/core/filters/filter.ts';
import { MergedIndex } from '../../src/core/index/merged-index.ts';
import { TableIndex } from '../../src/core/index/table-index.ts';
import type { LevelPyramid } from '../../src/core/layout/level-pyramid.ts';
import { DAY } from '../../src/core/time/minute.ts';
import type { TimeRange } from '../../src/core/time/time-range.ts';
import { median, quantile } from './bench-page.ts';
import { madeUpTable, MADE_UP_PERIOD } from './made-up-table.ts';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const FIELDS = [
  'target',
  'weapon',
  'effect',
  'status',
  'actor',
  'attributed-by',
  'place',
  'governorate',
  'place-precision',
  'time-precision',
  'killed',
  'publisher',
];
const STEPS = 40;

const table = madeUpTable(RECORDS);
const own = new TableIndex(table, 0, [], () => undefined);
const index = new MergedIndex([own], new LruCache<LevelPyramid>(6));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** As the charts order them. */
const facets = FIELDS.map((field) => ({ field, search: '', limit: 12, order: 'shown' as const }));
const count = (filter: Filter, window: TimeRange, rest = MADE_UP_PERIOD) =>
  index.facets({ filter, extent: undefined, window, orderedIn: [rest], facets }, UNINTERRUPTED);

const built = await timed(() => index.fields(UNINTERRUPTED));
console.log(
  `columns built: ${built.toFixed(0)} ms, ${(own.fields.bytes / RECORDS).toFixed(1)} bytes a row`,
);
console.log(
  (await index.fields(UNINTERRUPTED))
    .map(({ key, kind, distinct }) => `${key} ${kind} ${distinct}`)
    .join(', '),
);

const { from, to } = MADE_UP_PERIOD;
const windows: Readonly<Record<string, number>> = {
  'a day': DAY,
  'a week': 7 * DAY,
  'a month': 30 * DAY,
  'half a year': 182 * DAY,
  all: to - from,
};
const some: Clause[] = [
  { kind: 'values', field: 'weapon', values: ['drone', 'missile'], excluded: [] },
  { kind: 'values', field: 'status', values: [], excluded: ['disputed'] },
  { kind: 'hours', field: 'hours', from: 18 * 60, to: 6 * 60 },
];
console.log(
  '| filter | window | step ms, median / 95 % | at rest, with a new order |\n|---|---|--:|--:|',
);
for (const [name, filter] of [
  ['none', EMPTY_FILTER],
  ['three clauses', some],
] as const)
  for (const [label, length] of Object.entries(windows)) {
    await count(filter, MADE_UP_PERIOD);
    const times: number[] = [];
    const rests: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const start = from + Math.floor(((to - from - length) * step) / STEPS);
      const window = { from: start, to: start + length };
      times.push(await timed(() => count(filter, window)));
      rests.push(await timed(() => count(filter, window, window)));
    }
    console.log(
      `| ${name} | ${label} | ${median(times).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} | ${median(rests).toFixed(1)} / ${quantile(rests, 0.95).toFixed(1)} |`,
    );
  }

console.log('| change of a filter, work of the worker | ms, median of 5 |\n|---|--:|');
const view = {
  zoom: 5,
  extent: undefined,
  window: MADE_UP_PERIOD,
  selected: undefined,
  scheme: 'target',
} as const;
const parts: Record<string, number[]> = {};
const note = (name: string, ms: number): void => void (parts[name] ??= []).push(ms);
for (const value of ['drone', 'missile', 'rocket', 'artillery', 'airstrike']) {
  const filter: Filter = [{ kind: 'values', field: 'weapon', values: [value], excluded: [] }];
  note('counts', await timed(() => index.counts(filter, 'target', undefined, UNINTERRUPTED)));
  note('marks of the home view', await timed(() => index.view(filter, view, UNINTERRUPTED)));
  note('facets', await timed(() => count(filter, MADE_UP_PERIOD)));
}
for (const [name, all] of Object.entries(parts))
  console.log(`| ${name} | ${median(all).toFixed(0)} |`);
