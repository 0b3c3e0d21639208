import { describe, expect, it } from 'vitest';
import { watchPageErrors } from '../../../src/io/page-errors.ts';

const toldOf = (message: string): readonly string[] => {
  const page = new EventTarget();
  const told: string[] = [];
  watchPageErrors(page, { error: (text) => told.push(text), rejection: () => 'bug' });
  page.dispatchEvent(Object.assign(new Event('error'), { message }));
  return told;
};

describe('errors that no code of the page caught', () => {
  it.each(['Uncaught TypeError: x is undefined', 'Uncaught Error: about ResizeObserver loops'])(
    'are told: %s',
    (message) => {
      expect(toldOf(message)).toEqual([message]);
    },
  );

  it.each([
    'ResizeObserver loop completed with undelivered notifications.',
    'ResizeObserver loop limit exceeded',
  ])('are not told where nothing broke: %s', (message) => {
    expect(toldOf(message)).toEqual([]);
  });

  it.each([
    ['bug', false],
    ['expected', true],
  ] as const)('are told with their reason where a promise fails: %s', (kind, isSilent) => {
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

  it('are told to nobody where a request was cancelled', () => {
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
