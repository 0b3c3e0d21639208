import { median } from './bench-page.ts';
import type { SetFigures } from './measure-set.ts';

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 64;
const RIGHT = 190;
const TOP = 24;
const BOTTOM = 44;

/** Milliseconds at the foot and at the head of the plot. */
const LEAST = 1;
const MOST = 10_000;

const CURVES: readonly {
  readonly name: string;
  readonly color: string;
  readonly of: (figures: SetFigures) => number;
}[] = [
  { name: 'painted frame', color: '#005a94', of: ({ painted }) => median(painted) },
  { name: 'bare repaint', color: '#767060', of: ({ bare }) => median(bare) },
  { name: 'work with MapLibre', color: '#c24f00', of: ({ withMap }) => median(withMap) },
  { name: 'own work', color: '#00805a', of: ({ own }) => median(own) },
  { name: 'first view, in the worker', color: '#9a4f9e', of: ({ firstView }) => firstView },
];

const part = (value: number, least: number, most: number): number =>
  Math.log(value / least) / Math.log(most / least);

/** A plot of milliseconds over records, both logarithmic. */
export function costCurve(figures: readonly SetFigures[]): string {
  const records = figures.map((one) => one.records);
  const least = Math.min(...records);
  const most = Math.max(...records);
  const x = (count: number): number => LEFT + part(count, least, most) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - part(Math.max(value, LEAST), LEAST, MOST) * (HEIGHT - TOP - BOTTOM);
  const grid = [1, 10, 100, 1_000, 10_000].map(
    (value) =>
      `<path d="M${LEFT} ${y(value).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd8cc"/>` +
      `<text x="${LEFT - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value.toLocaleString('en')}</text>`,
  );
  const columns = records.map(
    (count) =>
      `<text x="${x(count).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${count.toLocaleString('en', { notation: 'compact' })}</text>`,
  );
  const ends = CURVES.map(({ of }) => y(of(figures.at(-1) as SetFigures)));
  const drawn = CURVES.map(({ name, color, of }, i) => {
    const points = figures.map((one) => `${x(one.records).toFixed(1)} ${y(of(one)).toFixed(1)}`);
    const dots = figures.map(
      (one) => `<circle cx="${x(one.records).toFixed(1)}" cy="${y(of(one)).toFixed(1)}" r="3"/>`,
    );
    const clash = ends.slice(0, i).some((end) => Math.abs(end - (ends[i] ?? 0)) < 13) ? 14 : 0;
    return (
      `<g fill="${color}"><path d="M${points.join('L')}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}` +
      `<text x="${WIDTH - RIGHT + 10}" y="${((ends[i] ?? 0) + 4 + clash).toFixed(1)}">${name}</text></g>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#3f3b31">\n` +
    `<title>Milliseconds of a scrub step, median, over the number of records</title>\n` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fffefa"/>\n` +
    [...grid, ...columns, ...drawn].join('\n') +
    `\n<text x="${LEFT - 8}" y="14" text-anchor="end">ms</text>\n<text x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end">records</text>\n</svg>\n`
  );
}
