import { describe, expect, it } from 'vitest';
import { FieldSteps } from '../../../../src/ui/kit/field-steps.ts';

describe('`FieldSteps`', () => {
  const [first, second] = [new EventTarget(), new EventTarget()];

  it.each([
    ['first', 'focus'],
    ['first', 'pointerdown'],
    ['second', 'focus'],
  ] as const)('begins another step when the %s field has a %s', (which, event) => {
    const steps = new FieldSteps();
    for (const field of [first, second]) steps.watch(field);
    expect([steps.goesOn(), steps.goesOn(), steps.goesOn()]).toEqual([false, true, true]);
    (which === 'first' ? first : second).dispatchEvent(new Event(event));
    expect([steps.goesOn(), steps.goesOn()]).toEqual([false, true]);
  });

  it('hears nothing of a field that is gone', () => {
    const steps = new FieldSteps();
    steps.watch(first)();
    steps.goesOn();
    first.dispatchEvent(new Event('focus'));
    expect(steps.goesOn()).toBe(true);
  });
});
