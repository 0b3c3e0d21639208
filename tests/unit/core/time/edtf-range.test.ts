import { describe, expect, it } from 'vitest';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { isoText } from '../../../../src/core/time/minute.ts';

const BAGHDAD = 180;

function read(text: string) {
  const result = readEdtfSpan(text, BAGHDAD);
  if (result.kind === 'failed') return 'failed';
  const { span, precision, isApproximate } = result.value;
  const about = isApproximate ? 'about ' : '';
  return `${isoText(span.from)} to ${isoText(span.to)}, ${about}${precision}`;
}

describe('EDTF as the widest half-open span of civil time', () => {
  it.each([
    ['2026-03-03', '2026-03-03 to 2026-03-04, day'],
    ['2026-03', '2026-03-01 to 2026-04-01, month'],
    ['2026', '2026-01-01 to 2027-01-01, year'],
    ['2026-03-03T21:35:00', '2026-03-03T21:35 to 2026-03-03T21:36, minute'],
    ['2026-03-04/2026-03-05', '2026-03-04 to 2026-03-06, interval'],
    ['2026-02-28/2026-03', '2026-02-28 to 2026-04-01, interval'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['2026-02-28T13:25:00+03:00', '2026-02-28T13:25 to 2026-02-28T13:26, minute'],
    ['2026-02-28T22:25:00Z', '2026-03-01T01:25 to 2026-03-01T01:26, minute'],
    ['2026-03-01T00:10:00+04:00', '2026-02-28T23:10 to 2026-02-28T23:11, minute'],
  ])('%s stands on the wall clock of the place', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['2026-03-11~', '2026-03-10 to 2026-03-13, about day'],
    ['2026-03-11?', '2026-03-10 to 2026-03-13, about day'],
    ['2026-03~', '2026-01-29 to 2026-05-02, about month'],
    ['2026-02-28/2026-03-16~', '2026-02-28 to 2026-03-18, about interval'],
  ])('%s is widened by one unit of what is approximate', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ...[
      '',
      'soon',
      '2026-02-30',
      '2026-03-05/2026-03-04',
      '..',
      '/',
      '../..',
      '2026-13',
      '2026-W54',
    ],
    ...[
      '2026-02-29',
      '2026-02-29~',
      '2026-02-29/2026-03-05',
      '2026-02-01/2026-02-29',
      '1900-02-29',
    ],
    ...[
      '2026-06-31',
      '2026-02-29T10:00:00',
      '2026-03-03T24:30',
      '2026-03-03T24:00:01',
      '2026-03-03T10:00:00+25:00',
      '2026-367',
      '-0001-02-29',
    ],
  ])('refuses %s', (text) => {
    expect(read(text)).toBe('failed');
  });

  it.each([
    ['2024-02-29', '2024-02-29 to 2024-03-01, day'],
    ['2000-02-29', '2000-02-29 to 2000-03-01, day'],
    ['0026-03-05', '0026-03-05 to 0026-03-06, day'],
    ['-0043-03-15', '-0043-03-15 to -0043-03-16, day'],
    ['-0043/0014', '-0043-01-01 to 0015-01-01, interval'],
  ])('reads %s, leap days and far years as the calendar has them', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['2026-03-05/..', 'to', '2026-03-05 to 2026-03-06'],
    ['2026/', 'to', '2026-01-01 to 2027-01-01'],
    ['../2026', 'from', '2026-01-01 to 2027-01-01'],
    ['/2026-02-28T22:25:00Z', 'from', '2026-03-01T01:25 to 2026-03-01T01:26'],
  ])('%s is open at its %s, and gives the end that is known', (text, open, known) => {
    expect(read(text)).toBe(`${known}, interval`);
    expect(readEdtfSpan(text, BAGHDAD)).toMatchObject({ value: { open } });
  });
});
