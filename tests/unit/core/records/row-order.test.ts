import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../../src/core/time/time-range.ts';
import { rowOrder } from '../../../../src/core/records/row-order.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { startOfDay } from '../../../../src/core/time/minute.ts';
import { span } from './made-up-incidents.ts';

describe('the order of rows', () => {
  it('is by days, then minutes, then as it was, before 1970 too', async () => {
    const shifted = fc.tuple(span, fc.boolean()).map(([one, isOld]) => {
      const shift = isOld ? -40_000_000 : 0;
      return { from: one.from + shift, to: one.to + shift };
    });
    const wholeDays = shifted.map(daysOf);
    const spans = fc.oneof(
      fc.array(shifted, { minLength: 1, maxLength: 60 }),
      fc.array(wholeDays, { minLength: 1, maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(spans, async (rows) => {
        const order = await rowOrder(
          Int32Array.from(rows, ({ from }) => from),
          Int32Array.from(rows, ({ to }) => to),
          UNINTERRUPTED,
        );
        const byHand = rows
          .map((row, position) => ({ ...row, position }))
          .toSorted(
            (a, b) =>
              startOfDay(a.from) - startOfDay(b.from) ||
              startOfDay(a.to - 1) - startOfDay(b.to - 1) ||
              a.from - b.from ||
              a.to - b.to ||
              a.position - b.position,
          );
        expect([...order]).toEqual(byHand.map(({ position }) => position));
      }),
    );
  });
});
