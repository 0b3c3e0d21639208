import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { NO_AREA } from '../../../../src/core/place/place-table.ts';
import { readColumns } from '../../../../src/formats/columns/read-columns.ts';
import { writeColumns } from '../../../../src/formats/columns/write-columns.ts';
import { words } from '../../../../src/i18n/words.ts';
import { madeUp, table } from '../../core/records/made-up-incidents.ts';

function fileOf(all: IncidentTable): Uint8Array<ArrayBuffer> {
  const parts = writeColumns(all);
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** The table, or the reason why there is none. */
function read(file: Uint8Array): IncidentTable | string {
  const result = readColumns('a.columns', new Uint8Array(file).buffer);
  if (result.kind === 'ok') return result.value;
  expect(words.faults.sentence(result.failure)).toContain('a.columns');
  return result.failure.kind === 'bad-columns' ? result.failure.reason : result.failure.kind;
}

const place = { ...madeUp().place, name: 'هەولێر', precision: 'governorate' as const };
const small = incidentTable([
  { incident: madeUp({ id: 'a' }), span: { from: 100, to: 200 } },
  { incident: madeUp({ id: 'b', place }), span: { from: 150, to: 300 } },
  { incident: madeUp({ id: 'c', kind: 'series' }), span: { from: 3_000, to: 9_000 } },
]);

/** The reason for the small table with other columns. */
const reasonOf = (changes: Partial<IncidentTable>): IncidentTable | string =>
  read(fileOf({ ...small, ...changes }));

const withHeader = (change: (json: string) => string): Uint8Array => {
  const file = fileOf(small);
  const length = new DataView(file.buffer).getUint32(8, true);
  const json = new TextDecoder().decode(file.subarray(12, 12 + length));
  file.set(new TextEncoder().encode(change(json).padEnd(length).slice(0, length)), 12);
  return file;
};

/** A file of columns has no column for people. */
const withoutPeople = (all: IncidentTable): IncidentTable => ({
  ...all,
  people: undefined,
  reported: undefined,
  origins: new Uint8Array(all.length),
  traits: undefined,
  deaths: new Uint8Array(all.length),
});

describe('a column file', () => {
  it('restores every table, but for people', () => {
    fc.assert(
      fc.property(table, (all) => {
        expect(read(fileOf(all))).toEqual(withoutPeople(all));
      }),
    );
  });

  it('restores a table without records', () => {
    const none = incidentTable([]);
    expect(read(fileOf(none))).toEqual(withoutPeople(none));
  });

  it('copies nothing: every column is a view of the file', () => {
    const { buffer } = fileOf(small);
    const result = readColumns('a.columns', buffer);
    if (result.kind === 'failed') throw new Error(words.faults.sentence(result.failure));
    const { from, id, contents, places } = result.value;
    if (contents.kind !== 'texts') throw new Error('The table has no texts.');
    const { text } = contents;
    for (const column of [from, id, text.bytes, text.offsets, places.lon, places.names.bytes])
      expect(column.buffer).toBe(buffer);
  });

  it('rejects every shortened file', () => {
    const file = fileOf(small);
    for (let length = 0; length < file.length; length++)
      expect(read(file.subarray(0, length))).toBe(length < 8 ? 'magic' : 'size');
    expect(read(Uint8Array.of(...file, 0))).toBe('size');
  });

  it('gives a fault or a table of the same length for any changed bytes', () => {
    const file = fileOf(small);
    const flip = fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }));
    const flips = fc.array(flip, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(flips, (all) => {
        const broken = file.slice();
        for (const [at, bits] of all) broken[at] = (broken[at] ?? 0) ^ bits;
        const found = read(broken);
        if (typeof found !== 'string') expect(found.length).toBe(small.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('distinguishes another file, another version and a broken header', () => {
    expect(read(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toBe('magic');
    expect(read(withHeader((json) => json.replace('"version":1', '"version":9')))).toBe('version');
    expect(read(withHeader((json) => json.replace('{', '[')))).toBe('header');
    expect(read(withHeader(() => 'null'))).toBe('header');
    expect(read(withHeader((json) => json.replace('"rows":3', '"rows":-3')))).toBe('header');
    expect(read(withHeader((json) => json.replace('"rows":3', '"rows":9')))).toBe('size');
    const vast = (json: string) => json.replace('"rows":3', '"rows":9e15').replace('"Irbil"', '');
    expect(read(withHeader(vast))).toBe('size');
    expect(read(withHeader((json) => json.replace('"Irbil"', '7')))).toBe('header');
  });

  it('rejects invalid codes, places, texts and times', () => {
    const { places, contents } = small;
    if (contents.kind !== 'texts') throw new Error('The table has no texts.');
    const { text } = contents;
    const far = Float64Array.of(181, 0);
    const unnamed = { ...places, area: Uint16Array.of(NO_AREA, NO_AREA) };
    const backwards = { ...text, offsets: text.offsets.toReversed() };
    const open = { ...text, offsets: text.offsets.map((offset) => Math.max(offset - 1, 0)) };
    expect(reasonOf({ kind: Uint8Array.of(0, 0, 3) })).toBe('codes');
    expect(reasonOf({ layer: Uint16Array.of(0, 8, 0) })).toBe('codes');
    expect(reasonOf({ effectClass: Uint8Array.of(5, 0, 0) })).toBe('codes');
    expect(reasonOf({ place: Uint32Array.of(0, 0, 2) })).toBe('places');
    expect(reasonOf({ places: { ...places, lon: far } })).toBe('places');
    expect(reasonOf({ places: { ...places, lat: Float64Array.of(0, NaN) } })).toBe('places');
    expect(reasonOf({ places: { ...places, precision: Uint8Array.of(5, 0) } })).toBe('places');
    expect(reasonOf({ places: unnamed })).toBe('places');
    expect(reasonOf({ contents: { kind: 'texts', text: backwards } })).toBe('texts');
    expect(reasonOf({ contents: { kind: 'texts', text: open } })).toBe('texts');
    expect(reasonOf({ to: Int32Array.of(200, 150, 9_000) })).toBe('times');
    expect(reasonOf({ from: Int32Array.of(150, 100, 3_000) })).toBe('times');
  });
});
