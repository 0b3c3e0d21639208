/** Every cell is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEscape, withoutEscape } from '../../../../src/core/text/formula-escape.ts';

describe('a cell that a spreadsheet program would run', () => {
  it.each([
    ...[
      '=1+2',
      '=cmd|/C calc!A0',
      '@SUM(A1)',
      '@name',
      '+cmd',
      '-cmd',
      '-2+3',
      '+1+1',
      '-A1',
      '- note',
    ],
    ...["-2+3+cmd|' /C calc'!A0", '+5*HYPERLINK("x")', '-1e', '＝1+1', '＋A1', '-2-3', '-1^2'],
    ...['\tx', '\r=1', "'=1", "''=1", "'-5", "'@a"],
  ])('gets an apostrophe, which reading takes off: %j', (text) => {
    expect(withEscape(text)).toBe(`'${text}`);
    expect(withoutEscape(withEscape(text))).toBe(text);
  });

  it.each([
    ...['-23,96', '-23.96', '+55 13', '+964 750 123 4567', '+964-750-1234567', '+964 (0) 750/123'],
    ...[
      "-36°11'",
      '-36°11\'28"S',
      '−5',
      '- 5',
      '-1.5e3',
      '-1E-3',
      "-1'234.5",
      '-1.234,5',
      '-1\u00a0234',
    ],
    ...[
      '-1\u202f234,5',
      '-.5',
      '-,5',
      '+.5e3',
      '-5%',
      '-٥٫٣',
      '-۱۲',
      '-$5',
      '-€ 5',
      '-0044-03-15',
      '-0044-03',
    ],
    ...['-23.96, -46.33', '-23,96; -46,33', '-', '--', '+', '-36.2W'],
  ])('is none where it is a number in any notation: %j', (text) => {
    expect(withEscape(text)).toBe(text);
    expect(withoutEscape(text)).toBe(text);
  });

  it.each(["'tis", "''", "'", "'quoted'", 'a=1', "' =1", "don't", "'5"])(
    'is none where it begins with anything else: %j',
    (text) => {
      expect(withEscape(text)).toBe(text);
      expect(withoutEscape(text)).toBe(text);
    },
  );

  it('is restored exactly by `withoutEscape`, whatever the text', () => {
    const signs = fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '5',
      ' ',
      '.',
      'e',
      '＝',
      'x',
    );
    const text = fc.oneof(
      fc.array(signs, { maxLength: 7 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(withoutEscape(withEscape(one))).toBe(one);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('is never left to run: what is not escaped begins with no sign, or is a number', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('=+-@(),.;e5 A!|^*/&')),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (one) => {
        const written = withEscape(one);
        if (/^[=@]/.test(written)) throw new Error(written);
        if (/^[+-]/.test(written)) expect(written).toMatch(/^[+-][(),.;e5 /+-]*$/);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
