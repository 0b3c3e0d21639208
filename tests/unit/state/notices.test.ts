import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/faults/message.ts';
import { DAY } from '../../../src/core/time/minute.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';

const empty = (file: string): Message => ({ kind: 'empty-file', file });
const outside: Message = { kind: 'outside-period', period: { from: 0, to: DAY } };
const corrected: Message = {
  kind: 'window-corrected',
  how: 'swapped',
  window: { from: 0, to: DAY },
};

describe('`Notices`', () => {
  it('shows the latest notice', () => {
    const notices = new Notices();
    expect(notices.all.at(-1)).toBeUndefined();
    notices.notify(empty('a.csv'));
    notices.notify(empty('b.csv'));
    expect(notices.all.at(-1)?.message).toEqual(empty('b.csv'));
  });

  it('replaces a notice about the same action, and loses no fault', () => {
    const notices = new Notices();
    for (const fault of [empty('a.csv'), outside, corrected, empty('b.csv'), outside])
      notices.notify(fault);
    expect(notices.all.map(({ message }) => message)).toEqual([
      empty('a.csv'),
      empty('b.csv'),
      outside,
    ]);
  });

  it('puts a lasting state under the others, where it replaces none', () => {
    const notices = new Notices();
    for (const message of [empty('a.csv'), corrected, { kind: 'no-webgl' } as const])
      notices.notify(message);
    expect(notices.all.map(({ message }) => message.kind)).toEqual([
      'no-webgl',
      'empty-file',
      'window-corrected',
    ]);
  });

  it('shows equal notices once', () => {
    const notices = new Notices();
    for (const file of ['a.csv', 'b.csv', 'a.csv']) notices.notify(empty(file));
    expect(notices.all.map(({ message }) => message)).toEqual([empty('b.csv'), empty('a.csv')]);
  });

  it('shows the one before if one is dismissed or withdrawn', () => {
    const notices = new Notices();
    notices.notify(empty('a.csv'));
    notices.notify(empty('b.csv'));
    notices.notify(outside);
    notices.withdraw('outside-period');
    notices.dismiss(notices.all.at(-1)?.number ?? 0);
    expect(notices.all.at(-1)?.message).toEqual(empty('a.csv'));
  });
});
