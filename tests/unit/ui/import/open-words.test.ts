import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_NOTES } from '../../../../src/core/records/read-row.ts';
import { columnChoices } from '../../../../src/ui/import/column-choices.ts';
import { cutText } from '../../../../src/core/text/outside-text.ts';
import { groupsByOutcome } from '../../../../src/ui/import/note-outcome.ts';
import { sampleRows } from '../../core/mapping/sample-rows.ts';

describe('`cutText`', () => {
  it('keeps short texts and marks where it cuts', () => {
    expect(cutText(' two\n  lines ', 20)).toBe('two lines');
    expect(cutText('abcdef', 6)).toBe('abcdef');
    expect(cutText('abcdefg', 6)).toBe('abcdef…');
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, most) => {
        const cut = cutText(text, most);
        expect(cut.replace(/\[U\+[0-9A-F]{4}\]/g, '.').length).toBeLessThanOrEqual(most + 1);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

it('`columnChoices` shows the name and an example of each column', () => {
  expect(columnChoices(['date', ''], sampleRows(['', 'x'], ['2015-04-03', 'y']))).toEqual([
    { index: 0, name: 'date', example: '2015-04-03' },
    { index: 1, name: '#2', example: 'x' },
  ]);
});

it('`groupsByOutcome` has every note', () => {
  const groups = ROW_NOTES.map((code) => ({
    code,
    column: undefined,
    count: 1,
    rows: [1],
    lines: [undefined],
    example: undefined,
  }));
  const told = groupsByOutcome(groups);
  expect(told.flatMap(({ groups: found }) => found.map(({ code }) => code)).toSorted()).toEqual(
    [...ROW_NOTES].toSorted(),
  );
  expect(groupsByOutcome([])).toEqual([]);
});
