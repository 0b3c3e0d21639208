import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../src/formats/suggest/suggest-mapping.ts';
import { RowReader } from '../../../../src/formats/mapping/row-reader.ts';
import { proposeFor, rowOf, TODAY } from '../mapping/made-up-rows.ts';

const meaningFor = (lines: string) => proposeFor(lines).mapping;

describe('the date at the beginning of names', () => {
  it('is the time of a table that has no other', () => {
    const { mapping, timeCandidates } = proposeFor(`
      name                   | lat   | lon
      05 JAN 2031 – a strike | 36.10 | 44.20
      06 JAN 2031 – a strike | 36.10 | 44.20
      Made-up airbase        | 36.20 | 44.30`);
    expect(mapping.time).toEqual({ kind: 'leading', column: 0, order: 'ymd' });
    expect(mapping.title).toBe(0);
    expect(timeCandidates).toEqual([0]);
  });

  it('is not proposed if only half of the names begin with one', () => {
    const { mapping } = proposeFor(`
      name                   | lat   | lon
      05 JAN 2031 – a strike | 36.10 | 44.20
      Made-up airbase        | 36.20 | 44.30`);
    expect(mapping.time).toEqual({ kind: 'none' });
  });

  it('is not proposed if there is a column of dates', () => {
    const { mapping } = proposeFor(`
      name                   | date       | lat   | lon
      05 JAN 2031 – a strike | 2031-02-01 | 36.10 | 44.20
      06 JAN 2031 – a strike | 2031-02-02 | 36.20 | 44.30`);
    expect(mapping.time).toEqual({ kind: 'one', column: 1, order: 'ymd' });
  });

  it.each([
    ['13/01/2031', 'dmy', false],
    ['01/13/2031', 'mdy', false],
    ['04/05/2031', 'dmy', true],
  ])('has the order that the names show, or it is asked: %s', (date, order, isOpen) => {
    const { mapping, dateOrder } = proposeFor(`
      name             | lat   | lon
      ${date} a strike | 36.10 | 44.20
      ${date} a raid   | 36.20 | 44.30
      Made-up airbase  | 36.20 | 44.30`);
    expect(mapping.time).toEqual({ kind: 'leading', column: 0, order });
    expect(dateOrder.isOpen).toBe(isOpen);
  });
});

describe('the guess of the place columns', () => {
  it('prefers `long` with numbers to `lon` full of NA', () => {
    const { place } = meaningFor(`
      lon | lat   | long
      NA  | 36.10 | 44.20
      NA  | 36.20 | 44.30`);
    expect(place).toEqual({ kind: 'two', latitude: 1, longitude: 2 });
  });

  it('takes columns that belong together', () => {
    const { place } = meaningFor(`
      home_lat | event_lon | event_lat
      10.5     | 44.20     | 36.10
      10.6     | 44.30     | 36.20`);
    expect(place).toEqual({ kind: 'two', latitude: 2, longitude: 1 });
  });

  it.each([
    'latitud | longitud',
    'Breite | Länge',
    'خط العرض | خط الطول',
    'decimalLatitude | decimalLongitude',
    'y | x',
    '#geo+lat | #geo+lon',
  ])('finds the names %s', (names) => {
    const { place } = meaningFor(`${names}\n36,19 | 44,01\n36,20 | 44,02`);
    expect(place).toEqual({ kind: 'two', latitude: 0, longitude: 1 });
  });

  it('rejects words under a name of degrees', () => {
    expect(meaningFor('lat | long\nnorth | short\nsouth | wide').place).toEqual({ kind: 'none' });
  });

  it('rejects whole numbers under x and y', () => {
    expect(meaningFor('x | y\n12 | 30\n14 | 31').place).toEqual({ kind: 'none' });
  });

  it.each([
    ['36.19, 44.01', 'latitude-first'],
    ['36,19; 44,01', 'latitude-first'],
    [`36°11'28"N 44°00'33"E`, 'latitude-first'],
    ['POINT(44.01 36.19)', 'latitude-first'],
    ['117.20, 36.19', 'longitude-first'],
    ['[44.01, 36.19]', 'longitude-first'],
  ])('finds both in one cell: %s, %s', (cell, order) => {
    const { place } = meaningFor(`where it was | found\na | ${cell}\nb | ${cell}`);
    expect(place).toEqual({ kind: 'one', column: 1, order });
  });

  it('finds degrees with decimals without any names', () => {
    const { mapping } = proposeFor('a | 44.1234 | 36.5678\nb | 120.2345 | 36.6789', {
      hasHeader: false,
    });
    expect(mapping.place).toEqual({ kind: 'two', latitude: 2, longitude: 1 });
  });
});

