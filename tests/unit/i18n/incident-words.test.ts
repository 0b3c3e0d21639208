import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/core/records/incident.ts';
import type { Place } from '../../../src/core/place/place.ts';
import { closedDashes } from './closed-dashes.ts';
import { readEdtfSpan } from '../../../src/core/time/edtf-range.ts';
import { words } from '../../../src/i18n/words.ts';

const {
  casualties,
  languageName,
  placeLine,
  publishedDate,
  toll,
  whenSentence,
  whenShort,
  whereSentence,
} = words.panel;

const BAGHDAD = 180;

function said(time: string, kind: Kind = 'incident') {
  const read = readEdtfSpan(time, BAGHDAD);
  if (read.kind === 'failed') throw new Error(read.failure);
  return {
    sentence: closedDashes(whenSentence(time, read.value.span, kind)),
    short: closedDashes(whenShort(time, read.value.span)),
  };
}

describe('the time of a record', () => {
  it.each([
    ['2026-03-03', 'on 3 March 2026', '3 March 2026'],
    ['2026-03-01~', 'about 1 March 2026 (approximate)', 'about 1 March 2026'],
    ['2026-03-01?', 'perhaps 1 March 2026 (uncertain)', 'perhaps 1 March 2026'],
    ['2026-03', 'in March 2026; day not known', 'March 2026'],
    ['2026-03-03T21:35:00+03:00', 'at 21:35 on 3 March 2026, local time', '3 March 2026 at 21:35'],
    ['2026-03-03T21:35:00Z', 'at 00:35 on 4 March 2026, local time', '4 March 2026 at 00:35'],
    ['2026-03-04/2026-03-05', 'between 4 and 5 March 2026; exact day not known', '4–5 March 2026'],
    [
      '2026-02-28/2026-03-04',
      'between 28 February and 4 March 2026; exact day not known',
      '28 February–4 March 2026',
    ],
    [
      '2025-12-31/2026-01-01',
      'between 31 December 2025 and 1 January 2026; exact day not known',
      '31 December 2025–1 January 2026',
    ],
  ])('states %s with its precision', (time, sentence, short) => {
    expect(said(time)).toEqual({ sentence, short });
  });

  it('states the whole period of a series or total', () => {
    expect(said('2026-02-28/2026-03-16~', 'total').sentence).toBe(
      'from 28 February to about 16 March 2026 (approximate)',
    );
  });

  it('uses the time range for rare forms, no finer than they are', () => {
    expect(said('2026-03-1X').sentence).toBe('within 10–19 March 2026; nothing more is known');
  });
});

const place = (changes: Partial<Place>): Place => ({
  name: 'Degala',
  district: 'Koya',
  governorate: 'Irbil',
  lat: 36,
  lon: 44,
  precision: 'district',
  basis: 'stated',
  note: null,
  ...changes,
});

describe('the place of a record', () => {
  it('names the governorate once', () => {
    expect(placeLine(place({}))).toBe('Degala, Irbil governorate');
    expect(placeLine(place({ name: 'Ankawa, Irbil' }))).toBe('Ankawa, Irbil');
    expect(
      placeLine(place({ name: 'Kirkuk', governorate: 'Kirkuk', precision: 'governorate' })),
    ).toBe('Kirkuk governorate');
    expect(placeLine(place({ name: 'Kurdistan Region of Iraq', governorate: null }))).toBe(
      'Kurdistan Region of Iraq',
    );
  });

  it('names every area around the place', () => {
    expect(whereSentence(place({}))).toBe('Degala, Koya district, Irbil governorate');
    expect(whereSentence(place({ name: 'Koya district' }))).toBe(
      'Koya district, Irbil governorate',
    );
  });
});

describe('casualties', () => {
  it('are “not stated”, never “none”, if nothing is stated', () => {
    expect(casualties(null)).toBe('not reported');
    expect(casualties([0, 0])).toBe('none, according to a source');
    expect(casualties([0, 1])).toBe('0 to 1');
    expect(casualties([8, 8])).toBe('8');
  });

  it('keep both ends of every range', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.integer({ min: 1, max: 90 }), (min, more) => {
        const text = casualties([min, min + more]);
        expect(text).toBe(`${min} to ${min + more}`);
      }),
    );
  });

  it('have only numbers above zero in the short line', () => {
    expect(toll('killed', [1, 1])).toBe('1 killed');
    expect(toll('injured', [6, 7])).toBe('6 to 7 injured');
    expect([toll('killed', [0, 0]), toll('injured', null)]).toEqual(['', '']);
  });
});

describe('a report of a record', () => {
  it('has a date in words, as written, or none', () => {
    expect(publishedDate('2026-03-04')).toBe('4 March 2026');
    expect(publishedDate('early March')).toBe('early March');
    expect(publishedDate(null)).toBe('no date');
  });

  it('has a language by name, or as it is written', () => {
    expect(languageName('ku')).toBe('Kurdish');
    expect(languageName('not a code')).toBe('not a code');
  });
});
