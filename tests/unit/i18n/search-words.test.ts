import { describe, expect, it } from 'vitest';
import { words } from '../../../src/i18n/words.ts';
import { DAY, minuteOf } from '../../../src/core/time/minute.ts';
import { Filters } from '../../../src/state/filters.svelte.ts';

const from = minuteOf(2026, 3, 1);
const span = { from, to: from + 2 * DAY };
const { shell, panel } = words;
const certain = (count: number) => ({ certain: count, possible: 0 });

describe('what the page says of a search', () => {
  it('names the word, and calls it a search', () => {
    expect(shell.filtered(certain(0), 109, true, 'zzzz', false)).toBe(
      'Search for “zzzz”: 0 of all 109 incidents',
    );
    expect(shell.filtered(certain(1), 109, true, 'zzzz', true)).toMatch(
      /^Filter and search for “zzzz”/,
    );
    expect(panel.list.emptySearch('zzzz', false, span)).toMatch(
      /^No records match the search for “zzzz”, 1.+2\sMarch\s2026\.$/,
    );
    expect(panel.list.emptySearch('zzzz', true, span)).toContain('“zzzz” and the filter');
  });

  it('shows no more of a long one than a line has, and none of its control characters', () => {
    const sentence = shell.filtered(certain(0), 109, true, `\u202e${'z'.repeat(500)}`, false);
    expect(sentence.length).toBeLessThan(120);
    expect(sentence).not.toContain('\u202e');
  });

  it('calls anything else a filter', () => {
    expect(shell.filtered(certain(8), 109, true)).toBe('Filtered: 8 of all 109 incidents');
  });

  it('counts what only possibly passes apart, as the rest of the page does', () => {
    expect(shell.filtered({ certain: 46, possible: 6 }, 109, true)).toBe(
      'Filtered: 46, possibly 6 more, of all 109 incidents',
    );
  });

  it('says next to a shorter period that it counts in all dates', () => {
    expect(shell.filtered(certain(46), 109, false)).toBe(
      'Filtered: 46 of all 109 incidents, in all dates',
    );
  });
});

describe('`Filters`', () => {
  it('keeps a search apart from what else narrows the map', () => {
    const filters = new Filters();
    filters.search(' zzzz ');
    expect([filters.isAsking, filters.isNarrowed, filters.searchText]).toEqual([
      true,
      false,
      'zzzz',
    ]);
    filters.search(' ');
    filters.showOnly(['deaths']);
    expect([filters.isAsking, filters.isNarrowed, filters.searchText]).toEqual([true, true, '']);
    filters.clear();
    expect([filters.isAsking, filters.isNarrowed]).toEqual([false, false]);
  });
});
