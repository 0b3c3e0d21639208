import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommonEdtf } from '../../../../src/core/time/common-edtf.ts';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { isoText } from '../../../../src/core/time/minute.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const below = (most: number) => fc.integer({ min: 0, max: most }).map(two);

/** Days that do not exist among them. */
const day = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 8 })),
    below(13),
    below(32),
  )
  .map(([year, month, date]) => `${String(year).padStart(4, '0')}-${month}-${date}`);
const clock = fc.tuple(below(25), below(60), below(60)).map((parts) => parts.join(':'));
const zone = fc.oneof(
  fc.constantFrom('', 'Z', '+03:00', '-12:00', '+14:00', '+3', '+0300', '-00:00'),
  fc.tuple(fc.constantFrom('+', '-'), below(25), below(61)).map(([a, b, c]) => `${a}${b}:${c}`),
);
const end = fc.oneof(
  fc.tuple(day, fc.constantFrom('', '', '~', '?', '%', '!')).map((parts) => parts.join('')),
  fc.tuple(day, clock, zone).map(([date, time, offset]) => `${date}T${time}${offset}`),
  fc.constantFrom('', '..', '2026', '2026-03', '2026-03~'),
);
const text = fc.oneof(
  end,
  fc.tuple(end, end).map((ends) => ends.join('/')),
  end.map((one) => `${one}/${one}`),
  fc.tuple(end, end, end).map((ends) => ends.join('/')),
);

describe('`readCommonEdtf`', () => {
  it('agrees with edtf.js on every text that it reads', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: -840, max: 840 }), (edtf, utcOffset) => {
        const common = readCommonEdtf(edtf, utcOffset);
        fc.pre(common !== undefined);
        expect({ kind: 'ok', value: common }, edtf).toEqual(readEdtfSpan(edtf, utcOffset));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-03-03', '2026-03-03 to 2026-03-04'],
    ['2026-03-11~', '2026-03-10 to 2026-03-13'],
    ['2026-02-28/2026-03-16~', '2026-02-28 to 2026-03-18'],
    ['2026-03-01T00:10:00+04:00', '2026-02-28T23:10 to 2026-02-28T23:11'],
  ])('reads %s', (edtf, expected) => {
    const { from, to } = readCommonEdtf(edtf, 180)?.span ?? { from: 0, to: 0 };
    expect(`${isoText(from)} to ${isoText(to)}`).toBe(expected);
  });

  it.each([
    '2026',
    '2026-03',
    '2026-02-29',
    '2026-03-05/2026-03-04',
    '2026-03-05/2026-03-05~',
    '0000-02-28',
    '2026-03-05/..',
    '',
    'May',
  ])('leaves %j to the library', (edtf) => {
    expect(readCommonEdtf(edtf, 180)).toBeUndefined();
  });
});
