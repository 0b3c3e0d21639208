import { searchTextOf, filterOf } from '../../../src/core/filters/filter.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, readViewUrl } from '../../../src/core/url/address-reader.ts';
import { isEncodedAgain } from '../../../src/core/url/encoded-again.ts';
import { readQuery } from '../../../src/core/url/read-query.ts';
import type { QueryParameters } from '../../../src/core/url/query-parameters.ts';
import { writeViewUrl } from '../../../src/core/url/write-view-url.ts';
import { OPENING_VIEW, type ViewState } from '../../../src/core/url/view-state.ts';
import { BrowserUrlBar } from '../../../src/io/url-bar.ts';
import { view } from '../core/url/views.ts';
import { FakeWindow } from './fake-window.ts';

const barOf = async (query: string) => {
  const window = new FakeWindow(query);
  return { window, bar: await BrowserUrlBar.open(window) };
};
const { bar: plainBar } = await barOf('');
const linkTo = (asked: ViewState): string => plainBar.linkTo(writeViewUrl(asked));
const read = (link: string) => {
  const { search, hash } = new URL(link, 'https://example.org/map/');
  return readViewUrl(readAddress(search, hash).view);
};

const inCapitals = (link: string): string =>
  link.replace(
    /([?&])([a-z]+)=/g,
    (_, sign: string, name: string) => `${sign}${name.toUpperCase()}=`,
  );
const encodedTwice = (link: string): string => link.replaceAll('%', '%25');
const asFragment = (link: string): string => link.replace('?', '#');
const DECORATIONS: readonly (readonly [string, (link: string) => string])[] = [
  ['&amp;', (link) => link.replaceAll('&', '&amp;')],
  ['&amp;amp;', (link) => link.replaceAll('&', '&amp;amp;')],
  ['capitals', inCapitals],
  ['a fragment', asFragment],
  ['a fragment with a slash', (link) => link.replace('?', '#/?')],
  ['trackers', (link) => `${link}&utm_source=mail&fbclid=A.b_c`],
  ['a separator at its end', (link) => `${link}&`],
];
const ENDS = [
  '.',
  '…',
  '...',
  ').',
  ')',
  ']',
  '»',
  '”',
  '’,',
  '،',
  '؛',
  '؟',
  '?!',
  '\u200b',
  '\u200e',
  '\u2069',
  '\ufeff',
  '\u00a0',
  '%20',
  '>',
  '"',
  "'.",
  '**',
  '–',
];

