import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import type { RowSource } from '../../../../src/core/filters/match.ts';
import { matchValues } from '../../../../src/core/filters/values-clause.ts';

const TEXTS = ['NA', '', '-', 'Nablus', 'Nairobi'];

/** Which rows of a text column pass. */
async function passing(values: readonly string[], excluded: readonly string[]) {
  const source: Pick<RowSource, 'column' | 'eachText'> & { table: { length: number } } = {
    table: { length: TEXTS.length },
    column: () => Promise.resolve({ kind: 'text' }),
    eachText: (_, visit) => {
      TEXTS.forEach((text, row) => {
        visit(row, text);
      });
      return Promise.resolve();
    },
  };
  const clause = { kind: 'values', field: 'column:notes', values, excluded } as const;
  return [...(await matchValues(clause, source as RowSource, UNINTERRUPTED))];
}

describe('values of a text column', () => {
  it('are not given where the text is a word for that', async () => {
    expect(await passing([''], [])).toEqual([1, 1, 1, 0, 0]);
    expect(await passing([], [''])).toEqual([0, 0, 0, 1, 1]);
  });

  it('are compared as they are elsewhere', async () => {
    expect(await passing(['Nablus'], [])).toEqual([0, 0, 0, 1, 0]);
    expect(await passing(['', 'Nairobi'], [])).toEqual([1, 1, 1, 0, 1]);
  });
});