describe('the guess of the precision column', () => {
  const scaleOf = (name: string, ...values: readonly string[]) =>
    meaningFor(`lat | lon | ${name}\n${values.map((value) => `36.1 | 44.2 | ${value}`).join('\n')}`)
      .placePrecision?.scale;

  it('recognises the scale by its values', () => {
    expect(scaleOf('geo_precision', '1', '3')).toBe('acled');
    expect(scaleOf('where_prec', '1', '6')).toBe('ucdp');
    expect(scaleOf('coordinateUncertaintyInMeters', '5', '9')).toBe('meters');
    expect(scaleOf('accuracy', '30', '2000')).toBe('meters');
    expect(scaleOf('precision', 'site', 'governorate')).toBe('codebook');
    expect(scaleOf('GEO_PRECISION', 'STREET', 'ADM1')).toBe('airwars');
  });

  it('does not read codes of an unknown scale as metres', () => {
    expect(scaleOf('accuracy', '1', '3')).toBeUndefined();
    expect(scaleOf('precision', 'A', 'B')).toBeUndefined();
  });
});

describe('the guess of the time columns', () => {
  it('is the date of the event, not of the report', () => {
    const { time } = meaningFor(`
      report date | date of event | last updated
      2031-03-12  | 2031-03-10    | 2031-04-01
      2031-03-13  | 2031-03-11    | 2031-04-01`);
    expect(time).toEqual({ kind: 'one', column: 1, order: 'ymd' });
  });

  it('is two columns, of start and end', () => {
    const { time } = meaningFor(`
      end date   | start date | title
      2031-03-12 | 2031-03-10 | a
      2031-03-13 | 2031-03-11 | b`);
    expect(time).toEqual({ kind: 'interval', from: 1, to: 0, order: 'ymd' });
  });

  it('is separate columns of year, month and day', () => {
    const { time } = meaningFor('iyear | imonth | iday\n2031 | 3 | 0\n2031 | 12 | 31');
    expect(time).toEqual({ kind: 'parts', year: 0, month: 1, day: 2 });
  });

  it('is seconds or milliseconds since 1970, by their size', () => {
    expect(meaningFor('id | time\n1900000001 | 1930000000\n1900000002 | 1930000100').time).toEqual({
      kind: 'epoch',
      column: 1,
      unit: 'seconds',
    });
    expect(meaningFor('timestamp\n1930000000123\n1930000100456').time).toMatchObject({
      unit: 'milliseconds',
    });
  });

  it('is found by values if no name says so', () => {
    expect(meaningFor('a | b\nx | 30-Apr-19\ny | 1-May-19').time).toMatchObject({ column: 1 });
  });

  it('is nothing for plain numbers', () => {
    expect(meaningFor('price | count\n2031 | 20310310\n2032 | 20310311').time).toEqual({
      kind: 'none',
    });
  });
});

describe('the guess of the date order', () => {
  const orderOf = (...dates: readonly string[]) => {
    const { mapping, dateOrder } = proposeFor(`date\n${dates.join('\n')}`);
    return [mapping.time.kind === 'one' && mapping.time.order, dateOrder.isOpen];
  };

  it('follows from one number above 12', () => {
    expect(orderOf('3/4/2031', '13/4/2031', '5/6/2031')).toEqual(['dmy', false]);
    expect(orderOf('3/4/2031', '4/13/2031', '5/6/2031')).toEqual(['mdy', false]);
  });

  it('is asked for if no date shows it, and is day first until then', () => {
    expect(orderOf('3/4/2031', '5/6/2031')).toEqual(['dmy', true]);
  });

  it('is not asked for if it changes nothing', () => {
    expect(orderOf('2031-03-04', '2031-05-06')).toEqual(['ymd', false]);
    expect(orderOf('4 March 2031', '6 May 2031')).toEqual(['ymd', false]);
    expect(orderOf('4/4/2031', '5/5/2031')).toEqual(['dmy', false]);
  });

  it('is that of the majority if the dates of a file contradict each other', () => {
    expect(orderOf('4/13/2031', '4/14/2031', '15/4/2031')).toEqual(['mdy', false]);
  });
});

