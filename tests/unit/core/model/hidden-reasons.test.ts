import { filterOf } from '../../../../src/core/filters/filter.ts';
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
  const hours = { kind: 'hours', field: 'hours', from: 0, to: 60 } as const;
  const parts = { hidden: ['energy'], text: 'oil', only: ['attacks', 'deaths'] as const };
  expect(filterParts([...filterOf({ ...parts, knownBefore: 5 }), hours])).toEqual([
    ['search', filterOf({ text: 'oil' })],
    ['attacks', filterOf({ only: ['attacks'] })],
    ['deaths', filterOf({ only: ['deaths'] })],
    ['known', filterOf({ knownBefore: 5 })],
    [hours, [hours]],
  ]);
  expect(filterParts(filterOf({ hidden: ['energy'] }))).toEqual([]);
});

it('widens a window to hold a record', () => {
  expect(joinedWindow(window, { from: 30, to: 31 })).toEqual({ from: 10, to: 31 });
  expect(joinedWindow(window, { from: 1, to: 2 })).toEqual({ from: 1, to: 20 });
});
