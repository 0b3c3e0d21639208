import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../src/core/records/figures.ts';
import type { DatasetInfo } from '../../../../src/core/records/dataset-info.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import {
  layOutChart,
  MARGIN,
  stepPoints,
  TRIANGLE,
} from '../../../../src/ui/chart/chart-layout.ts';
import { chartModel, gridCounts } from '../../../../src/ui/chart/chart-model.ts';
import type { Box } from '../../../../src/ui/chart/place-labels.ts';
import { lineForms, totalForms } from '../../../../src/ui/chart/total-words.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../geodata/${name}`, import.meta.url), 'utf8'));
const info = read('dataset.json') as DatasetInfo;
const { features } = read('incidents.geojson') as {
  readonly features: readonly { readonly properties: Incident }[];
};
const records = features.map(({ properties }) => properties);
const model = chartModel({ ...info, findings: findingsOf(records, info) });
const forms = [
  ...model.totals.map(({ counted }) => totalForms(counted)),
  ...model.lines.map((line) => lineForms(line, info.region)),
];
/** A little wider than the letters of the page are on average. */
const text = { widthOf: (line: string) => line.length * 6.2, lineHeight: 17 };

const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each([288, 340, 700, 1100])('the chart of the published totals, %i px wide', (width) => {
  const { scale, labels } = layOutChart(model, forms, width, text);
  const boxes = labels.flatMap((label) => label ?? []);

  it('has a label for each total and line', () => {
    expect(model.totals).toHaveLength(8);
    expect(boxes).toHaveLength(model.totals.length + model.lines.length);
  });

  it('says the number of each total, and from 340 pixels on its unit and who counted', () => {
    model.totals.forEach(({ counted }, position) => {
      const told = forms[position]?.[boxes[position]?.size ?? -1]?.join(' ');
      expect(told).toContain(String(counted.at_least));
      if (width >= 340) expect(told).toBe(forms[position]?.[0]?.join(' '));
    });
  });

  it('keeps its labels apart, in the plot, and off the triangles and lines', () => {
    const marks = model.totals.map(({ day, counted }) => ({
      x: scale.middleOf(day) - TRIANGLE.half,
      y: scale.yOf(counted.at_least) - TRIANGLE.height,
      width: 2 * TRIANGLE.half,
      height: TRIANGLE.height,
    }));
    const points = model.lines.flatMap(({ counts }) => stepPoints(counts, model.days, scale));
    boxes.forEach((box, position) => {
      for (const other of [...boxes.slice(position + 1), ...marks])
        expect(touch(box, other)).toBe(false);
      for (const { x, y } of points)
        expect(touch(box, { x, y, width: 0.1, height: 0.1 })).toBe(false);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(scale.width);
      expect(box.y).toBeGreaterThanOrEqual(-MARGIN.top);
      expect(box.y + box.height).toBeLessThanOrEqual(scale.height);
    });
  });
});

describe('the chart of the published totals', () => {
  it('shows the count of the map for the region and for each governorate that has totals', () => {
    const last = model.days.at(-1);
    expect(model.lines.map(({ governorate, counts }) => [governorate, counts.at(-1)])).toEqual([
      [null, last?.attacks],
      [0, last?.byGovernorate[0]],
    ]);
  });

  it('joins only exact totals of one counter for one area', () => {
    expect(
      model.joined.map((pair) => pair.map(({ counted }) => [counted.who, counted.at_least])),
    ).toEqual([
      [
        ['Community Peacemaker Teams (CPT)', 196],
        ['Community Peacemaker Teams (CPT)', 307],
      ],
    ]);
  });

  it('compares each governorate on the day of the last total that has them all', () => {
    expect(model.shares?.governorates.map(({ counted }) => counted)).toEqual([243, 56, 5, 3]);
    const byThen = model.days.find(({ day }) => day === model.shares?.day);
    expect(model.shares?.governorates.map(({ mapped }) => mapped)).toEqual(byThen?.byGovernorate);
    expect(model.shares?.isDayApproximate).toBe(true);
  });
});

it.each([
  [307, [0, 100, 200, 300]],
  [99, [0, 20, 40, 60, 80]],
  [1, [0, 1]],
  [12, [0, 5, 10]],
  [5_600, [0, 1_000, 2_000, 3_000, 4_000, 5_000]],
])('has lines at round counts up to %i', (highest, counts) => {
  expect(gridCounts(highest)).toEqual(counts);
});
