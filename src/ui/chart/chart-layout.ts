import type { Minute } from '../../core/time/minute.ts';
import { chartScale, type ChartModel, type ChartScale, type ChartTotal } from './chart-model.ts';
import { placeLabels, type Box, type PlacedLabel, type Point } from './place-labels.ts';

/** A label as lines of text, in each form that it can take: the widest first, the shortest last. */
export type LabelForms = readonly (readonly string[])[];

export type TextSize = {
  /** Width of a line of a label in pixels. */
  widthOf(line: string): number;
  /** Pixels from one line to the next. */
  readonly lineHeight: number;
};

/** Half the width of a total's triangle, and its height, in pixels. Its tip is at the count. */
export const TRIANGLE = { half: 6.5, height: 11 } as const;

/** Pixels around the plot: counts at the left, days below, and the triangle of the highest count above. */
export const MARGIN = { left: 36, right: 4, top: 16, bottom: 24 } as const;

/** A chart that is narrower is higher, so that the labels find room below each other. */
const NARROW = 520;
const HEIGHT = { narrow: 460, wide: 340 } as const;

/** The least height of a label, which is a button (WCAG 2.2, 2.5.8). */
const MIN_TARGET = 24;

/** Pixels that another form of a label must be nearer than the one before it. */
const COST_OF_FORM = [0, 6, 14, 400] as const;

export type ChartLayout = {
  readonly scale: ChartScale;
  /** Of each total, then of each line; undefined: there was no room. */
  readonly labels: readonly (PlacedLabel | undefined)[];
};

/** Where the triangle of a total points to. */
export const tipOf = ({ day, counted }: ChartTotal, scale: ChartScale): Point => ({
  x: scale.middleOf(day),
  y: scale.yOf(counted.at_least),
});

/** A line of counts as pairs of points: level over each day, then up to the next. */
export function stepPoints(
  counts: readonly number[],
  days: readonly { readonly day: Minute }[],
  scale: ChartScale,
): readonly Point[] {
  const column = scale.width / Math.max(days.length, 1);
  return counts.flatMap((count, position) => {
    const [x, y] = [position * column, scale.yOf(count)];
    return [
      { x, y },
      { x: x + column, y },
    ];
  });
}

/** The narrow boxes along a line of level and upright parts. */
const boxesOf = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((to, position) => {
    const from = points[position] ?? to;
    return {
      x: Math.min(from.x, to.x) - 2,
      y: Math.min(from.y, to.y) - 2,
      width: Math.abs(to.x - from.x) + 4,
      height: Math.abs(to.y - from.y) + 4,
    };
  });

/** Small boxes along a slanting line. */
const alongLine = ([from, to]: readonly [Point, Point]): readonly Box[] => {
  const parts = Math.max(1, Math.ceil(Math.abs(to.x - from.x) / 6));
  return Array.from({ length: parts + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / parts - 2,
    y: from.y + ((to.y - from.y) * i) / parts - 2,
    width: 4,
    height: 4,
  }));
};

/**
 * Where everything of a chart of some width is, in pixels from the upper left of its plot. `forms` are the
 * labels of the totals, then those of the lines.
 */
export function layOutChart(
  model: ChartModel,
  forms: readonly LabelForms[],
  width: number,
  text: TextSize,
): ChartLayout {
  const height = width < NARROW ? HEIGHT.narrow : HEIGHT.wide;
  const scale = chartScale(model, Math.max(width - MARGIN.left - MARGIN.right, 1), height);
  const lines = model.lines.map(({ counts }) => stepPoints(counts, model.days, scale));
  const tips = model.totals.map((total) => tipOf(total, scale));
  const triangles = tips.map(({ x, y }) => ({
    x: x - TRIANGLE.half,
    y: y - TRIANGLE.height,
    width: 2 * TRIANGLE.half,
    height: TRIANGLE.height,
  }));
  const anchors = [
    ...tips.map(({ x, y }) => ({ x, y: y - TRIANGLE.height / 2 })),
    ...lines.map((points) => points.at(-1) ?? { x: 0, y: 0 }),
  ];
  const requests = anchors.map((anchor, position) => ({
    anchor,
    sizes: (forms[position] ?? []).map((form, i) => ({
      width: Math.max(...form.map((line) => text.widthOf(line))),
      height: Math.max(MIN_TARGET, form.length * text.lineHeight),
      cost: COST_OF_FORM[i] ?? 0,
    })),
  }));
  const bounds = {
    x: 2,
    y: -MARGIN.top,
    width: scale.width - 2,
    height: height + MARGIN.top - 2,
  };
  const avoided = model.joined.flatMap(([from, to]) =>
    alongLine([tipOf(from, scale), tipOf(to, scale)]),
  );
  const obstacles = [...triangles, ...lines.flatMap(boxesOf)];
  return { scale, labels: placeLabels(requests, { bounds, obstacles, avoided }) };
}
