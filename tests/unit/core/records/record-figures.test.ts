/** All records here are made up. */
import { expect, it } from 'vitest';
import { recordFigures } from '../../../../src/core/records/record-figures.ts';
import { madeUp } from './made-up-incidents.ts';

const annotations = [
  {
    title: { en: 'Made up' },
    short: { en: 'Made up' },
    text: { en: 'nothing of it happened' },
    incidents: ['one', 'two'],
    view: { from: '2026-03-01', to: '2026-03-02', record: 'one' },
  },
];

it('gives what the records of annotations say of people, and nothing of what they do not say', () => {
  const records = [
    madeUp({ id: 'one', killed: [4, 6], injured: null }),
    madeUp({ id: 'two', killed: [0, 0], injured: [1, 1] }),
    madeUp({ id: 'three', killed: [9, 9] }),
  ];
  expect(recordFigures(records, { annotations })).toEqual({
    'killed.of.one': { kind: 'people', range: [4, 6] },
    'killed.of.two': { kind: 'people', range: [0, 0] },
    'injured.of.two': { kind: 'people', range: [1, 1] },
  });
});
