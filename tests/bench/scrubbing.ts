/** What scrubbing and filtering cost, against the budgets of README.md; writes `cost-curve.svg`. */
import { writeFileSync } from 'node:fs';
import { median, quantile } from './bench-page.ts';
import { costCurve } from './cost-curve.ts';
import { measureChanges } from './measure-changes.ts';
import { measureSet, withBenchSite, type SetFigures } from './measure-set.ts';
import { measureOtherWays } from './other-ways.ts';

const CURVE = [10_000, 100_000, 1_000_000, 4_000_000];
const LARGE = 1_000_000;
const SMALL = 10_000;
/** A closer level at which the small set has about as many marks as the large one at home. */
const SMALL_CLOSER = '&map=5.6/34.5/44.4';
const OTHER_WINDOWS = 7;

const lines: string[] = [];
const budgets: boolean[] = [];

function check(measure: string, value: number, budget: number, unit = ''): void {
  const isKept = value <= budget;
  budgets.push(isKept);
  lines.push(
    `| ${measure} | ${value.toFixed(2)}${unit} | ≤ ${budget}${unit} | ${isKept ? 'kept' : '**missed**'} |`,
  );
}

function checkAtLeast(measure: string, value: number, least: number): void {
  const isKept = value >= least;
  budgets.push(isKept);
  lines.push(
    `| ${measure} | ${value.toFixed(0)} × | ≥ ${least} × | ${isKept ? 'kept' : '**missed**'} |`,
  );
}

const ms = (values: readonly number[]): string =>
  `${median(values).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function rowOf(figures: SetFigures): string {
  const { records, marks, bare, painted, own, withMap, opened, firstView, bytes } = figures;
  const cells = [
    records.toLocaleString('en'),
    marks.toString(),
    ms(own),
    ms(withMap),
    ms(painted),
    ms(bare),
    `${opened.toFixed(0)} + ${firstView.toFixed(0)}`,
    `${megabytes(bytes.table)} + ${megabytes(bytes.index)} + ${megabytes(bytes.page)}`,
    megabytes(bytes.text),
  ];
  return `| ${cells.join(' | ')} |`;
}

await withBenchSite(async (at) => {
  const curve: SetFigures[] = [];
  const measured = async (records: number, query = ''): Promise<SetFigures> => {
    const figures = await measureSet(at, records, query);
    // It takes half an hour: what is known is said at once.
    console.error(rowOf(figures));
    return figures;
  };
  for (const records of CURVE) curve.push(await measured(records));
  const large = curve.find(({ records }) => records === LARGE);
  if (!large) throw new Error('The curve leaves out what the budgets are about.');
  const small = await measured(SMALL, SMALL_CLOSER);
  const changes = await measureChanges(at, LARGE);
  console.error(changes);
  const others = await measureOtherWays(at, LARGE, OTHER_WINDOWS);

  const step = median(large.painted);
  const work = median(large.withMap);
  const bare = { median: median(large.bare), p95: quantile(large.bare, 0.95) };
  check('scrub step painted against bare repaint, median', step / bare.median, 1.2);
  check('… 95th percentile', quantile(large.painted, 0.95) / bare.p95, 1.5);
  check(
    `main-thread work of a step, 1 M (${large.marks} marks) against 10 k (${small.marks} marks)`,
    work / median(small.withMap),
    1.5,
  );
  check('own main-thread work of a step at 1 M, median', median(large.own), 4, ' ms');
  check('… with MapLibre’s share', work, 10, ' ms');
  checkAtLeast('painted step against setFilter on raw points', median(others.setFilter) / step, 30);
  checkAtLeast('main-thread work against setFilter', median(others.setFilter) / work, 30);
  const floor = median(others.supercluster) / bare.median;
  lines.push(
    `| painted step against supercluster rebuilt (a bare repaint: ${floor.toFixed(0)} ×) | ${(median(others.supercluster) / step).toFixed(0)} × | – | reported |`,
  );
  checkAtLeast('main-thread work against supercluster', median(others.superclusterWork) / work, 30);
  for (const { name, painted, longest } of changes) {
    check(`${name}, input to painted`, painted, 150, ' ms');
    check('… longest block of the page', longest, 50, ' ms');
  }
  check('first view at 1 M in the worker, opening left out', large.firstView / 1000, 1, ' s');
  const { table, index, page } = large.bytes;
  check('typed arrays of table, index and page at 1 M', (table + index + page) / 1e6, 120, ' MB');

  console.log('| measure | found | budget | |\n| --- | --: | --: | --- |');
  console.log(lines.join('\n'));
  console.log(
    '\n| records | marks | own ms | with MapLibre ms | painted ms | bare ms | open + first view ms | MB table + index + page | MB text |',
  );
  console.log('| --: | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const figures of [...curve, small]) console.log(rowOf(figures));
  console.log(
    `\nsetFilter ${ms(others.setFilter)} ms, supercluster ${ms(others.supercluster)} ms ` +
      `(its script alone ${ms(others.superclusterWork)} ms), loading raw points ${(others.loading / 1000).toFixed(1)} s`,
  );
  writeFileSync(new URL('cost-curve.svg', import.meta.url), costCurve(curve));
});
process.exitCode = budgets.every(Boolean) ? 0 : 1;
