import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { dateOrderEvidence } from '../../../../src/ui/import/date-order-evidence.ts';

it.each([
  [['2015-04-03', '3 April 2015', '', 'x'], 'ymd'],
  [['03/04/2015', '13/04/2015'], 'dmy'],
  [['03-04-2015 10:00', '04-13-2015 10:00'], 'mdy'],
  [['3. 4. 2015', '25. 4. 2015'], 'dmy'],
  [['99/04/03'], 'ymd'],
] as const)('%j', (texts, order) => {
  expect(dateOrderEvidence(texts)).toEqual({ order, open: undefined });
});

it('finds nothing to ask in a date that is the same either way', () => {
  expect(dateOrderEvidence(['04/04/2015']).open).toBeUndefined();
});

it('shows the first date that may be two, as it is written', () => {
  expect(dateOrderEvidence(['04/04/2015', ' 3.4.15 12:00', '5.6.15']).open).toEqual({
    text: '3.4.15',
    dayFirst: minuteOf(2015, 4, 3),
    monthFirst: minuteOf(2015, 3, 4),
  });
});

it('never leaves open what a day above 12 settles', () => {
  const small = fc.integer({ min: 1, max: 12 });
  const dates = fc.array(fc.tuple(small, small), { maxLength: 8 });
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: 13, max: 31 }),
      small,
      fc.nat(8),
      (some, day, month, at) => {
        const texts = some.map(([a, b]) => `${a}/${b}/2015`);
        const dayFirst = texts.toSpliced(at, 0, `${day}/${month}/2015`);
        const monthFirst = texts.toSpliced(at, 0, `${month}/${day}/2015`);
        expect(dateOrderEvidence(dayFirst)).toEqual({ order: 'dmy', open: undefined });
        expect(dateOrderEvidence(monthFirst)).toEqual({ order: 'mdy', open: undefined });
      },
    ),
  );
});
