import { describe, expect, it } from 'vitest';
import { EMPTY_FILTER } from '../../../src/core/filters/filter.ts';
import type { ShownView } from '../../../src/state/asked-view.svelte.ts';
import { RowMarks } from '../../../src/state/row-marks.svelte.ts';

/** A view with marks of some numbers; the rest of it is not looked at. */
const viewWith = (...numbers: readonly number[]): ShownView =>
  ({
    filter: EMPTY_FILTER,
    view: { zoom: 7, marks: { number: Uint32Array.from(numbers) } },
  }) as unknown as ShownView;

describe('`RowMarks`', () => {
  it('knows nothing of other data, whose marks have other numbers', async () => {
    let data: unknown = 'both data sets';
    const marks = new RowMarks(
      { rowMarks: () => Promise.resolve(Uint32Array.of(data === 'both data sets' ? 8 : 7)) },
      () => data,
    );
    await marks.ask(viewWith(7, 8), [1]);
    expect(marks.in(viewWith(7, 8), 1)).toBe(1);
    data = 'one of them';
    expect(marks.in(viewWith(7, 8), 1)).toBeUndefined();
    await marks.ask(viewWith(7, 8), [1]);
    expect(marks.in(viewWith(7, 8), 1)).toBe(0);
  });
});
