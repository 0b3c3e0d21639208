import { describe, expect, it } from 'vitest';
import {
  clauseOn,
  rangeClause,
  valueState,
  withExcluded,
  withIncluded,
} from '../../../../src/core/filters/edit-clause.ts';

const drones = withIncluded('weapon', undefined, 'drone');

describe('the values of a filter', () => {
  it('are included one after the other, and once more takes one out', () => {
    const both = withIncluded('weapon', drones, 'rocket');
    expect(both).toEqual({
      kind: 'values',
      field: 'weapon',
      values: ['drone', 'rocket'],
      excluded: [],
    });
    expect(withIncluded('weapon', both, 'drone')?.values).toEqual(['rocket']);
    expect(withIncluded('weapon', drones, 'drone')).toBeUndefined();
  });

  it('are included or excluded, never both', () => {
    const without = withExcluded('weapon', drones, 'drone');
    expect(without).toMatchObject({ values: [], excluded: ['drone'] });
    expect(valueState(without, 'drone')).toBe('excluded');
    expect(valueState(without, 'rocket')).toBeUndefined();
    expect(withIncluded('weapon', without, 'drone')).toEqual(drones);
    expect(withExcluded('weapon', without, 'drone')).toBeUndefined();
  });

  it('are switched together where they are one bar: all on unless all are', () => {
    const hours = withIncluded('week-hour', undefined, '1-0', '1-1');
    const more = withIncluded('week-hour', hours, '1-1', '1-2');
    expect(more?.values).toEqual(['1-0', '1-1', '1-2']);
    expect(withIncluded('week-hour', more, '1-1', '1-2')?.values).toEqual(['1-0']);
  });
});

describe('a range of a filter', () => {
  it('needs a bound, and begins with the smaller one', () => {
    expect(rangeClause('killed', undefined, undefined, true)).toBeUndefined();
    expect(rangeClause('killed', 5, 2, false)).toMatchObject({ from: 2, to: 5 });
    expect(rangeClause('killed', 3, undefined, true)).toMatchObject({
      from: 3,
      to: undefined,
      orNotGiven: true,
    });
  });

  it('is found by its kind and field', () => {
    const clause = rangeClause('killed', 1, 2, false);
    expect(clauseOn(clause && drones ? [drones, clause] : [], 'range', 'killed')).toBe(clause);
    expect(clauseOn(drones ? [drones] : [], 'range', 'weapon')).toBeUndefined();
  });
});
