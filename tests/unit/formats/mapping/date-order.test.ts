import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderEvidence, DateOrderWatch } from '../../../../src/formats/mapping/date-order.ts';

const evidence = (...dates: readonly string[]) => {
  const { order, isOpen } = dateOrderEvidence(dates);
  return `${order}${isOpen ? ', open' : ''}`;
};

describe('the order of day and month', () => {
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
});

describe('a whole file watched', () => {
  it('proves another order than its first rows did', () => {
    const watch = new DateOrderWatch();
    watch.see('3/4/2031');
    expect(watch.provenAgainst('dmy')).toBeUndefined();
    watch.see('4/13/2031');
    expect(watch.provenAgainst('dmy')).toBe('mdy');
    expect(watch.provenAgainst('mdy')).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        dateOrderEvidence(texts);
      }),
    );
  });
});
