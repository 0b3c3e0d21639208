import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderEvidence } from '../../../../src/core/mapping/date-order-evidence.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';

const evidence = (...dates: readonly string[]) => {
  const { order, isOpen } = dateOrderEvidence(dates);
  return `${order}${isOpen ? ', open' : ''}`;
};

describe('dateOrderEvidence', () => {
  it('is told by a number above 12, in any style', () => {
    expect(evidence('3/4/2031', '13.4.2031')).toBe('dmy');
    expect(evidence('3/4/2031', '4-13-31 14:05')).toBe('mdy');
    expect(evidence('3. 4. 2031', '15. 4. 2031')).toBe('dmy');
    expect(evidence('99-04-03')).toBe('ymd');
  });

  it('is open where no date tells', () => {
    expect(evidence('3/4/2031', '04/03/31')).toBe('dmy, open');
  });

  it('is not asked of words, of ISO dates, or of other texts', () => {
    expect(evidence('2031-03-04', '3 April 2031', '30-Apr-19', 'NA', '', '14:05', '3/4')).toBe(
      'ymd',
    );
    expect(evidence('20310304', '3.5', '1.2.3.4')).toBe('ymd');
  });

  it('leaves out what is no date in either order', () => {
    expect(evidence('13/13/2031')).toBe('ymd');
  });

  it('goes by the majority where dates contradict each other', () => {
    expect(evidence('13/4/2031', '4/13/2031', '4/14/2031')).toBe('mdy');
    expect(evidence('13/4/2031', '14/4/2031', '4/14/2031')).toBe('dmy');
  });

  it('reads digits of any script', () => {
    expect(evidence('٣/٤/٢٠٣١')).toBe('dmy, open');
    expect(evidence('٣/٤/٢٠٣١', '١٣/٤/٢٠٣١')).toBe('dmy');
  });

  it('says whether the order of numbers matters at all', () => {
    const matters = (...dates: readonly string[]) => dateOrderEvidence(dates).isInNumbers;
    expect(matters('3 April 2031', '2031-04-03', '')).toBe(false);
    expect(matters('4/4/2031')).toBe(true);
    expect(matters('31-04-03')).toBe(true);
  });

  it.each([
    [['2015-04-03', '3 April 2015', '', 'x'], 'ymd'],
    [['03/04/2015', '13/04/2015'], 'dmy'],
    [['03-04-2015 10:00', '04-13-2015 10:00'], 'mdy'],
    [['3. 4. 2015', '25. 4. 2015'], 'dmy'],
    [['99/04/03'], 'ymd'],
  ] as const)('%j: %s', (texts, order) => {
    expect(dateOrderEvidence(texts)).toMatchObject({ order, isOpen: false, example: undefined });
  });

  it('finds nothing to ask in a date that is the same either way', () => {
    expect(dateOrderEvidence(['04/04/2015']).example).toBeUndefined();
  });

  it('shows the first date that may be two, as it is written', () => {
    expect(dateOrderEvidence(['04/04/2015', ' 3.4.15 12:00', '5.6.15']).example).toEqual({
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
          expect(dateOrderEvidence(dayFirst)).toMatchObject({ order: 'dmy', isOpen: false });
          expect(dateOrderEvidence(monthFirst)).toMatchObject({ order: 'mdy', isOpen: false });
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        dateOrderEvidence(texts);
      }),
    );
  });
});
