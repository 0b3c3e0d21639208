import { afterEach, expect, it, vi } from 'vitest';
import { takeFocus } from '../../../../src/ui/map/focus-return.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The page while something has the focus: the button that asked for a part over the map, another control or nothing. */
function focusGoes(from: 'asker' | 'other' | 'nothing'): boolean {
  const body = { matches: () => false };
  const control = { matches: () => from === 'asker' };
  vi.stubGlobal('document', { body, activeElement: from === 'nothing' ? body : control });
  const focus = vi.fn();
  takeFocus({ focus } as unknown as HTMLElement);
  return focus.mock.calls.length > 0;
}

it('takes the focus from what asked for a part over the map, and from nothing else', () => {
  expect(focusGoes('asker')).toBe(true);
  expect(focusGoes('nothing')).toBe(true);
  expect(focusGoes('other')).toBe(false);
});
