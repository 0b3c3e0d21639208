import { describe, expect, it } from 'vitest';
import { MAX_CLAUSES, MAX_VALUES, type Clause } from '../../../../src/core/filters/clause.ts';
import {
  clauseOn,
  isFull,
  daysInOrder,
  rangeClause,
  valueState,
  withExcluded,
  withIncluded,
} from '../../../../src/core/filters/edit-clause.ts';
import { upperBound } from '../../../../src/core/filters/range-edges.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { readClauses } from '../../../../src/core/url/read-clauses.ts';
import { writeClauses } from '../../../../src/core/url/write-clauses.ts';
import { Filters } from '../../../../src/state/filters.svelte.ts';
import {
  changeClause,
  toggleExcluded,
  toggleValues,
} from '../../../../src/ui/charts/change-clause.ts';

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

  it('begins with a typed number where that is above the end that was just below an edge', () => {
    const end = upperBound([0, 0.3, 0.6], 1, 'numbers');
    expect(rangeClause('column:depth', 0.5, end, false)).toMatchObject({ from: 0.3, to: 0.5 });
  });

  it('of days that were typed in the other order has both of them', () => {
    const day = (date: number): number => minuteOf(2026, 3, date);
    expect(daysInOrder(day(5), day(8))).toEqual([day(5), day(8)]);
    expect(daysInOrder(undefined, day(8))).toEqual([undefined, day(8)]);
    expect(daysInOrder(day(5), undefined)).toEqual([day(5), undefined]);
    // From the 10th up to and with the 5th.
    expect(daysInOrder(day(10), day(6))).toEqual([day(5), day(11)]);
    // From the 10th up to and with the 9th: no minute lies between the two.
    expect(daysInOrder(day(10), day(10))).toEqual([day(9), day(11)]);
    expect(daysInOrder(day(10), day(5) + 30)).toEqual([day(5), day(11)]);
  });

  it('is found by its kind and field', () => {
    const clause = rangeClause('killed', 1, 2, false);
    expect(clauseOn(clause && drones ? [drones, clause] : [], 'range', 'killed')).toBe(clause);
    expect(clauseOn(drones ? [drones] : [], 'range', 'weapon')).toBeUndefined();
  });
});

describe('a filter that is as large as a link can hold', () => {
  const isRead = ({ clauses }: Filters) => readClauses(writeClauses(clauses) ?? '') !== undefined;

  it('takes no more values of a field, but can lose and exclude some', () => {
    const filters = new Filters();
    for (let at = 0; at <= MAX_VALUES; at++) toggleValues(filters, 'place', `place ${at}`);
    expect(clauseOn(filters.clauses, 'values', 'place')?.values).toHaveLength(MAX_VALUES);
    expect([isRead(filters), isFull(filters.clauses)]).toEqual([true, true]);
    toggleExcluded(filters, 'place', 'place 0');
    expect(clauseOn(filters.clauses, 'values', 'place')?.excluded).toEqual(['place 0']);
    toggleValues(filters, 'place', 'place 1');
    expect(isFull(filters.clauses)).toBe(false);
  });

  it('takes no values that are longer than an address, in any script', () => {
    const filters = new Filters();
    for (let at = 0; at < MAX_VALUES; at++) {
      toggleValues(filters, 'column:a,(b)', `${'\u200b(,)'.repeat(100)} ${at}`);
      expect(isRead(filters)).toBe(true);
    }
    const { length } = clauseOn(filters.clauses, 'values', 'column:a,(b)')?.values ?? [];
    expect(length).toBeGreaterThan(20);
    toggleValues(filters, 'column:c', 'c'.repeat(30_000));
    expect(filters.clauses).toHaveLength(1);
  });

  it('takes no more fields, but other values of those that it has', () => {
    const filters = new Filters();
    for (let at = 0; at <= MAX_CLAUSES; at++) {
      const clause: Clause = { kind: 'contains', field: `column:${at}`, text: 'road' };
      changeClause(filters, clause, clause);
    }
    expect(filters.clauses).toHaveLength(MAX_CLAUSES);
    expect([isRead(filters), isFull(filters.clauses)]).toEqual([true, true]);
    const other: Clause = { kind: 'contains', field: 'column:0', text: 'camp' };
    changeClause(filters, other, other);
    expect(filters.clauses).toContain(other);
    changeClause(filters, other, undefined);
    expect(isFull(filters.clauses)).toBe(false);
  });

  it('takes values out of a clause of a link that is longer than one made here, and says that it is full', () => {
    const filters = new Filters();
    const values = Array.from({ length: 150 }, (_, at) => `${at} ${'a'.repeat(190)}`);
    filters.put({ kind: 'values', field: 'column:a', values, excluded: [] });
    expect(isFull(filters.clauses)).toBe(true);
    toggleValues(filters, 'column:a', values[0] ?? '');
    expect(clauseOn(filters.clauses, 'values', 'column:a')?.values).toEqual(values.slice(1));
    toggleValues(filters, 'column:a', 'one more');
    expect(clauseOn(filters.clauses, 'values', 'column:a')?.values).toEqual(values.slice(1));
  });
});
