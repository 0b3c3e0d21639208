import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_RECORD_LIST, type RecordList } from '../../../../src/core/index/record-list.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import {
  LINE_HEIGHTS,
  ListLines,
  scaledHeights,
  type SectionKind,
} from '../../../../src/ui/list/list-lines.ts';

type Shape = {
  readonly days: readonly { readonly cards: number; readonly length: number }[];
  readonly series: number;
  readonly totals: number;
};

function listingOfShape({ days, series, totals }: Shape): RecordList {
  const starts = days.reduce<number[]>(
    (list, { cards }) => [...list, (list.at(-1) ?? 0) + cards],
    [0],
  );
  const incidents = starts.at(-1) ?? 0;
  return {
    ...EMPTY_RECORD_LIST,
    rows: Uint32Array.from({ length: incidents + series + totals }, (_, row) => row),
    incidents,
    series,
    totals,
    certain: incidents,
    days: {
      length: days.length,
      from: Int32Array.from(days, (_, day) => day * DAY),
      to: Int32Array.from(days, ({ length }, day) => (day + length) * DAY),
      start: Uint32Array.from(starts),
      certain: Uint32Array.from(days, ({ cards }) => cards),
      certainHalts: new Uint32Array(days.length),
      possibleHalts: new Uint32Array(days.length),
      isUndated: new Uint8Array(days.length),
    },
  };
}

type Line = {
  readonly kind: SectionKind | 'card';
  readonly section: number;
  readonly position: number;
  readonly top: number;
  readonly height: number;
};

/** Every line of the list, one after the other. */
function allLines({ days, series, totals }: Shape): readonly Line[] {
  const sections: { kind: SectionKind; cards: number }[] = days.map(({ cards, length }) => ({
    kind: length === 1 ? 'day' : 'stretch',
    cards,
  }));
  if (series > 0) sections.push({ kind: 'series', cards: series });
  if (totals > 0) sections.push({ kind: 'totals', cards: totals });
  const lines: Line[] = [];
  let top = 0;
  let position = 0;
  sections.forEach(({ kind, cards }, section) => {
    const height = kind === 'series' || kind === 'totals' ? 'apart' : kind;
    lines.push({ kind, section, position, top, height: LINE_HEIGHTS[height] });
    top += LINE_HEIGHTS[height];
    for (let card = 0; card < cards; card++) {
      lines.push({ kind: 'card', section, position, top, height: LINE_HEIGHTS.card });
      top += LINE_HEIGHTS.card;
      position++;
    }
  });
  return lines;
}

const shapes = fc.record({
  days: fc.array(
    fc.record({ cards: fc.integer({ min: 1, max: 9 }), length: fc.integer({ min: 1, max: 3 }) }),
    { maxLength: 12 },
  ),
  series: fc.integer({ min: 0, max: 4 }),
  totals: fc.integer({ min: 0, max: 4 }),
});
const offsets = fc.integer({ min: -500, max: 12_000 });

describe('`ListLines`', () => {
  it('follow each other to the end of the list', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const lines = new ListLines(listingOfShape(shape));
        const all = allLines(shape);
        const last = all.at(-1);
        expect(lines.height).toBe(last ? last.top + last.height : 0);
        for (const { kind, position, top } of all)
          if (kind === 'card') expect(lines.topOf(position)).toBe(top);
      }),
    );
  });

  it('finds exactly the lines between two offsets', () => {
    fc.assert(
      fc.property(shapes, offsets, fc.integer({ min: 1, max: 2_000 }), (shape, from, length) => {
        const to = from + length;
        const parts = new ListLines(listingOfShape(shape)).between(from, to);
        const seen = allLines(shape).filter(({ top, height }) => top < to && top + height > from);
        const cards = seen.filter(({ kind }) => kind === 'card');
        expect(
          parts.flatMap(({ first, end }) =>
            Array.from({ length: end - first }, (_, card) => first + card),
          ),
        ).toEqual(cards.map(({ position }) => position));
        expect(parts.map(({ section }) => section)).toEqual([
          ...new Set(seen.map(({ section }) => section)),
        ]);
      }),
    );
  });

  it('keeps the positions of lines if a heading is added', () => {
    fc.assert(
      fc.property(shapes, offsets, (shape, from) => {
        const lines = new ListLines(listingOfShape(shape));
        const headings = allLines(shape).filter(({ kind }) => kind !== 'card');
        for (const { section, kind, top, height, first, end } of lines.between(from, from + 700)) {
          const heading = headings[section];
          expect(kind).toBe(heading?.kind);
          expect(top).toBeGreaterThanOrEqual(heading?.top ?? Infinity);
          if (end > first) expect(top + (heading?.height ?? 0)).toBe(lines.topOf(first));
          expect(height).toBe((heading?.height ?? 0) + (end - first) * LINE_HEIGHTS.card);
        }
      }),
    );
  });

  it('finds the section of a line', () => {
    fc.assert(
      fc.property(shapes, offsets, (shape, offset) => {
        const above = allLines(shape).filter(({ top }) => top <= offset);
        const section = new ListLines(listingOfShape(shape)).sectionAt(offset);
        expect(section).toBe(above.at(-1)?.section ?? 0);
      }),
    );
  });

  it('has no lines for an empty list', () => {
    const lines = new ListLines(EMPTY_RECORD_LIST);
    expect(lines.height).toBe(0);
    expect(lines.between(-100, 1_000)).toEqual([]);
  });

  it('scales with the font size of the reader', () => {
    const listing = listingOfShape({ days: [{ cards: 3, length: 1 }], series: 0, totals: 0 });
    const { day, card } = LINE_HEIGHTS;
    expect(new ListLines(listing, scaledHeights(2)).height).toBe(2 * (day + 3 * card));
  });
});
