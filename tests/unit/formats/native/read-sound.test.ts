import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import type { Result } from '../../../../src/core/base/result.ts';
import type { Fault } from '../../../../src/core/faults/fault.ts';
import type { DatedIncident } from '../../../../src/core/records/incident-table.ts';
import { ShapeCheck } from '../../../../src/formats/native/check-shape.ts';
import { matchesShape, type Shape } from '../../../../src/formats/native/matches-shape.ts';
import { readAreas } from '../../../../src/formats/native/read-areas.ts';
import { readDataset } from '../../../../src/formats/native/read-dataset.ts';
import { readIncidentFile } from '../../../../src/formats/native/read-incidents.ts';
import { readSourceIndex } from '../../../../src/formats/native/read-source-index.ts';
import {
  soundAreas,
  soundDataset,
  soundDocuments,
  soundIncidents,
} from '../../../../src/formats/native/read-sound.ts';
import {
  AREA_SHAPE,
  DATASET_SHAPE,
  DOCUMENT_SHAPE,
  FEATURE_SHAPE,
} from '../../../../src/formats/native/shapes.ts';
import { isObject } from '../../../../src/formats/source/is-object.ts';
import { collectionText, featureOf, featureWith, madeUpRecord } from './made-up-records.ts';

const bytesOf = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../../../geodata/${path}`, import.meta.url)));
const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const valueIn = <Value>(result: Result<Value, Fault>): Value | undefined =>
  result.kind === 'ok' ? result.value : undefined;

const UTC_OFFSET = 180;

/** What the reader that names every fault accepts as a whole; undefined where it finds a fault. */
function faultless(bytes: Uint8Array<ArrayBuffer>): readonly DatedIncident[] | undefined {
  const read = valueIn(readIncidentFile('made-up.geojson', bytes, UTC_OFFSET, readEdtfSpan));
  return read?.report.faults.length === 0 ? read.records : undefined;
}

/** Every value in a JSON value, by its path. */
const pathsIn = (value: unknown): readonly (readonly string[])[] =>
  Array.isArray(value) || isObject(value)
    ? Object.entries(value).flatMap(([name, part]) => [
        [name],
        ...pathsIn(part).map((path) => [name, ...path]),
      ])
    : [];

type Change = { readonly kind: 'without' | 'added' } | { readonly kind: 'set'; value: unknown };

/** A copy with one value left out or set, or with a field that no schema knows next to it. */
function changed(value: unknown, [name = '', ...rest]: readonly string[], change: Change): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = [...(value as readonly unknown[])];
    const at = Number(name);
    if (rest.length > 0) items[at] = changed(items[at], rest, change);
    else items.splice(at, 1, ...(change.kind === 'set' ? [change.value] : []));
    return items;
  }
  const { [name]: part, ...others } = value as Readonly<Record<string, unknown>>;
  if (rest.length > 0) return { ...others, [name]: changed(part, rest, change) };
  if (change.kind === 'set') return { ...others, [name]: change.value };
  return change.kind === 'without' ? others : { ...others, [name]: part, unknown: 1 };
}

/** Values as they are found where they should not be, near misses among them. */
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', '𐀀', 0, -1, 1.5, 2e9, true, [], {}, [0], [0, 2], [2, 0]),
  fc.constantFrom<unknown>('2026-03-02', '2026-02-30', '2026-03', 'https://example.org/a', 'drone'),
  fc.jsonValue({ maxDepth: 1 }),
);

const changesOf = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...pathsIn(value)),
      fc.oneof(
        { weight: 4, arbitrary: anyValue.map((one): Change => ({ kind: 'set', value: one })) },
        fc.constantFrom<Change>({ kind: 'without' }, { kind: 'added' }),
      ),
    )
    .map(([path, change]) => changed(value, path, change));

describe('reading valid files without the validator', () => {
  it('reads the published files like the readers that report faults', () => {
    const incidents = bytesOf('incidents.geojson');
    expect(soundIncidents(incidents, UTC_OFFSET)).toEqual(faultless(incidents));
    const files = [
      ['dataset.json', soundDataset, readDataset],
      ['basemap/governorates.json', soundAreas, readAreas],
      ['sources/index.json', soundDocuments, readSourceIndex],
    ] as const;
    for (const [path, readSound, read] of files) {
      const bytes = bytesOf(path);
      const expected = valueIn<unknown>(read(path, new TextDecoder().decode(bytes)));
      expect(expected).toBeDefined();
      expect(readSound(bytes.buffer)).toEqual(expected);
    }
  });

  it('accepts a changed record exactly if it has no fault', () => {
    const feature = featureOf(madeUpRecord);
    fc.assert(
      fc.property(changesOf(feature), (other) => {
        const bytes = encoded(collectionText([feature, other]));
        const expected = faultless(bytes);
        const isRare = expected?.some(({ incident }) => !/^\d{4}-\d\d-\d\d$/.test(incident.time));
        if (!isRare) expect(soundIncidents(bytes, UTC_OFFSET)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(path)));
  const area = {
    properties: { name: 'A', kind: 'region' },
    geometry: { type: 'Polygon', coordinates: [1] },
  };
  it.each<readonly [string, Shape, unknown]>([
    ['record', FEATURE_SHAPE, featureOf(madeUpRecord)],
    ['area', AREA_SHAPE, area],
    ['document', DOCUMENT_SHAPE, (json('sources/index.json') as readonly unknown[])[0]],
    ['data set', DATASET_SHAPE, json('dataset.json')],
  ])('accepts a changed %s exactly if the validator of the schema does', (_, shape, value) => {
    const check = new ShapeCheck(shape);
    expect(matchesShape(value, shape)).toBe(true);
    fc.assert(
      fc.property(changesOf(value), (other) => {
        expect(matchesShape(other, shape)).toBe(check.faultsOf(other).length === 0);
      }),
      { numRuns: 400 },
    );
  });

  it('knows every keyword of the published schema', () => {
    const known =
      `$ref $defs type const enum pattern minLength minimum maximum minItems maxItems items required
      properties additionalProperties`.split(/\s+/);
    const keywordsIn = (schema: unknown): readonly string[] =>
      isObject(schema)
        ? Object.entries(schema).flatMap(([name, part]) => {
            const named = name === 'properties' || name === '$defs';
            const inner = named && isObject(part) ? Object.values(part) : [part];
            return [name, ...inner.flatMap(keywordsIn)];
          })
        : [];
    const words = ['$schema', 'title', 'description'];
    const unknown = keywordsIn(FEATURE_SHAPE.root).filter(
      (one) => ![...known, ...words].includes(one),
    );
    expect(unknown).toEqual([]);
  });

  it('leaves times to the EDTF library that only it reads', () => {
    const bytes = encoded(collectionText([featureWith({ time: '2026-03' })]));
    expect(faultless(bytes)).toHaveLength(1);
    expect(soundIncidents(bytes, UTC_OFFSET)).toBeUndefined();
  });

  const sound = collectionText([featureOf(madeUpRecord)]);
  it.each([
    [
      'an id that is used twice',
      encoded(collectionText([featureOf(madeUpRecord), featureOf(madeUpRecord)])),
    ],
    ['a name that is given twice', encoded(sound.replace('"kind":', '"kind":"series","kind":'))],
    ['a text that is no JSON', encoded(sound.slice(0, -1))],
    ['bytes that are no UTF-8', new Uint8Array([...encoded(sound.slice(0, -1)), 0xff, 0x7d])],
    ['no collection', encoded(sound.replace('FeatureCollection', 'Feature'))],
  ])('accepts no file with %s', (_, bytes) => {
    expect(faultless(bytes)).toBeUndefined();
    expect(soundIncidents(bytes, UTC_OFFSET)).toBeUndefined();
  });

  it('skips a byte order mark', () => {
    const marked = encoded(`\uFEFF${sound}`);
    expect(soundIncidents(marked, UTC_OFFSET)).toEqual(faultless(marked));
    expect(soundIncidents(marked, UTC_OFFSET)).toHaveLength(1);
  });
});