describe('a link', () => {
  it('restores its view', () => {
    fc.assert(
      fc.property(view, (asked) => {
        expect(read(linkTo(asked))).toEqual({ view: asked, unread: [] });
      }),
    );
  });

  it.each(DECORATIONS)('is read correctly with %s', (_, decorate) => {
    fc.assert(
      fc.property(view, (asked) => {
        expect(read(decorate(linkTo(asked)))).toEqual({ view: asked, unread: [] });
      }),
    );
  });

  it('is read correctly inside a sentence', () => {
    fc.assert(
      fc.property(view, fc.constantFrom(...ENDS), (asked, end) => {
        fc.pre(linkTo(asked).includes('?'));
        expect(read(`${linkTo(asked)}${end}`)).toEqual({ view: asked, unread: [] });
      }),
    );
  });

  it('is read correctly if its codes were encoded twice', () => {
    fc.assert(
      fc.property(view, (asked) => {
        // Three codes deep, a search for a code cannot be told from one that was encoded on its way.
        fc.pre(!isEncodedAgain(searchTextOf(asked.filter)));
        expect(read(encodedTwice(linkTo(asked)))).toEqual({ view: asked, unread: [] });
      }),
    );
  });

  it('is read correctly if its whole query was encoded', () => {
    fc.assert(
      fc.property(view, (asked) => {
        const [page = '', query = ''] = linkTo(asked).split('?');
        expect(read(`${page}?${encodeURIComponent(query)}`).view).toEqual(asked);
      }),
    );
  });

  it.each([
    ['?From=2026-03-01&To=2026-03-05', 'from=2026-03-01&to=2026-03-05'],
    ['?ID=2026-03-01-A', 'id=2026-03-01-a'],
    ['?incident=2026-03-01-a', 'id=2026-03-01-a'],
    ['#from=2026-03-01&to=2026-03-05', 'from=2026-03-01&to=2026-03-05'],
    ['?from=2026-03-01&#38;to=2026-03-05', 'to=2026-03-05&from=2026-03-01'],
    ['?from=2026-03-01;to=2026-03-05', 'from=2026-03-01&to=2026-03-05'],
    ['?start=2026-03-01&end=2026-03-05', 'from=2026-03-01&to=2026-03-05'],
    ['??from=“2026-03-01”&to=2026-03-05t12:00', 'from=2026-03-01&to=2026-03-05T12:00'],
    ['?q=koya+dam', 'q=koya dam'],
    ['?q=Iraq (Koya)).', 'q=Iraq (Koya)'],
    ['?layers=Energy, civilian&list=open', 'layers=energy,civilian&list=open'],
    ['?data=https%253A%252F%252Fexample.org%252Fa.csv', 'data=https://example.org/a.csv'],
    ['?data=https://example.org/a.csv).', 'data=https://example.org/a.csv'],
    ['#top', ''],
  ])('reads %s', (link, meant) => {
    const { search, hash } = new URL(link, 'https://example.org/');
    const parts = [...readQuery(search, hash)].map((part) => part.join('=')).join('&');
    expect(parts).toBe(meant);
  });

  it('has the letters of its search decoded', () => {
    expect(searchTextOf(read('?q=%25D9%2587%25DB%2595').view.filter)).toBe('هە');
  });

  it('reports a parameter whose two spellings contradict each other', () => {
    expect(read('?id=2026-03-01-a&incident=2026-03-02-b').unread).toEqual([
      { part: 'incident', text: '2026-03-02-b' },
    ]);
  });
});

describe('`BrowserUrlBar`', () => {
  const parts = writeViewUrl({ ...OPENING_VIEW, filter: filterOf({ text: 'koya' }) });

  it('keeps parameters of others in the address bar, and leaves them out of links', async () => {
    const { window, bar } = await barOf('?fbclid=abc&embed=1');
    bar.push(parts);
    expect(window.query).toBe('?fbclid=abc&embed=1&q=koya');
    expect(new URL(bar.linkTo(parts)).search).toBe('?embed=1&q=koya');
  });

  it('names open data in the address of every history entry, also after Back', async () => {
    const { window, bar } = await barOf('');
    bar.push(parts);
    await bar.nameLinkedData('https://example.org/a.csv');
    expect(window.query).toBe('?data=https://example.org/a.csv&q=koya');
    const travels: Promise<QueryParameters>[] = [];
    bar.onTravel((read) => travels.push(read));
    await window.go(-1);
    expect(await Promise.all(travels)).toEqual([new Map()]);
    expect(window.query).toBe('?data=https://example.org/a.csv');
    await bar.nameLinkedData(undefined);
    await window.go(1);
    expect(await travels[1]).toEqual(parts);
    expect(window.query).toBe('?q=koya');
  });

  it.each(['throws', 'ignores'] as const)('reports that the browser %s', async (refusal) => {
    const { window, bar } = await barOf('');
    Object.assign(window, { allowed: 0, refusal });
    expect([bar.push(parts), bar.replace(parts)]).toEqual([false, false]);
    window.allowed = 1;
    expect(bar.replace(parts)).toBe(true);
  });

  it.each([
    ['', false],
    ['?embed=1&utm_source=x', false],
    ['?q=koya', true],
    ['?data=https://example.org/a.csv', true],
    ['#id=2026-03-01-a', true],
  ])('tells that %s names a view: %s', async (query, isLinked) => {
    expect((await barOf(query)).bar.isViewLinked).toBe(isLinked);
  });

  it('does not treat its own view as a link after a reload', async () => {
    const { window, bar } = await barOf('');
    bar.push(parts);
    expect((await BrowserUrlBar.open(window)).isViewLinked).toBe(false);
  });
});
