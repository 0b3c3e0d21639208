import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNPACK_LIMITS } from '../../../src/core/mapping/unpack-limits.ts';
import { gzipOf, kmlOf, zipOf } from './archive/made-up-archives.ts';
import { openBytes, readWhole } from './table/read-whole.ts';
import { alwaysDue } from '../always-due.ts';

const folder = new URL('../../fixtures/own/documents/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => readFileSync(new URL(file, folder)));

const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

describe('detection of a format by the first bytes', () => {
  it.each([
    ['html', '  <!doctype HTML><p>a,b,c'],
    ['html', '<!-- saved --><html lang="en"></html>'],
    ['pdf', '%PDF-1.7\n'],
    ['office', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['shapefile', bytes(0, 0, 0x27, 0x0a, 0, 0, 0, 0)],
    ['shapefile', bytes(3, 126, 3, 1, 5, 0, 0, 0, 65, 0, 20, 0, ...Array<number>(60).fill(0))],
    ['picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['binary', bytes(1, 2, 0, 0, 7, 200, 201, 0)],
  ])('reports that a file looks like %s', async (looksLike, content) => {
    expect(await readWhole('data.csv', content)).toEqual({
      fault: { kind: 'unknown-format', file: 'data.csv', looksLike },
    });
  });

  it('does not use the name', async () => {
    expect(await readWhole('wrong.csv', kmlOf('x'))).toMatchObject({ form: { format: 'kml' } });
    expect(await readWhole('wrong.kml', '[{"a":1}]')).toMatchObject({ form: { format: 'json' } });
    expect(await readWhole('wrong.json', 'a,b\n1,2\n3,4\n')).toMatchObject({
      form: { format: 'csv' },
    });
  });

  it('distinguishes an empty file from a blank one', async () => {
    expect(await readWhole('a', '')).toEqual({ fault: { kind: 'empty-file', file: 'a' } });
    expect(await readWhole('a', ' \n')).toEqual({ fault: { kind: 'no-rows', file: 'a' } });
  });
});

describe('opening a file', () => {
  it('reports progress that never decreases', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => ({ title: `made up ${i}` }));
    const parts: number[] = [];
    const task = alwaysDue((part) => parts.push(part));
    await openBytes('a.json.gz', gzipOf(JSON.stringify(rows)), undefined, task);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
  });
});

describe('opening any bytes', () => {
  const archives = [
    zipOf({ 'a.json': '[{"title":"made up"}]', 'doc.kml': kmlOf('x') }),
    gzipOf('{"type":"FeatureCollection","features":[]}'),
  ];
  const start = fc.constantFrom(...fixtures, ...archives).map((file) => Array.from(file));

  const opensOrFails = async (content: Uint8Array): Promise<void> => {
    const whole = await readWhole('fuzzed', content, {
      limits: { ...UNPACK_LIMITS, maxBytes: 1_000_000 },
    });
    if ('fault' in whole) expect(whole.fault.kind).not.toBe('bug');
    else expect(whole.rows.every(({ cells }) => cells.length === whole.columns.length)).toBe(true);
  };

  it('opens or fails with a fault if bytes are changed, removed or added', async () => {
    const edit = fc.record({ at: fc.nat(), lost: fc.nat(8), put: fc.uint8Array({ maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        async (file, edits) => {
          for (const { at, lost, put } of edits) file.splice(at % file.length, lost, ...put);
          await opensOrFails(Uint8Array.from(file));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('opens or fails with a fault if the file is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.nat(), async (file, at) => {
        await opensOrFails(Uint8Array.from(file.slice(0, at % file.length)));
      }),
      { numRuns: 800 },
    );
  });

  it('opens or fails with a fault for any bytes after any beginning', async () => {
    const beginning = fc.constantFrom(
      '',
      '{',
      '[',
      '[{',
      '<kml>',
      '<gpx>',
      '<?xml ',
      'PK\u0003\u0004',
      '\u001e{',
    );
    await fc.assert(
      fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 300 }), async (text, rest) => {
        await opensOrFails(new Uint8Array(Buffer.concat([Buffer.from(text), rest])));
      }),
      { numRuns: 800 },
    );
  });

  it('opens any JSON or reports that it has no rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), async (records) => {
        const whole = await readWhole('a.json', JSON.stringify(records));
        if (records.length > 0) expect(whole).toHaveProperty('rows.length', records.length);
        else expect(whole).toEqual({ fault: { kind: 'no-rows', file: 'a.json' } });
      }),
    );
  });
});
