import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockColumns,
  columnsRead,
  dateColumns,
  endColumn,
  placeColumns,
  rolesByColumn,
  timeColumns,
  yearColumns,
} from '../../../../src/core/mapping/columns-read.ts';
import { MEANING } from './sample-rows.ts';
import { randomMappings, randomTimes } from './random-mappings.ts';

/** Every number anywhere in a mapping: all that it has are columns. */
const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};
const sorted = (columns: readonly number[]) => columns.toSorted((a, b) => a - b);

describe('columnsRead', () => {
  it('has every column that is anywhere in the mapping, as often as it is there', () => {
    fc.assert(
      fc.property(randomMappings, (mapping) => {
        const columns = columnsRead(mapping).map(({ column }) => column);
        expect(sorted(columns)).toEqual(sorted(numbersIn(mapping)));
      }),
    );
  });

  it('has each role once at most', () => {
    fc.assert(
      fc.property(randomMappings, (mapping) => {
        const roles = columnsRead(mapping).map(({ role }) => role);
        expect(new Set(roles).size).toBe(roles.length);
      }),
    );
  });

  it('has the columns of place and time', () => {
    fc.assert(
      fc.property(randomMappings, (mapping) => {
        const { place, time } = mapping;
        const columns = columnsRead(mapping).map(({ column }) => column);
        const first = [...placeColumns(place), ...timeColumns(time)];
        expect(columns.slice(0, first.length)).toEqual(first);
        expect(sorted(placeColumns(place))).toEqual(sorted(numbersIn(place)));
      }),
    );
  });
});

it('timeColumns are dates and times of day, the main date first', () => {
  fc.assert(
    fc.property(randomTimes, (time) => {
      const [dates, clocks] = [dateColumns(time), clockColumns(time)];
      expect(timeColumns(time)).toEqual([...dates, ...clocks]);
      expect(sorted([...dates, ...clocks])).toEqual(sorted(numbersIn(time)));
      if (time.kind === 'one' || time.kind === 'epoch') expect(dates[0]).toBe(time.column);
      if (time.kind === 'interval') expect(dates[0]).toBe(time.from);
      if (time.kind === 'parts') expect(dates[0]).toBe(time.year);
      expect(endColumn(time)).toBe('to' in time ? time.to : undefined);
    }),
  );
});

it('yearColumns are dates that have a year, each once', () => {
  const interval = { kind: 'interval', to: 1, order: 'ymd', clock: 2, clockTo: 3 } as const;
  expect(yearColumns({ ...interval, from: 0 })).toEqual([0, 1]);
  expect(yearColumns({ ...interval, from: 1 })).toEqual([1]);
  expect(yearColumns({ kind: 'one', column: 4, order: 'dmy', clock: 2 })).toEqual([4]);
  expect(yearColumns({ kind: 'parts', year: 5, month: 6, day: 7 })).toEqual([5]);
  expect(yearColumns({ kind: 'epoch', column: 1, to: 2, unit: 'seconds' })).toEqual([]);
  expect(yearColumns({ kind: 'none' })).toEqual([]);
});

it('rolesByColumn says what each column is read as, more than once if need be', () => {
  const roles = rolesByColumn({
    ...MEANING,
    place: { kind: 'two', latitude: 1, longitude: 2 },
    time: { kind: 'parts', year: 0, month: undefined, day: 3 },
    title: 4,
    text: 4,
  });
  expect([...roles].toSorted(([a], [b]) => a - b)).toEqual([
    [0, ['year']],
    [1, ['latitude']],
    [2, ['longitude']],
    [3, ['day']],
    [4, ['title', 'text']],
  ]);
});
