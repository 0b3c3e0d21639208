import { describe, expect, it } from 'vitest';
import { contentOfIncident } from '../../../../src/core/records/incident-schema.ts';
import { DAY, isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { totalMarks } from '../../../../src/ui/timeline/mark-lane.ts';
import { madeUp } from '../../core/records/made-up-incidents.ts';

const START = minuteOf(2026, 2, 28);

const categories = { outcome: 0, weapon: 0, attributed: 0 };

const total = (row: number, id: string, time: string, days: number) => ({
  row,
  layer: 0,
  dataset: 0,
  categories,
  ...contentOfIncident(madeUp({ id, kind: 'total', time })),
  span: { from: START, to: START + days * DAY },
});

describe('`totalMarks`', () => {
  it('are on the day that the record names, also if its range is wider', () => {
    const apart = [
      total(0, 'b-about', '2026-02-28/2026-03-16~', 18),
      total(1, 'c-month', '2026-02/2026-03', 30),
      total(2, 'a-day', '2026-02-28/2026-03-08', 9),
      {
        row: 3,
        layer: 0,
        dataset: 0,
        categories,
        ...contentOfIncident(madeUp({ kind: 'series' })),
        span: { from: START, to: START + DAY },
      },
    ];
    expect(
      totalMarks(apart).map(({ asOf, isApproximate }) => [isoText(asOf), isApproximate]),
    ).toEqual([
      ['2026-03-08', false],
      ['2026-03-16', true],
      ['2026-03-29', false],
    ]);
  });
});

describe('the sources of a total', () => {
  const report = {
    published: '2000-01-02',
    title: null,
    url: 'https://example.org/',
    language: 'en',
    says: 'Made up.',
  };

  it('are named once each, as they are first written', () => {
    const recorded = total(0, 'a', '2026-03-08', 1);
    const named = ['Al-Made Up', 'Other', 'AL MADE UP '].map((publisher) => ({
      ...report,
      publisher,
    }));
    const [mark] = totalMarks([
      { ...recorded, ...contentOfIncident(madeUp({ kind: 'total', reports: named })) },
    ]);
    expect(mark?.publishers).toEqual(['Al-Made Up', 'Other']);
  });
});

describe('`totalMarks` in an early year', () => {
  it('are on their own day', () => {
    const marks = totalMarks([total(0, 'a', '-0043-01-01/-0043-03-15', 9)]);
    expect(marks.map(({ asOf }) => isoText(asOf))).toEqual(['-0043-03-15']);
  });
});
