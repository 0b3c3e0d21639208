import { expect, it } from 'vitest';
import { hiddenReasons, joinedWindow } from '../../../../src/core/model/hidden-reasons.ts';

const window = { from: 10, to: 20 };
const shown = { span: { from: 12, to: 13 }, window, isLayerOn: true, isFound: true };

it.each([
  [{}, []],
  [{ span: { from: 0, to: 10 } }, ['window']],
  [{ span: { from: 20, to: 21 } }, ['window']],
  [{ span: { from: 0, to: 11 } }, []],
  [{ isLayerOn: false }, ['layer']],
  [{ isFound: false }, ['search']],
  [{ span: { from: 30, to: 31 }, isLayerOn: false, isFound: false }, ['window', 'layer', 'search']],
])('says why a mark with %j is hidden', (changed, reasons) => {
  expect(hiddenReasons({ ...shown, ...changed })).toEqual(reasons);
});

it('widens a window to hold a record', () => {
  expect(joinedWindow(window, { from: 30, to: 31 })).toEqual({ from: 10, to: 31 });
  expect(joinedWindow(window, { from: 1, to: 2 })).toEqual({ from: 1, to: 20 });
});
