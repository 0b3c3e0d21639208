import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/core/faults/fault.ts';
import { DAY } from '../../../src/core/time/minute.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';

const empty = (file: string): Fault => ({ kind: 'empty-file', file });
const outside: Fault = { kind: 'outside-period', period: { from: 0, to: DAY } };
const mended: Fault = {
  kind: 'window-mended',
  how: 'swapped',
  window: { from: 0, to: DAY },
};

describe('notices', () => {
  it('show one: the last', () => {
    const notices = new Notices();
    expect(notices.shown).toBeUndefined();
    notices.notify(empty('a.csv'));
    notices.notify(empty('b.csv'));
    expect(notices.shown?.fault).toEqual(empty('b.csv'));
  });

  it('replace what was said of one action, and lose no fault', () => {
    const notices = new Notices();
    for (const fault of [empty('a.csv'), outside, mended, empty('b.csv'), outside])
      notices.notify(fault);
    expect(notices.all.map(({ fault }) => fault)).toEqual([
      empty('a.csv'),
      empty('b.csv'),
      outside,
    ]);
  });

  it('say the same once', () => {
    const notices = new Notices();
    for (const file of ['a.csv', 'b.csv', 'a.csv']) notices.notify(empty(file));
    expect(notices.all.map(({ fault }) => fault)).toEqual([empty('b.csv'), empty('a.csv')]);
  });

  it('show the one before when one is dismissed or withdrawn', () => {
    const notices = new Notices();
    notices.notify(empty('a.csv'));
    notices.notify(empty('b.csv'));
    notices.notify(outside);
    notices.withdraw('outside-period');
    notices.dismiss(notices.shown?.number ?? 0);
    expect(notices.shown?.fault).toEqual(empty('a.csv'));
  });
});
