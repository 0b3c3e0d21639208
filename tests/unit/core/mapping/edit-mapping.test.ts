import { describe, expect, it } from 'vitest';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import {
  dateOrderOf,
  placeOfKind,
  timeOfKind,
  withTime,
  type EditableMapping,
} from '../../../../src/core/mapping/edit-mapping.ts';
import { MEANING, proposalOf, sampleRows } from './sample-rows.ts';

/** Columns of a made-up file: either order, day first, month first, year first. */
const samples = sampleRows(
  ['03/04/2015', '03/04/2015', '4/25/15', '2015-04-03'],
  ['05/06/2015', '25/04/2015', '3/4/15', '2015-04-04'],
);
const [EITHER, DAY_FIRST, MONTH_FIRST, YEAR_FIRST] = [0, 1, 2, 3];
const one = (column: number, order: 'ymd' | 'dmy' | 'mdy' = 'ymd') =>
  ({ kind: 'one', column, order }) as const;

const changeable = (proposal = proposalOf({ time: one(YEAR_FIRST) })): EditableMapping => ({
  proposal,
  columns: 4,
  samples,
});
const mapping = { ...MEANING, time: one(YEAR_FIRST) };

describe('a new time column in a mapping', () => {
  it.each([
    ['proven by a day above 12', DAY_FIRST, 'dmy', false],
    ['proven by a second number above 12', MONTH_FIRST, 'mdy', false],
    ['not in question', YEAR_FIRST, 'ymd', false],
    ['to be asked for', EITHER, 'dmy', true],
  ] as const)('has its date order %s', (_, column, order, isAsked) => {
    const before = { ...mapping, time: one(9) };
    expect(withTime(before, one(column), changeable())).toEqual({
      mapping: { ...before, time: one(column, order) },
      isDateOrderAsked: isAsked,
    });
  });

  it('leads to a question with a date of the file, in both readings', () => {
    expect(dateOrderOf(one(EITHER), changeable())).toMatchObject({
      isOpen: true,
      example: {
        text: '03/04/2015',
        dayFirst: minuteOf(2015, 4, 3),
        monthFirst: minuteOf(2015, 3, 4),
      },
    });
  });

  it('keeps evidence of the proposal from rows that are not loaded', () => {
    const proven = changeable(proposalOf({ time: one(EITHER, 'mdy') }, { order: 'mdy' }));
    expect(dateOrderOf(one(EITHER, 'mdy'), proven).isOpen).toBe(false);
    expect(withTime(mapping, one(EITHER), proven)).toEqual({
      mapping: { ...mapping, time: one(EITHER, 'mdy') },
      isDateOrderAsked: false,
    });
  });

  it('leads to a question without an example if no loaded row has one', () => {
    const open = changeable(proposalOf({ time: one(YEAR_FIRST, 'dmy') }, { isOpen: true }));
    expect(dateOrderOf(one(YEAR_FIRST, 'dmy'), open)).toMatchObject({
      isOpen: true,
      example: undefined,
    });
  });

  it('uses an example from the rest of the file if no loaded row has one', () => {
    const example = {
      text: '7/8/2015',
      dayFirst: minuteOf(2015, 8, 7),
      monthFirst: minuteOf(2015, 7, 8),
    };
    const proposal = proposalOf({ time: one(YEAR_FIRST, 'dmy') }, { isOpen: true, example });
    expect(dateOrderOf(one(YEAR_FIRST, 'dmy'), changeable(proposal)).example).toEqual(example);
  });

  it('reads both ends of an interval for evidence', () => {
    const time = { kind: 'interval', from: EITHER, to: DAY_FIRST, order: 'ymd' } as const;
    expect(withTime(mapping, time, changeable())).toEqual({
      mapping: { ...mapping, time: { ...time, order: 'dmy' } },
      isDateOrderAsked: false,
    });
  });
});

it('the date order that a reader chooses answers the question', () => {
  const before = { ...mapping, time: one(EITHER, 'dmy') };
  expect(withTime(before, one(EITHER, 'mdy'), changeable())).toEqual({
    mapping: { ...before, time: one(EITHER, 'mdy') },
    isDateOrderAsked: false,
  });
});

it('a mapping keeps date order and question if the same columns are used in another way', () => {
  const before = { ...mapping, time: one(EITHER, 'mdy') };
  const both = { kind: 'interval', from: EITHER, to: EITHER, order: 'ymd' } as const;
  expect(withTime(before, both, changeable())).toEqual({
    mapping: { ...before, time: { ...both, order: 'mdy' } },
    isDateOrderAsked: undefined,
  });
});

it('a time in seconds since 1970 has no question about the date order', () => {
  const { isDateOrderAsked } = withTime(
    { ...mapping, time: one(EITHER) },
    { kind: 'epoch', column: EITHER, unit: 'seconds' },
    changeable(),
  );
  expect(isDateOrderAsked).toBe(false);
});

describe('the choice of the date order', () => {
  it.each([
    ['numbers that fit both', EITHER, true],
    ['numbers that prove it', DAY_FIRST, true],
    ['years first', YEAR_FIRST, false],
    ['no such column', 9, false],
  ])('is offered if it changes something: %s', (_, column, isOffered) => {
    expect(dateOrderOf(one(column), changeable()).isInNumbers).toBe(isOffered);
    const both = { kind: 'interval', from: YEAR_FIRST, to: column, order: 'ymd' } as const;
    expect(dateOrderOf(both, changeable()).isInNumbers).toBe(isOffered);
  });

  it.each([
    { kind: 'epoch', column: EITHER, unit: 'seconds' },
    { kind: 'parts', year: EITHER, month: DAY_FIRST, day: undefined },
    { kind: 'none' },
  ] as const)('is not offered for $kind', (time) => {
    expect(dateOrderOf(time, changeable()).isInNumbers).toBe(false);
  });

  it('is offered if the proposal found such dates later in the file', () => {
    const found = changeable(proposalOf({ time: one(YEAR_FIRST, 'mdy') }, { isInNumbers: true }));
    expect(dateOrderOf(one(YEAR_FIRST, 'ymd'), found).isInNumbers).toBe(true);
  });
});

describe('another kind of time or place in a mapping', () => {
  it('returns to what was proposed', () => {
    const place = { kind: 'two', latitude: 2, longitude: 3 } as const;
    const proposed = changeable(proposalOf({ place, time: one(2, 'mdy') }));
    expect(placeOfKind('two', proposed)).toEqual(place);
    expect(timeOfKind('one', { kind: 'none' }, proposed)).toEqual(one(2, 'mdy'));
  });

  it('keeps its column', () => {
    expect(timeOfKind('epoch', one(2), changeable())).toEqual({
      kind: 'epoch',
      column: 2,
      unit: 'seconds',
    });
    expect(timeOfKind('parts', one(2), changeable())).toMatchObject({ year: 2, month: undefined });
  });

  it('takes the title for a date at the beginning of a name, if there is one', () => {
    const titled = changeable(proposalOf({ time: { kind: 'none' }, title: 3 }));
    expect(timeOfKind('leading', { kind: 'none' }, titled)).toMatchObject({ column: 3 });
    expect(timeOfKind('leading', one(2), changeable())).toMatchObject({ column: 2 });
  });

  it('uses no column that the file does not have', () => {
    expect(placeOfKind('two', { ...changeable(), columns: 1 })).toEqual({
      kind: 'two',
      latitude: 0,
      longitude: 0,
    });
  });
});
