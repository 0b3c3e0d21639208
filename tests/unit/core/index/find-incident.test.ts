import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { buildIntervalIndex, timedRows } from '../../../../src/core/index/build-interval-index.ts';
import { findIncident } from '../../../../src/core/index/find-incident.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import { overlaps } from '../../../../src/core/time/time-range.ts';

it('finds the first and the last incident of a stretch of time, of the groups that are on', async () => {
  const time = fc
    .tuple(fc.integer({ min: -9000, max: 9000 }), fc.constantFrom(1, 60, DAY, 77, 1234))
    .map(([from, length]) => ({ from, to: from + length }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(time, { maxLength: 30 }),
      time,
      fc.constantFrom([1, 1], [1, 0], [0, 1]),
      async (times, stretch, flags) => {
        const rows = times.toSorted((a, b) => a.from - b.from);
        const columns = {
          length: rows.length,
          from: Int32Array.from(rows, ({ from }) => from),
          to: Int32Array.from(rows, ({ to }) => to),
          isUndated: new Uint8Array(rows.length),
        };
        const index = await buildIntervalIndex(
          await timedRows(columns, UNINTERRUPTED),
          Uint32Array.from(rows.keys()),
          2,
          Uint32Array.from(rows, (_, position) => position % 2),
          UNINTERRUPTED,
        );
        const isOn = Uint8Array.from(flags);
        const inside = rows.filter((row, at) => flags[at % 2] === 1 && overlaps(row, stretch));
        const first = Math.max(Math.min(...inside.map(({ from }) => from)), stretch.from);
        const last = Math.min(Math.max(...inside.map(({ to }) => to)), stretch.to);
        const isAny = inside.length > 0;
        expect(findIncident(index, stretch, 'first', isOn)).toBe(isAny ? first : undefined);
        expect(findIncident(index, stretch, 'last', isOn)).toBe(isAny ? last : undefined);
      },
    ),
    { numRuns: 200 },
  );
});
