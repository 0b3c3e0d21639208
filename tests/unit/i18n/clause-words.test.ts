import { describe, expect, it } from 'vitest';
import type { Clause, ClauseKind } from '../../../src/core/filters/clause.ts';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { words } from '../../../src/i18n/words.ts';
import type { DataNames } from '../../../src/i18n/sentences/clauses.ts';

const names: DataNames = {
  layer: (key) => `layer ${key}`,
  target: (target) => `target ${target}`,
  schemas: [],
  isDate: (field) => field === 'reported',
};
const said = (clause: Clause): string => words.filters.clauseWords(clause, names);
const range = (
  field: string,
  from: number | undefined,
  to: number | undefined,
  orNotGiven = false,
): string => said({ kind: 'range', field, from, to, orNotGiven });
const values = (field: string, included: readonly string[], excluded: readonly string[] = []) =>
  said({ kind: 'values', field, values: included, excluded });

describe('filters in words', () => {
  it('have a sentence for every kind', () => {
    const all: { readonly [Kind in ClauseKind]: Clause & { readonly kind: Kind } } = {
      layers: { kind: 'layers', field: 'layer', hidden: ['energy', 'civilian'] },
      text: { kind: 'text', field: '*', text: 'dana gas' },
      viewport: { kind: 'viewport', field: 'view' },
      only: { kind: 'only', field: 'only', names: ['deaths'] },
      known: { kind: 'known', field: 'known', before: minuteOf(2026, 3, 6) },
      values: { kind: 'values', field: 'column:type', values: ['a'], excluded: [] },
      range: { kind: 'range', field: 'column:best', from: 1, to: 5, orNotGiven: false },
      contains: { kind: 'contains', field: 'column:notes', text: 'fire' },
      area: { kind: 'area', field: 'area', shapes: [{ kind: 'named', name: 'Irbil' }] },
      hours: { kind: 'hours', field: 'hours', from: 18 * 60, to: 6 * 60 },
    };
    expect(Object.values(all).map(said)).toEqual([
      'Layers off: layer energy, layer civilian',
      'Search: “dana gas”',
      'Only this map view',
      words.rowFilters.deaths,
      'As known on 5 March 2026',
      'type: a',
      'best: 1 to 5',
      'notes: contains “fire”',
      'Area: in Irbil',
      'Hours of the day: 18:00 to 06:00',
    ]);
  });

  it('name what is included and what is not', () => {
    expect(values('weapon', ['drone', 'airstrike'])).toMatch(/: drone or air strike$/);
    expect(values('weapon', [], ['drone', ''])).toMatch(/: not drone or not given$/);
    expect(values('weapon', ['none'], ['rocket'])).toMatch(/: no weapon involved, not rocket$/);
    expect(values('target', ['energy'])).toMatch(/: target energy$/);
    expect(values('attribution', ['A\u001fB'])).toMatch(/: A, named by B$/);
    expect(values('week-hour', ['1-0', '7-23'])).toMatch(
      /: Monday, 00:00–01:00 or Sunday, 23:00–24:00$/,
    );
  });

  it('join hours of a weekday that follow on each other, in the order of the week', () => {
    expect(values('week-hour', ['6-19', '', '6-18', '2-3', '6-20', '6-22'])).toMatch(
      /: Tuesday, 03:00–04:00, Saturday, 18:00–21:00, Saturday, 22:00–23:00 or not given$/,
    );
    expect(values('week-hour', ['6-23', '7-0'])).toMatch(
      /: Saturday, 23:00–24:00 or Sunday, 00:00–01:00$/,
    );
    expect(values('week-hour', ['9-9'])).toMatch(/: 9-9$/);
  });

  it('count the values that would make them too long', () => {
    expect(values('column:a', ['b', 'c', 'd', 'e', 'f', 'g'])).toBe('a: b, c, d or 3 others');
    expect(values('column:a', ['b', 'c', 'd', 'e'])).toBe('a: b, c, d or e');
  });

  it('say each bound of a range', () => {
    expect(range('column:best', 3, undefined)).toBe('best: at least 3');
    expect(range('column:best', undefined, 3)).toBe('best: at most 3');
    expect(range('column:best', 3, 3)).toBe('best: 3');
    expect(range('column:best', 1, 2, true)).toBe('best: 1 to 2, or not given');
  });

  it('say the edge that a bound is just below', () => {
    // What a column of fractions ends with: the number after it is left out.
    expect(range('column:best', undefined, -Number.MIN_VALUE)).toBe('best: under 0');
    expect(range('column:best', 0, 9.999999999999998)).toBe('best: 0 to under 10');
    expect(range('column:best', undefined, 0.00019999999999999998)).toBe('best: under 0.0002');
    expect(range('column:best', 0.0001, 0.00025)).toBe('best: 0.0001 to 0.00025');
  });

  it('include the last day of dates', () => {
    const [from, to] = [minuteOf(2026, 3, 1), minuteOf(2026, 3, 6)];
    expect(range('reported', from, to)).toMatch(/: 1 March 2026 to 5 March 2026$/);
    expect(range('reported', undefined, to)).toMatch(/: until 5 March 2026$/);
    expect(range('reported', from, undefined)).toMatch(/: since 1 March 2026$/);
  });

  it('never let text from outside turn the words around it', () => {
    expect(values('column:a\u202e', ['\u202eb'])).toBe('a[U+202E]: [U+202E]b');
  });

  it.each(['weapon', 'effect', 'status', 'place-precision', 'time-precision', 'quoted', 'target'])(
    'write a value of %s that a link made up as it is',
    (field) => {
      for (const value of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
        expect(values(field, [value])).toMatch(new RegExp(`: (target )?${value}$`));
    },
  );

  it('say dates that no calendar has as the last one there is', () => {
    expect(range('reported', 1e300, undefined)).toMatch(/: since .*275760/);
    expect(range('reported', -1e300, 1e300)).toMatch(/: .*271822.* to .*275760/);
  });

  it('say that a row has no place', () => {
    expect(values('place-precision', ['none'])).toMatch(/: no place$/);
  });
});