describe('the guess of the text columns', () => {
  it('uses names and values', () => {
    const { id, title, text, source, link, category, placeName, area } = meaningFor(`
      No | Event title | What was said | Source | More | Kind of event | Town | Governorate
      1  | Made-up A | A long made-up account of a thing that never was | Herald | https://a.example/1 | strike | Madeville | Upper Made
      2  | Made-up B | Another long made-up account of nothing at all | Herald | https://a.example/2 | strike | Madeham | Upper Made
      3  | Made-up C | A third long made-up account of nothing at all | Gazette | https://a.example/3 | outage | Madeville | Lower Made`);
    expect({ id, title, text, source, link, category, placeName, area }).toEqual({
      id: 0,
      title: 1,
      text: undefined,
      source: 3,
      link: 4,
      category: 5,
      placeName: 6,
      area: 7,
    });
  });

  it('takes the longest texts if no name says which', () => {
    const account =
      'A made-up account that is long enough to be told from a name or a kind of thing';
    const { text } = meaningFor(`a | b\nx | ${account}\ny | ${account} too`);
    expect(text).toBe(1);
  });

  it('takes few repeated values as categories, but neither countries nor codes', () => {
    const kinds = ['raid', 'fire', 'flood'];
    const lines = Array.from({ length: 12 }, (_, row) => {
      const kind = kinds[row % 3] ?? '';
      return `${row % 3} | Land ${row % 4} | ${kind} | ${row}`;
    });
    expect(meaningFor(`code | country | what kind | n\n${lines.join('\n')}`).category).toBe(2);
    expect(meaningFor(`code | country | - | n\n${lines.join('\n')}`).category).toBe(2);
  });
});

describe('the guess for any table', () => {
  it('never throws', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', 'NA', '36.1', '44,2', '-999', '2031-03-10', '31/02/2031', 'constructor'),
      fc.double().map(String),
    );
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'lat',
        'lon',
        'date',
        'end_date',
        'precision',
        'location',
        '__proto__',
        'url',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (columns, rows, hasGeometry, hasHeader) => {
          const { mapping } = suggestMapping(columns, rows, { hasGeometry, hasHeader });
          const reader = new RowReader(mapping, 180, { today: TODAY });
          for (const row of rows) {
            const { place, span, notes } = reader.read(rowOf(row));
            if (!place || !span) expect(notes.length).toBeGreaterThan(0);
            if (place) expect(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180).toBe(true);
            if (span) expect(span.to).toBeGreaterThan(span.from);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('words in column names for title, address and activity', () => {
  const rolesOf = (header: string, ...rows: readonly string[]) => {
    const { title, category, placeName } = meaningFor([header, ...rows].join('\n'));
    const names = header.split('|').map((name) => name.trim());
    const nameOf = (column: number | undefined) =>
      column === undefined ? undefined : names[column];
    return { title: nameOf(title), category: nameOf(category), placeName: nameOf(placeName) };
  };
  const place = '36.1 | 44.2';

  it.each([
    // Arabic, Persian and Kurdish: a name, and one word for title and address.
    ['الاسم', { title: 'الاسم' }],
    ['اسم', { title: 'اسم' }],
    ['نام', { title: 'نام' }],
    ['ناو', { title: 'ناو' }],
    ['العنوان', { title: 'العنوان' }],
    ['عنوان', { title: 'عنوان' }],
    ['ناونیشان', { title: 'ناونیشان' }],
    ['title | العنوان', { title: 'title', placeName: 'العنوان' }],
    ['الاسم | العنوان', { title: 'الاسم', placeName: 'العنوان' }],
    ['ناو | ناونیشان', { title: 'ناو', placeName: 'ناونیشان' }],
    ['العنوان | المكان', { title: 'العنوان', placeName: 'المكان' }],
    ['نشانی', { placeName: 'نشانی' }],
    ['شوێن', { placeName: 'شوێن' }],
    ['Adresse | Titel', { title: 'Titel', placeName: 'Adresse' }],
    ['Dirección', { placeName: 'Dirección' }],
    ['Адрес', { placeName: 'Адрес' }],
  ])('%s', (header, expected) => {
    const words = header.split('|').map((_, column) => `made up ${String(column)}`);
    expect(rolesOf(`${header} | lat | lon`, `${words.join(' | ')} | ${place}`)).toEqual({
      title: undefined,
      category: undefined,
      placeName: undefined,
      ...expected,
    });
  });

  it.each(['activity', 'Aktivität', 'النشاط', 'چالاکی'])('%s is a title or a category', (name) => {
    const rows = (values: readonly string[]) => values.map((value) => `${value} | ${place}`);
    const header = `${name} | lat | lon`;
    const many = Array.from({ length: 8 }, (_, row) => `made up ${String(row)}`);
    expect(rolesOf(header, ...rows(many))).toMatchObject({ title: name, category: undefined });
    const few = many.map((_, row) => (row % 2 === 0 ? 'patrol' : 'search'));
    expect(rolesOf(header, ...rows(few))).toMatchObject({ title: undefined, category: name });
  });
});
