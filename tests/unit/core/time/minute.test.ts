import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoText, minuteOf, readIsoText } from '../../../../src/core/time/minute.ts';

describe('ISO texts of minutes', () => {
  it('read back what they write', () => {
    fc.assert(
      fc.property(fc.integer({ min: minuteOf(1900, 1), max: minuteOf(2100, 1) }), (minute) => {
        expect(readIsoText(isoText(minute))).toBe(minute);
      }),
    );
  });

  it('have no clock at midnight', () => {
    expect(isoText(minuteOf(2026, 3, 3))).toBe('2026-03-03');
    expect(isoText(minuteOf(2026, 3, 3, 21, 35))).toBe('2026-03-03T21:35');
  });

  it.each(['', '2026-3-3', '2026-02-29', '2026-13-01', '2026-03-03T24:10', '2026-03-03Z', 'soon'])(
    'refuse %s',
    (text) => {
      expect(readIsoText(text)).toBeUndefined();
    },
  );
});
