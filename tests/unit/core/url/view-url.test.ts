import { searchTextOf, filterOf } from '../../../../src/core/filters/filter.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoText } from '../../../../src/core/time/minute.ts';
import { readQuery } from '../../../../src/core/url/read-query.ts';
import { readViewUrl } from '../../../../src/core/url/read-view-url.ts';
import { writeViewUrl } from '../../../../src/core/url/write-view-url.ts';
import { OPENING_VIEW } from '../../../../src/core/url/view-state.ts';
import { view } from './views.ts';

const partsOf = (query: string) => new Map(new URLSearchParams(query));

describe('the URL of a view', () => {
  it('restores every view exactly, through a real query', () => {
    fc.assert(
      fc.property(view, (asked) => {
        const query = new URLSearchParams([...writeViewUrl(asked)]).toString();
        expect(readViewUrl(partsOf(query))).toEqual({ view: asked, unread: [] });
      }),
    );
  });

  it('is empty for the opening view', () => {
    expect(writeViewUrl(OPENING_VIEW).size).toBe(0);
    expect(readViewUrl(new Map())).toEqual({ view: OPENING_VIEW, unread: [] });
  });

  it.each(['%D9%87', '%2541', 'https%3A%2F%2Fexample.org', '%25'])(
    'brings back a search for %s, which looks like a code',
    (text) => {
      const query = new URLSearchParams([
        ...writeViewUrl({ ...OPENING_VIEW, filter: filterOf({ text }) }),
      ]).toString();
      expect(searchTextOf(readViewUrl(partsOf(query)).view.filter)).toBe(text);
    },
  );

  it.each(['column:secret', 'constructor', '--killed', '-', 'killed,time', 'Killed '])(
    'sorts the table by no column that is not ours: %s',
    (sort) => {
      const parts = new Map([
        ['list', 'table'],
        ['sort', sort],
      ]);
      const { view: asked, unread } = readViewUrl(parts);
      expect([asked.sort, unread]).toEqual([undefined, [{ part: 'sort', text: sort }]]);
    },
  );

  it.each(['killed', 'column:', '-', `column:${'a'.repeat(3_000)}`])(
    'sorts by no column of a file that has no name, or too long a one',
    (order) => {
      const parts = new Map([
        ['list', 'table'],
        ['order', order],
      ]);
      const { view: asked, unread } = readViewUrl(parts);
      expect([asked.sort, unread]).toEqual([undefined, [{ part: 'order', text: order }]]);
    },
  );

  it.each([
    `values(column:a,${'b'.repeat(250_000)})`,
    `values(column:${'a'.repeat(3_000)},b)`,
    `values(column:a${',b'.repeat(201)})`,
    Array.from({ length: 51 }, (_, at) => `values(column:a${at},b)`).join(''),
    'range(column:a,2026-02-30,)',
    'range(column:a,2026-03-01,7)',
    'range(column:a,1e999,)',
    'values(column:a,b)values(column:a,c)',
    'values(column:a,b',
    '(((((',
  ])('takes no clauses on columns that are too many, too long or broken', (own) => {
    const { view: asked, unread } = readViewUrl(new Map([['own', own]]));
    expect([asked.own, unread]).toEqual([[], [{ part: 'own', text: own }]]);
  });

  it('sorts nothing but a table', () => {
    const { view: asked, unread } = readViewUrl(readQuery('?list=open&sort=-killed).', ''));
    expect([asked.sort, unread]).toEqual([undefined, [{ part: 'sort', text: '-killed' }]]);
  });

  it('reports unknown parameters, except those of trackers', () => {
    const { unread } = readViewUrl(partsOf('date=2026-03-01&fbclid=abc&utm_source=mail&data=x'));
    expect(unread).toEqual([{ part: 'date', text: '2026-03-01' }]);
  });

  it.each([
    'mibextid=x',
    's=09',
    'si=abc',
    'ref=share',
    'smid=nytcore',
    'wprov=sfti1',
    '__cft__[0]=AZ',
    '__tn__=R',
  ])('names no tracker: %s', (tracker) => {
    expect(readViewUrl(partsOf(`q=Soran&${tracker}`)).unread).toEqual([]);
  });

  it.each(['fbclid=1', 'utm_source=x', '__tn__=R', 'fbclid=1&gclid=2'])(
    'leaves a sentence out of a value before a tracker: %s',
    (tracker) => {
      const parts = (query: string): string =>
        [...readQuery(`?${query}&${tracker}`, '')][0]?.[1] ?? '';
      expect(parts('q=Soran).')).toBe('Soran');
      expect(parts('id=2026-03-01-a).')).toBe('2026-03-01-a');
      expect(parts('data=https://example.org/x.csv).')).toBe('https://example.org/x.csv');
    },
  );

  it.each([
    'from=3D2026-03-01&to=3D2026-03-05&id=3D2026-03-01-a',
    'from=2026\u201003\u201001&to=2026\u201303\u201305&id=2026-03-01-a',
    'from=2026-3-1&to=2026-3-5&id=2026-03-01-a',
    'id=2026-03-01-a&from=2026-03-01&to=2026-03-05%3E,%20said%20him',
    'from=2026-03-01&to=2026-03-05&id=2026-03-01-a](http://example.org)',
    'from=2026-03-01&to=2026-03-05&id=2026-03-01-a)%20and%20more',
  ])('reads dates and ids as mail, type and sentences leave them: %s', (query) => {
    const { view, unread } = readViewUrl(readQuery(`?${query}`, ''));
    expect(unread).toEqual([]);
    expect(view.panel.incident).toBe('2026-03-01-a');
    const { from, to } = view.window ?? { from: NaN, to: NaN };
    expect([isoText(from), isoText(to)]).toEqual(['2026-03-01', '2026-03-05']);
  });

  it.each(['2026-03-01Z', '2026-03-01T10:00Z', '2026-03-011', '2026-13-01', '01-03-2026'])(
    'guesses at no other date: %s',
    (from) => {
      const { view, unread } = readViewUrl(readQuery(`?from=${from}&to=2026-03-05`, ''));
      expect(view.window).toBeUndefined();
      expect(unread).toHaveLength(1);
    },
  );

  it.each([
    ['previous', 'previous'],
    ['BEFORE', 'before'],
    ['2026-3-1/2026-3-5', ['2026-03-01', '2026-03-05']],
    ['2026-03-01/2026-03-05),%20said%20him', ['2026-03-01', '2026-03-05']],
    ['2026-03-01t06:30%2F2026-03-05T12:00.', ['2026-03-01T06:30', '2026-03-05T12:00']],
  ])('reads a second period: %s', (text, expected) => {
    const { view, unread } = readViewUrl(readQuery(`?vs=${text}`, ''));
    expect(unread).toEqual([]);
    const { compared } = view;
    expect(
      typeof compared === 'object' ? [isoText(compared.from), isoText(compared.to)] : compared,
    ).toEqual(expected);
  });

  it.each([
    'last week',
    '2026-03-01',
    '2026-03-05/2026-03-01',
    '2026-03-01/2026-03-01',
    '2026-03-01/2026-03-05/2026-03-09',
    '2026-03-01/soon',
    '/',
  ])('reports a second period that is none: %s', (text) => {
    const { view, unread } = readViewUrl(readQuery(`?vs=${encodeURIComponent(text)}`, ''));
    expect(view.compared).toBeUndefined();
    expect(unread).toMatchObject([{ part: 'vs' }]);
  });

  it('reads what was appended with a second question mark apart', () => {
    const { view, unread } = readViewUrl(readQuery('?id=2026-03-01-a?utm_source=x&fbclid=1', ''));
    expect(view.panel.incident).toBe('2026-03-01-a');
    expect(unread).toEqual([]);
  });

  it.each(['q=Soran&amp', 'amp;q=Soran', 'q=Soran&amp;'])('drops half a separator: %s', (query) => {
    expect([...readQuery(`?${query}`, '')]).toEqual([['q', 'Soran']]);
  });

  it.each(['map', 'id', 'list', 'top'])('takes #%s for a place in the page', (anchor) => {
    expect([...readQuery('?q=Soran', `#${anchor}`)]).toEqual([['q', 'Soran']]);
  });

  it('reads the longest values, whatever they end with', () => {
    for (const sign of [')', '.', '\u200b', '('])
      for (const end of ['', 'x']) {
        const text = `a${sign.repeat(100_000)}${end}`;
        const parts = readQuery(`?q=${text}&from=${text}&${text}=1&id=${text}`, '');
        expect(parts.get('q')?.startsWith('a')).toBe(true);
      }
  });

  it('ends with a value that a sentence cannot change', () => {
    const query = writeViewUrl({
      ...OPENING_VIEW,
      filter: filterOf({ text: 'why?' }),
      window: { from: 0, to: 1440 },
      panel: { ...OPENING_VIEW.panel, incident: '2026-03-01-a' },
    });
    expect([...query.keys()]).toEqual(['q', 'id', 'from', 'to']);
  });

  it.each([
    ['seen', true, []],
    ['deaths', false, ['deaths']],
    ['deaths,seen,attacks', true, ['attacks', 'deaths']],
    ['deaths,toString', false, ['deaths']],
  ] as const)('reads only=%s', (text, isSeen, only) => {
    const { filter } = readViewUrl(partsOf(`only=${text}`)).view;
    const seen = isSeen ? [{ kind: 'viewport', field: 'view' }] : [];
    expect(filter).toEqual([...filterOf({ only }), ...seen]);
  });

  it('numbers reports from 1', () => {
    const { view: read } = readViewUrl(partsOf('id=2026-03-01-a&source=1'));
    expect(read.panel).toMatchObject({ incident: '2026-03-01-a', report: 0 });
  });

  it.each([
    ['from=2026-02-30&to=2026-03-01', 'from, to'],
    ['from=2026-03-02&to=2026-03-01', 'from, to'],
    ['to=2026-03-01', 'from, to'],
    ['mode=backwards', 'mode'],
    ['layers=energy,ghosts', 'layers'],
    ['only=deaths,ghosts', 'only'],
    ['only=', 'only'],
    ['map=7/95/44', 'map'],
    ['filter=values(weapon,drone)values(weapon,rocket)', 'filter'],
    ['filter=range(killed,1e999,)', 'filter'],
    ['filter=range(killed,,-1e999)', 'filter'],
    ['list=yes', 'list'],
    ['dock=open', 'dock'],
    ['shade=deaths', 'shade'],
    ['group=circle:1', 'group'],
    ['id=../etc', 'id'],
    ['source=2', 'source'],
    ['id=2026-03-01-a&source=0', 'source'],
  ])('leaves out what it cannot read of %s and names it', (query, part) => {
    const { view: read, unread } = readViewUrl(partsOf(`${query}&q=koya`));
    expect(unread.map((one) => one.part)).toEqual([part]);
    expect(searchTextOf(read.filter)).toBe('koya');
  });
});
