import { describe, expect, it } from 'vitest';
import { watchPageErrors } from '../../../src/io/page-errors.ts';

const reportedBy = (message: string): readonly string[] => {
  const page = new EventTarget();
  const reported: string[] = [];
  watchPageErrors(page, { error: (text) => reported.push(text), rejection: () => 'bug' });
  page.dispatchEvent(Object.assign(new Event('error'), { message }));
  return reported;
};

describe('`watchPageErrors`', () => {
  it.each(['Uncaught TypeError: x is undefined', 'Uncaught Error: about ResizeObserver loops'])(
    'reports %s',
    (message) => {
      expect(reportedBy(message)).toEqual([message]);
    },
  );

  it.each([
    'ResizeObserver loop completed with undelivered notifications.',
    'ResizeObserver loop limit exceeded',
  ])('ignores a message about no error: %s', (message) => {
    expect(reportedBy(message)).toEqual([]);
  });

  it.each([
    ['bug', false],
    ['expected', true],
  ] as const)('reports the reason of a failed promise: %s', (kind, isSilent) => {
    const page = new EventTarget();
    const reasons: unknown[] = [];
    watchPageErrors(page, {
      error: () => undefined,
      rejection: (reason) => {
        reasons.push(reason);
        return kind;
      },
    });
    const event = new Event('unhandledrejection', { cancelable: true });
    page.dispatchEvent(Object.assign(event, { reason: 7 }));
    expect(reasons).toEqual([7]);
    expect(event.defaultPrevented).toBe(isSilent);
  });

  it('reports no cancelled request', () => {
    const page = new EventTarget();
    const reasons: unknown[] = [];
    watchPageErrors(page, {
      error: () => undefined,
      rejection: (reason) => {
        reasons.push(reason);
        return 'bug';
      },
    });
    const event = new Event('unhandledrejection', { cancelable: true });
    page.dispatchEvent(Object.assign(event, { reason: AbortSignal.abort().reason as unknown }));
    expect([reasons, event.defaultPrevented]).toEqual([[], true]);
  });
});
