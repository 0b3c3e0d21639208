import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { openJson } from '../../../../src/formats/json/open-json.ts';
import { parseXml } from '../../../../src/formats/xml/parse-xml.ts';
import { memorySource } from '../../../../src/formats/source/byte-source.ts';
import { bytesOf, openBytes, readWhole } from './read-whole.ts';

const million = 1_000_000;

describe('the limits of documents', () => {
  it.each([
    ['JSON', '['.repeat(million)],
    ['JSON that is whole', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['objects', '{"a":'.repeat(million)],
    ['KML', `<kml>${'<Folder>'.repeat(million)}`],
  ])('refuses deep nesting of %s before it is parsed', async (_, content) => {
    expect(await readWhole('deep', content)).toEqual({
      fault: { kind: 'too-deep', file: 'deep', limit: 64 },
    });
  });

  it('do not count brackets inside texts as nesting', async () => {
    const text = '\\"[{'.repeat(1_000);
    expect(await readWhole('a.json', `[{"a":"${text}"}]`)).toMatchObject({
      rows: [{ cells: ['"[{'.repeat(1_000)] }],
    });
    expect(
      await readWhole(
        'a.kml',
        `<kml><Placemark><name><![CDATA[${'[x]'.repeat(100)}]]></name></Placemark></kml>`,
      ),
    ).toMatchObject({ rows: [{ cells: ['[x]'.repeat(100)] }] });
  });

  it('refuses documents that are too large to be read as a whole', async () => {
    const source = memorySource('a', bytesOf('[{"a":1}]'));
    const fault = { kind: 'too-large', file: 'a', part: 'document', maxBytes: 5 };
    expect(await openJson(source, UNINTERRUPTED, 5)).toEqual({ kind: 'failed', failure: fault });
    expect(await parseXml(source, UNINTERRUPTED, 5)).toEqual({ kind: 'failed', failure: fault });
  });

  it('refuses more than 2,000 columns, in a document and in lines', async () => {
    const wide = JSON.stringify(
      Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`c${i}`, i])),
    );
    const fault = { kind: 'too-many-columns', file: 'a', columns: 2_001, limit: 2_000 };
    expect(await readWhole('a', `[${wide}]`)).toEqual({ fault });
    expect(await readWhole('a', `${wide}\n${wide}`)).toEqual({ fault });
  });

  it.each([
    ['letters', 'a', 'a'],
    ['escapes', '\\n.', '\n.'],
  ])('reads a cell of a million %s', async (_, written, read) => {
    const whole = await readWhole('a.json', `[{"a":"x${written.repeat(million)}"}]`);
    expect('rows' in whole && whole.rows[0]?.cells[0] === `x${read.repeat(million)}`).toBe(true);
  });

  it('reads a description of a million tags', async () => {
    const description = `<![CDATA[${'<b>a</b><i'.repeat(million / 10)}]]>`;
    const whole = await readWhole(
      'a.kml',
      `<kml><Placemark><description>${description}</description></Placemark></kml>`,
    );
    expect(whole).toHaveProperty('rows.length', 1);
  });

  it('names the place where a million escapes end in broken JSON', async () => {
    expect(await readWhole('a.json', `[{"a":"${'\\n'.repeat(million)}"]`)).toMatchObject({
      fault: { kind: 'broken-document', line: 1 },
    });
  });
});

describe('the memory of a table', () => {
  it('is near the size of the document', async () => {
    const features = Array.from({ length: 2_000 }, (_, i) => ({
      type: 'Feature',
      properties: { title: `made up ${i}`, text: 'made-up words '.repeat(5), count: i },
      geometry: { type: 'Point', coordinates: [44, 36] },
    }));
    const json = JSON.stringify({ type: 'FeatureCollection', features });
    const opened = await openBytes('a', json);
    if (opened.kind === 'failed') throw new Error(opened.failure.kind);
    expect(opened.value.bytesKept).toBeLessThan(json.length);
  });
});

describe('XML that is not well-formed', () => {
  it.each([
    ['behind blank lines', '\n\n<kml>\n<a></b></kml>', 4],
    ['behind its root', '<kml></kml>more', 1],
    ['without a quote', '<kml>\n<Placemark id=1></Placemark>\n<Placemark id="2></kml>', 3],
  ])('is reported with its line: %s', async (_, content, line) => {
    expect(await readWhole('a', content)).toMatchObject({
      fault: { kind: 'broken-document', format: 'xml', line },
    });
  });
});
