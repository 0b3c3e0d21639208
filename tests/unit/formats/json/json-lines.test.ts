import { describe, expect, it } from 'vitest';
import { looksNative } from '../../../../src/formats/native/looks-native.ts';
import { plainText } from '../../../../src/formats/xml/plain-text.ts';
import { readFileSync } from 'node:fs';
import { readWhole } from '../table/read-whole.ts';

const feature = (properties: object): string =>
  JSON.stringify({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [44, 36] },
  });

describe('JSON lines', () => {
  it('keep fields of later lines in a last column', async () => {
    const lines = Array.from({ length: 1_000 }, (_, i) => feature({ title: `made up ${i}` }));
    const whole = await readWhole(
      'a',
      [...lines, feature({ title: 'late', late: { word: 'x' } })].join('\n'),
    );
    expect(whole).toMatchObject({ columns: ['title', 'other properties'] });
    expect('rows' in whole && whole.rows.at(-1)?.cells).toEqual(['late', '{"late.word":"x"}']);
    expect('rows' in whole && whole.rows[0]?.cells).toEqual(['made up 0', '']);
  });

  it('read one object as a document, also over many lines', async () => {
    expect(await readWhole('a', `${feature({ title: 'alone' })}\n`)).toMatchObject({
      form: { format: 'geojson' },
    });
    const many = JSON.stringify(
      { type: 'FeatureCollection', features: [{ type: 'Feature' }] },
      null,
      1,
    );
    expect(await readWhole('a', many)).toMatchObject({ form: { format: 'geojson' } });
  });

  it('read lines that cross the blocks of a file', async () => {
    const lines = Array.from({ length: 9 }, (_, i) =>
      feature({ i, text: 'é'.repeat(150_000 + i) }),
    );
    const whole = await readWhole('a', lines.join('\n'));
    expect('rows' in whole && whole.rows.map(({ cells }) => cells[1]?.length)).toEqual(
      lines.map((_, i) => 150_000 + i),
    );
  });

  it('report a line that is nested too deep as broken', async () => {
    const deep = `{"a":${'['.repeat(70)}${']'.repeat(70)}}`;
    expect(await readWhole('a', ['{"a":1}', '{"a":2}', deep].join('\n'))).toMatchObject({
      rows: [{ cells: ['1'] }, { cells: ['2'] }, { flaw: 'broken-row', number: 3 }],
    });
  });
});

describe('our own codebook', () => {
  it('is distinguished from other GeoJSON by its first text', () => {
    const published = new URL('../../../../geodata/incidents.geojson', import.meta.url);
    expect(looksNative(readFileSync(published, 'utf8').slice(0, 16_384))).toBe(true);
    expect(looksNative(feature({ target: 'x' }))).toBe(false);
  });
});

describe('HTML as plain text', () => {
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['killed: <unknown>', 'killed: <unknown>'],
    ['<table><tr><td>killed</td><td>3</td></tr></table>', 'killed 3'],
    ['<ScRiPt>alert(1)</sCrIpT>after', 'after'],
    ['<style>p{}</style><p>one<p>two', 'one\ntwo'],
    ['<!-- hidden -->seen &#x41;&#66;&amp;lt;', 'seen AB&lt;'],
    ["<a href='https://example.org/x'>told</a> twice", 'told (https://example.org/x) twice'],
    ['left open <b', 'left open <b'],
  ])('%j is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});
