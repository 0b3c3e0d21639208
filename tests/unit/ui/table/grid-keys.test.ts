import { describe, expect, it } from 'vitest';
import { HEADER_LINE, movedBy } from '../../../../src/ui/table/grid-keys.ts';

const SIZE = { lines: 1_000_000, columns: 8, page: 20 };
const moved = (key: string, line: number, column: number, ctrlKey = false, isRtl = false) =>
  movedBy({ key, ctrlKey, metaKey: false }, { line, column }, SIZE, isRtl);

describe('keys of the grid', () => {
  it('move by a cell, and stop at the edges', () => {
    expect(moved('ArrowDown', 5, 2)).toEqual({ line: 6, column: 2 });
    expect(moved('ArrowUp', 0, 2)).toEqual({ line: HEADER_LINE, column: 2 });
    expect(moved('ArrowUp', HEADER_LINE, 2)).toEqual({ line: HEADER_LINE, column: 2 });
    expect(moved('ArrowDown', 999_999, 2)).toEqual({ line: 999_999, column: 2 });
    expect(moved('ArrowLeft', 5, 0)).toEqual({ line: 5, column: 0 });
    expect(moved('ArrowRight', 5, 7)).toEqual({ line: 5, column: 7 });
  });

  it('go the way of the script', () => {
    expect(moved('ArrowLeft', 5, 2, false, true)).toEqual({ line: 5, column: 3 });
  });

  it('move by a page, to the ends of a line and of the table', () => {
    expect(moved('PageDown', 5, 2)).toEqual({ line: 25, column: 2 });
    expect(moved('PageDown', 999_990, 2)).toEqual({ line: 999_999, column: 2 });
    expect(moved('PageUp', 5, 2)).toEqual({ line: 0, column: 2 });
    expect(moved('Home', 5, 2)).toEqual({ line: 5, column: 0 });
    expect(moved('End', 5, 2)).toEqual({ line: 5, column: 7 });
    expect(moved('Home', 5, 2, true)).toEqual({ line: 0, column: 0 });
    expect(moved('End', 5, 2, true)).toEqual({ line: 999_999, column: 7 });
  });

  it('stay in the names of the columns where there are no rows', () => {
    const at = movedBy(
      { key: 'End', ctrlKey: true, metaKey: false },
      { line: HEADER_LINE, column: 1 },
      { ...SIZE, lines: 0 },
    );
    expect(at).toEqual({ line: HEADER_LINE, column: 7 });
  });

  it('leave all others to the page', () => {
    expect(moved('Tab', 5, 2)).toBeUndefined();
  });
});
