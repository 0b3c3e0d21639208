/** Made-up records. */
import { describe, expect, it } from 'vitest';
import { tabSeparated } from '../../../../src/core/text/tab-separated.ts';
import { RowSelection } from '../../../../src/state/row-selection.svelte.ts';
import { rowsAsText } from '../../../../src/ui/table/copy-rows.ts';

describe('copied rows', () => {
  it('are lines of cells that no spreadsheet program runs or splits', () => {
    expect(tabSeparated(['=1+1', 'a\tb', 'say "x"', "-36°11'", 'two\nlines', ''])).toBe(
      `'=1+1\t"a\tb"\t"say ""x"""\t-36°11'\t"two\nlines"\t`,
    );
  });

  it('are all of those asked for, in their order, below the names of the columns', async () => {
    const rows = Uint32Array.from({ length: 250 }, (_, at) => 1_000 - at);
    const asked: number[] = [];
    const text = await rowsAsText(
      { rows, labels: ['row'], cellsOf: ({ row }) => [String(row)] },
      (page) => {
        asked.push(page.length);
        return Promise.resolve(page.map((row) => ({ row }) as never));
      },
    );
    expect(text.split('\r\n')).toEqual(['row', ...Array.from(rows, String)]);
    expect(Math.max(...asked)).toBeLessThanOrEqual(100);
  });
});

describe('selected rows', () => {
  it('stay selected in another order, and count only where they are listed', () => {
    const selection = new RowSelection();
    selection.replace([7, 9]);
    selection.toggle(100_000);
    selection.toggle(9);
    expect([...selection.of(Uint32Array.of(100_000, 9, 7, 1))]).toEqual([100_000, 7]);
    expect(selection.countIn(Uint32Array.of(7, 8, 9))).toBe(1);
    selection.clear();
    expect(selection.countIn(Uint32Array.of(7, 100_000))).toBe(0);
  });
});
