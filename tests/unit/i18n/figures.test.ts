import { describe, expect, it } from 'vitest';
import type { Figures } from '../../../src/core/records/dataset-info.ts';
import type { CountRange } from '../../../src/core/records/incident.ts';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { firstWords } from '../../../src/i18n/first-words.ts';

const figures: Figures = {
  attacks: { kind: 'count', count: 12_345 },
  few: { kind: 'people', range: [6, 7] },
  many: { kind: 'people', range: [25, 32] },
  exact: { kind: 'people', range: [3, 3] },
  period: {
    kind: 'period',
    period: { from: minuteOf(2026, 2, 28), to: minuteOf(2026, 3, 19) },
  },
  day: { kind: 'day', day: minuteOf(2026, 3, 16) },
};

describe('the sentence about people', () => {
  const sum = (least: number, most: number, incidents: number, possible: CountRange = [0, 0]) => ({
    certain: [least, most] as const,
    possible,
    incidents,
  });
  it.each([
    [
      sum(11, 17, 9),
      sum(37, 57, 15),
      '11 to 17 reported killed, in 9 incidents; 37 to 57 injured, in 15 incidents',
    ],
    [sum(0, 2, 1), sum(0, 0, 0), 'Up to 2 reported killed, in 1 incident; no injuries reported'],
    [sum(0, 0, 0), sum(3, 3, 2), 'No deaths reported; 3 injured, in 2 incidents'],
    [sum(0, 0, 0), sum(0, 0, 0), 'No deaths or injuries reported'],
    [
      sum(2, 2, 3, [4, 6]),
      sum(0, 0, 1, [0, 3]),
      '2, possibly 4 to 6 more reported killed, in 3 incidents; possibly up to 3 injured, in 1 incident',
    ],
  ])('says what reports say, and no 0 for what none says', (killed, injured, sentence) => {
    expect(firstWords.figures.toll(killed, injured)).toBe(sentence);
  });
});

describe('people of incidents, of which some may not count', () => {
  it.each<readonly [certain: CountRange, possible: CountRange, short: string, words: string]>([
    [[2, 2], [0, 0], '2', '2'],
    [[4, 6], [0, 0], '4–6', '4 to 6'],
    [[0, 2], [0, 0], '0–2', 'up to 2'],
    [[0, 0], [1, 1], '1?', 'possibly 1'],
    [[0, 0], [4, 6], '4–6?', 'possibly 4 to 6'],
    [[0, 0], [0, 1], '0–1?', 'possibly up to 1'],
    [[2, 2], [1, 1], '2 +1?', '2, possibly 1 more'],
    [[6, 7], [4, 6], '6–7 +4–6?', '6 or 7, possibly 4 to 6 more'],
  ])('are the ranges %j and, possibly, %j: %s', (certain, possible, short, text) => {
    expect(firstWords.figures.range({ certain, possible })).toBe(short);
    expect(firstWords.figures.people({ certain, possible })).toBe(text);
  });
});

describe('texts that name figures', () => {
  it.each([
    ['{attacks} attacks', '12,345 attacks'],
    ['{few} killed, {many} injured', '6 or 7 killed, 25 to 32 injured'],
    ['{exact} killed by {day}', '3 killed by 16 March'],
    ['Nowhere, {period}', 'Nowhere, 28\u00a0February\u2009–\u200918\u00a0March 2026'],
    ['no figure', 'no figure'],
    ['{nothing} and {toString} stay', '{nothing} and {toString} stay'],
    ['$& and {attacks}', '$& and 12,345'],
  ])('reads %j as %j', (template, text) => {
    expect(firstWords.figures.filled(template, figures)).toBe(text);
  });
});
