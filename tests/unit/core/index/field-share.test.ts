import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { fieldShareOf } from '../../../../src/core/index/field-share.ts';
import { joinFields } from '../../../../src/core/index/join-fields.ts';
import { INCIDENT } from '../../../../src/core/records/incident-table.ts';

const info = { key: 'killed', kind: 'number', column: undefined, isMultiple: false } as const;
const shareOf = (...numbers: readonly number[]) => {
  const column = Float64Array.from(numbers);
  return fieldShareOf(
    { info, column: { kind: 'number', min: column, max: column } },
    { kind: new Uint8Array(numbers.length).fill(INCIDENT), length: numbers.length },
    UNINTERRUPTED,
  );
};

describe('the bounds of a field', () => {
  it('are whole where every number of every data set is, whatever the least and the most are', async () => {
    const whole = await shareOf(1, NaN, 200);
    const mixed = await shareOf(1, 9.5, 200);
    expect(whole.bounds).toEqual({ min: 1, max: 200, isWhole: true });
    expect(mixed.bounds).toEqual({ min: 1, max: 200, isWhole: false });
    expect(joinFields([[whole], [mixed]])[0]?.bounds?.isWhole).toBe(false);
    expect(joinFields([[whole], [whole]])[0]?.bounds?.isWhole).toBe(true);
  });
});
