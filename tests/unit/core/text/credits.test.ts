/** All attributions here are made up. */
import { describe, expect, it } from 'vitest';
import { readCredits } from '../../../../src/core/text/credits.ts';

const OSM = 'https://www.openstreetmap.org/copyright';

describe('`readCredits`', () => {
  it.each([
    ['plain text', '© Someone', [{ text: '© Someone' }]],
    [
      'entities',
      '&copy; A &amp; B &lt;C&gt; &#169;&#xA9; &unknown;',
      [{ text: '© A & B <C> ©© &unknown;' }],
    ],
    ['a link', `<a href="${OSM}">© OSM</a>`, [{ text: '© OSM', address: OSM }]],
    [
      'links with text between them',
      `<a href='https://a.example/' target=_blank>A</a> | <A HREF=http://b.example>B</A>`,
      [
        { text: 'A', address: 'https://a.example/' },
        { text: ' | ' },
        { text: 'B', address: 'http://b.example' },
      ],
    ],
    ['a script', 'A<script>alert("1</a>")</script>B', [{ text: 'A' }, { text: 'B' }]],
    ['a script that never ends', 'A<script>alert(1)', [{ text: 'A' }]],
    ['a style', '<style>a{color:red}</style>A', [{ text: 'A' }]],
    ['a comment', 'A<!-- <a href="https://x.example">x</a> -->B', [{ text: 'A' }, { text: 'B' }]],
    ['an image', '<img src=x onerror=alert(1)>A', [{ text: 'A' }]],
    ['a quoted end of a tag', '<b title="a > b">A</b>', [{ text: 'A' }]],
    [
      'a tag that never ends',
      'A <b title="',
      [{ text: 'A ' }, { text: '<' }, { text: 'b title="' }],
    ],
    ['no tag', '1 < 2', [{ text: '1 ' }, { text: '<' }, { text: ' 2' }]],
    ['white space', '  \n A \t B ', [{ text: 'A B' }]],
    ['nothing', '', []],
    ['no text', 7, []],
    ['an object', { html: 'A' }, []],
  ])('reads %s', (_, html, credits) => {
    expect(readCredits(html)).toEqual(credits);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    '//other.example/',
    '/here',
    'https://a.example/ x" onclick="y',
    '',
  ])('makes no link of %j', (address) => {
    expect(readCredits(`<a href='${address}'>A</a>`)).toEqual([{ text: 'A' }]);
  });

  it('shows characters that turn the text around them', () => {
    expect(readCredits('A\u202eB')).toEqual([{ text: 'A[U+202E]B' }]);
  });

  it('cuts what is too long, however it is made', () => {
    const texts = readCredits('<b>many</b> '.repeat(100_000)).map(({ text }) => text);
    expect(texts.join('').length).toBeLessThanOrEqual(1_100);
    expect(texts.at(-1)).toBe('…');
    expect(readCredits(`<a ${'"'.repeat(100_000)}`).length).toBeLessThan(5);
  });

  it('says where it cuts a text, and keeps every link', () => {
    const link = `<a href="${OSM}">© OSM</a>`;
    expect(readCredits(`${'long '.repeat(300)}${link} and more ${link}`)).toEqual([
      { text: `${'long '.repeat(200).trimEnd()}…` },
      { text: '© OSM', address: OSM },
      { text: '© OSM', address: OSM },
    ]);
    const long = `<a href="${OSM}">${'x'.repeat(300)}</a>`;
    expect(readCredits(long)).toEqual([{ text: `${'x'.repeat(200)}…`, address: OSM }]);
  });

  it('keeps a text of a few hundred letters', () => {
    const makers = 'A maker of maps with a long name, '.repeat(25);
    expect(readCredits(`${makers}© OSM`)).toEqual([{ text: `${makers}© OSM` }]);
  });
});
