import { beforeEach, describe, expect, it } from 'vitest';
import type { AddressParts } from '../../../src/core/view/view-address.ts';
import { AddressWriter } from '../../../src/state/address-writer.ts';
import { HandClock } from './hand-clock.ts';

const parts = (query: string): AddressParts => new Map(new URLSearchParams(query));
const text = (written: AddressParts): string =>
  [...written].map((part) => part.join('=')).join('&');

let written: string[];
let clock: HandClock;
let writer: AddressWriter;

beforeEach(() => {
  written = [];
  clock = new HandClock();
  const bar = {
    read: () => new Map(),
    push: (next: AddressParts) => void written.push(`push ${text(next)}`),
    replace: (next: AddressParts) => void written.push(`replace ${text(next)}`),
    linkTo: text,
    onTravel: () => () => undefined,
  };
  writer = new AddressWriter(bar, clock);
  writer.begin(parts('from=2026-03-01&to=2026-03-05'));
});

describe('the address', () => {
  it('gets a new stop for Back when the reader chooses something', () => {
    writer.write(parts('from=2026-03-01&to=2026-03-05&layers=energy'));
    expect(written).toEqual(['push from=2026-03-01&to=2026-03-05&layers=energy']);
  });

  it('is left alone while nothing has changed', () => {
    writer.write(parts('to=2026-03-05&from=2026-03-01'));
    clock.pass(10_000);
    expect(written).toEqual([]);
  });

  it('is changed in place, once, when the map has come to rest', () => {
    for (const lon of ['44.1', '44.2', '44.3']) {
      writer.write(parts(`from=2026-03-01&to=2026-03-05&map=7/36/${lon}`));
      clock.pass(100);
    }
    expect(written).toEqual([]);
    clock.pass(1000);
    expect(written).toEqual(['replace from=2026-03-01&to=2026-03-05&map=7/36/44.3']);
  });

  it('takes a moved map along when something is chosen before it rests', () => {
    writer.write(parts('from=2026-03-01&to=2026-03-05&map=7/36/44'));
    writer.write(parts('from=2026-03-02&to=2026-03-05&map=7/36/44'));
    clock.pass(1000);
    expect(written).toEqual(['push from=2026-03-02&to=2026-03-05&map=7/36/44']);
  });
});
