import { describe, expect, it } from 'vitest';
import type { CountRange } from '../../../../src/core/records/incident.ts';
import { PART_SEPARATOR } from '../../../../src/core/fields/field-key.ts';
import { attributionGroups, firstGroups } from '../../../../src/ui/charts/attribution-groups.ts';
import { columnPath } from '../../../../src/ui/charts/column-path.ts';
import { deathColumns } from '../../../../src/ui/charts/death-columns.ts';
import {
  bothNotGiven,
  countWords,
  highestOf,
  valueCounts,
} from '../../../../src/ui/charts/value-counts.ts';
import {
  BLOCKS,
  possiblyMore,
  weekBlocks,
  withoutHour,
} from '../../../../src/ui/charts/week-blocks.ts';

const counted = (value: string, certain: number, possible = 0) => ({ value, certain, possible });

const facet = (counts: Readonly<Record<string, number>>) => ({
  kind: 'values' as const,
  field: 'weapon',
  values: Object.keys(counts),
  certain: Uint32Array.from(Object.values(counts)),
  possible: new Uint32Array(Object.keys(counts).length),
  order: 'shown' as const,
  more: 0,
});

describe('the values of two periods', () => {
  const rows = valueCounts(facet({ drone: 5, '': 0 }), facet({ '': 1, drone: 12 }));

  it('are found by name, share one scale and are read out with their letters', () => {
    expect(rows.map((row) => countWords(row).replaceAll(/\s/g, ' '))).toEqual([
      'A: 5 incidents; B: 12 incidents',
      'A: no incidents; B: 1 incident',
    ]);
    expect(highestOf(rows)).toBe(12);
    expect(bothNotGiven(rows)?.replaceAll(/\s/g, ' ')).toBe('A: no incidents; B: 1 incident');
  });

  it('say what only the second period does not', () => {
    const both = bothNotGiven(valueCounts(facet({ drone: 5 }), facet({ drone: 1, '': 3 })));
    expect(both?.replaceAll(/\s/g, ' ')).toBe('A: no incidents; B: 3 incidents');
    expect(valueCounts(undefined, facet({ '': 3 }))).toEqual([]);
  });

  it('are of one where one is shown', () => {
    const [drone] = valueCounts(facet({ drone: 5 }));
    expect(drone && countWords(drone).replaceAll(/\s/g, ' ')).toBe('5 incidents');
    expect(bothNotGiven(valueCounts(facet({ '': 5 })))).toBeUndefined();
  });

  it('keep an attribution that is of B alone', () => {
    const ofB = { ...counted(`A${PART_SEPARATOR}x`, 0), second: counted('', 1) };
    expect(attributionGroups([ofB])).toHaveLength(1);
  });
});

describe('attributions', () => {
  const named = (actor: string, by: string) => counted(`${actor}${PART_SEPARATOR}${by}`, 1);
  const groups = attributionGroups([
    named('A', 'x'),
    counted('', 9),
    named('B', 'x'),
    named('A', 'y'),
  ]);

  it('are listed by actor, in the order of the values, without what is not given', () => {
    expect(groups.map(({ actor, named: by }) => [actor, ...by.map((one) => one.by)])).toEqual([
      ['A', 'x', 'y'],
      ['B', 'x'],
    ]);
  });

  it('are listed with all who name the first actors', () => {
    expect(firstGroups(groups, 1)).toEqual(groups.slice(0, 1));
    expect(firstGroups(groups, 3)).toEqual(groups);
  });
});

describe('hours of the week', () => {
  /** An hour on Monday night is certain; another incident may be at any hour of Sunday. */
  const week = (certain: number) => ({
    ...facet({ '': 1, '1-0': certain }),
    blocks: {
      certain: Uint32Array.from({ length: 7 * BLOCKS }, (_, at) => (at === 0 ? certain : 0)),
      possible: Uint32Array.from({ length: 7 * BLOCKS }, (_, at) => (at >= 6 * BLOCKS ? 1 : 0)),
    },
  });

  it('are in blocks as they were counted: what may be in several hours of one is in it once', () => {
    const blocks = weekBlocks(week(3));
    expect(blocks).toHaveLength(7 * BLOCKS);
    expect(blocks[0]).toMatchObject({ weekday: 0, from: 0, to: 3, certain: 3, possible: 0 });
    expect(blocks.at(-1)).toMatchObject({ weekday: 6, from: 21, to: 24, certain: 0, possible: 1 });
    expect(blocks.at(-1)?.values).toEqual(['7-21', '7-22', '7-23']);
    expect(new Set(blocks.flatMap(({ values }) => values)).size).toBe(7 * 24);
    expect(possiblyMore(blocks)).toEqual([0, 1]);
  });

  it('are compared block by block', () => {
    const blocks = weekBlocks(week(1), week(4));
    expect(blocks[0]).toMatchObject({ certain: 1, second: { certain: 4 } });
    expect(blocks[1]?.second).toEqual({ certain: 0, possible: 0 });
    expect(weekBlocks(undefined)[0]).toMatchObject({ certain: 0, possible: 0, second: undefined });
  });

  it('leave out incidents without a known hour, and say how many', () => {
    expect(withoutHour([counted('1-0', 2), counted('', 5, 2)])).toBe(7);
  });
});

describe('deaths over time', () => {
  const edges = [0, 10, 20, 30];
  const deaths = (
    from: number,
    to: number,
    certain: CountRange,
    possible: CountRange = [0, 0],
  ) => ({
    range: { from, to },
    killed: { certain, possible },
    isInBin: to - from <= 10,
    band: undefined,
  });

  it('are a least and what may be added, by column', () => {
    expect(deathColumns([deaths(10, 20, [1, 4], [4, 6]), deaths(20, 30, [2, 2])], edges)).toEqual({
      least: [0, 1, 2],
      more: [0, 9, 0],
      spans: [],
    });
  });

  it('lie over all columns that they may be in, also beyond the axis', () => {
    expect(
      deathColumns([deaths(0, 20, [0, 1]), deaths(-Infinity, Infinity, [1, 1])], edges),
    ).toEqual({
      least: [0, 0, 0],
      more: [0, 0, 0],
      spans: [
        { first: 0, last: 2, killed: { certain: [0, 1], possible: [0, 0] } },
        { first: 0, last: 3, killed: { certain: [1, 1], possible: [0, 0] } },
      ],
    });
  });
});

describe('columns of a chart', () => {
  it('are drawn upwards, and empty ones not at all', () => {
    expect(
      columnPath(
        [
          { from: 0, to: 4 },
          { from: 2, to: 2 },
          { from: 2, to: 3 },
        ],
        4,
      ),
    ).toBe('M0 1.0000V0.0000h1V1.0000zM2 0.5000V0.2500h1V0.5000z');
  });
});
