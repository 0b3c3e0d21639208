/** A made-up format and a made-up schema, added by the recipes of CONTRIBUTING.md. */
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  PLACE_PRECISION_SCALES,
  TABLE_SCHEMAS,
  TIME_PRECISION_SCALES,
} from '../../../src/core/mapping/column-mapping.ts';
import { FORMATS } from '../../../src/formats/registry.ts';
import { SCHEMAS } from '../../../src/formats/schemas/registry.ts';
import type { DatasetSchema } from '../../../src/formats/schemas/dataset-schema.ts';
import { NO_MAPPING } from '../../../src/formats/schemas/table-sample.ts';
import { suggestMapping } from '../../../src/formats/suggest/suggest-mapping.ts';
import { DocumentTableBuilder } from '../../../src/formats/table/document-table-builder.ts';
import { asUtf8, type Format } from '../../../src/formats/table/format.ts';
import { bytesOf, openTable } from './table/read-whole.ts';

const MADE_UP = 'made-up format\none\ntwo';

const dummy: Format = {
  id: 'json',
  detect: ({ text }) => text.startsWith('made-up format\n'),
  open: asUtf8((text) => {
    const builder = new DocumentTableBuilder(false);
    const [, ...lines] = new TextDecoder().decode(text.read(0, text.size)).split('\n');
    for (const line of lines) {
      builder.put('line', line);
      builder.endRow({ geometry: undefined, unread: undefined });
    }
    return Promise.resolve(builder.finish(text.name, { format: 'json' }));
  }),
};

describe('the registry of formats', () => {
  const formats = [dummy, ...FORMATS];

  it.each([
    ['plain', bytesOf(MADE_UP)],
    ['in a gzip', gzipSync(bytesOf(MADE_UP))],
    ['in a zip', zipSync({ 'a-name-that-says-nothing': bytesOf(MADE_UP) })],
  ])('opens a format that is one more entry: %s', async (_, bytes) => {
    const opened = await openTable('given', bytes, { formats });
    if (opened.kind === 'failed') throw new Error(opened.failure.kind);
    expect(opened.value.columns).toEqual(['line']);
    expect(Array.from(opened.value.rows(), (row) => row.text(0))).toEqual(['one', 'two']);
  });

  it('does not open it without the entry', async () => {
    const opened = await openTable('given', MADE_UP);
    expect(opened.kind === 'ok' && opened.value.columns).not.toEqual(['line']);
  });
});

describe('the registry of schemas', () => {
  it('has every schema once, and the scale of every code', () => {
    const ids = (some: readonly DatasetSchema[]) => some.map(({ id }) => id).toSorted();
    expect(ids(SCHEMAS)).toEqual(TABLE_SCHEMAS.filter((id) => id !== 'table').toSorted());
    expect(ids(SCHEMAS.filter(({ placeScale }) => placeScale))).toEqual(
      PLACE_PRECISION_SCALES.filter((id) => id !== 'meters').toSorted(),
    );
    expect(ids(SCHEMAS.filter(({ timeScale }) => timeScale))).toEqual(
      TIME_PRECISION_SCALES.toSorted(),
    );
  });

  it('detects a schema that is one more entry', () => {
    const dummySchema: DatasetSchema = {
      id: 'airwars',
      detect: ({ names }) => {
        const id = names.find('made_up_id');
        return id === undefined ? undefined : { ...NO_MAPPING, id };
      },
    };
    const propose = (schemas: readonly DatasetSchema[]) =>
      suggestMapping(
        ['x', 'made_up_id'],
        [['1', 'a']],
        { hasGeometry: false, hasHeader: true },
        schemas,
      );
    expect(propose([dummySchema, ...SCHEMAS])).toMatchObject({ isKnown: true, mapping: { id: 1 } });
    expect(propose(SCHEMAS).isKnown).toBe(false);
  });
});
