import { expect, it } from 'vitest';
import {
  filterParts,
  hiddenReasons,
  joinedWindow,
} from '../../../../src/core/model/hidden-reasons.ts';

const window = { from: 10, to: 20 };
const shown = { span: { from: 12, to: 13 }, window, isLayerOn: true, filteredBy: [] };

it.each([
  [{}, []],
  [{ span: { from: 0, to: 10 } }, ['window']],
  [{ span: { from: 20, to: 21 } }, ['window']],
  [{ span: { from: 0, to: 11 } }, []],
  [{ isLayerOn: false }, ['layer']],
  [{ filteredBy: ['search'] as const }, ['search']],
  [
    { span: { from: 30, to: 31 }, isLayerOn: false, filteredBy: ['known', 'deaths'] as const },
    ['window', 'layer', 'known', 'deaths'],
  ],
])('says why a mark with %j is hidden', (changed, reasons) => {
  expect(hiddenReasons({ ...shown, ...changed })).toEqual(reasons);
});

it('takes a filter apart, but for its layers', () => {
  const hidden = new Set<string>();
  const filter = { hidden: new Set(['energy']), text: 'oil', only: new Set(['deaths'] as const) };
  expect(filterParts({ ...filter, knownBefore: 5 })).toEqual([
    ['search', { hidden, text: 'oil' }],
    ['known', { hidden, text: '', knownBefore: 5 }],
    ['deaths', { hidden, text: '', only: new Set(['deaths']) }],
  ]);
  expect(filterParts({ hidden: new Set(['energy']), text: '' })).toEqual([]);
});

it('widens a window to hold a record', () => {
  expect(joinedWindow(window, { from: 30, to: 31 })).toEqual({ from: 10, to: 31 });
  expect(joinedWindow(window, { from: 1, to: 2 })).toEqual({ from: 1, to: 20 });
});
