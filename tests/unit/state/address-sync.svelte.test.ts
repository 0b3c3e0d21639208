import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AddressParts } from '../../../src/core/view/view-address.ts';
import { OPENING_VIEW, type Camera, type ViewState } from '../../../src/core/view/view-state.ts';
import { AddressSync } from '../../../src/state/address-sync.svelte.ts';
import { HandClock } from './hand-clock.ts';

const camera = (lon: number): Camera => ({ lon, lat: 36, zoom: 7 });

let written: readonly (readonly ['push' | 'replace', string])[];
let view = $state.raw<ViewState>(OPENING_VIEW);
let isMoving = $state.raw(false);
let clock: HandClock;

const text = (parts: AddressParts): string =>
  [...parts].map(([name, value]) => `${name}=${value}`).join('&');

beforeEach(() => {
  written = [];
  view = OPENING_VIEW;
  isMoving = false;
  clock = new HandClock();
  const sync = new AddressSync(
    {
      read: () => new Map(),
      push: (parts) => (written = [...written, ['push', text(parts)]]),
      replace: (parts) => (written = [...written, ['replace', text(parts)]]),
      linkTo: text,
      onTravel: () => () => undefined,
    },
    clock,
    {
      get view() {
        return view;
      },
      get isMoving() {
        return isMoving;
      },
      cameraNow: undefined,
      restore: () => [],
      tellUnread: () => undefined,
    },
  );
  sync.restore();
  flushSync();
});

describe('the address', () => {
  it('gets a new stop for Back when the reader chooses something', () => {
    view = { ...view, targets: ['energy'] };
    flushSync();
    expect(written).toEqual([['push', 'layers=energy']]);
  });

  it('is changed in place, once, when the map has come to rest', () => {
    for (const lon of [44, 44.1, 44.2]) {
      view = { ...view, camera: camera(lon) };
      flushSync();
      clock.pass(50);
    }
    expect(written).toEqual([]);
    clock.pass(1000);
    expect(written).toEqual([['replace', 'map=7.00/36.0000/44.2000']]);
  });

  it('waits while the window moves, and then gets one stop', () => {
    isMoving = true;
    view = { ...view, window: { from: 0, to: 1440 } };
    flushSync();
    view = { ...view, window: { from: 0, to: 2880 } };
    flushSync();
    expect(written).toEqual([]);
    isMoving = false;
    flushSync();
    expect(written).toEqual([['push', 'from=1970-01-01&to=1970-01-03']]);
  });
});
