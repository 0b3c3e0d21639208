import { describe, expect, it } from 'vitest';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { readAreas } from '../../../../src/formats/native/read-areas.ts';
import { readDataset } from '../../../../src/formats/native/read-dataset.ts';
import { readSourceIndex } from '../../../../src/formats/native/read-source-index.ts';

/** Made up, as all rows of this file. */
const madeUpDataset = {
  title: 'Made-up incidents',
  topic: 'Exampletown, {period}',
  headline: '{attacks} made-up attacks.',
  standfirst: 'Nothing of it happened.',
  utc_offset_minutes: 180,
  description: { en: 'Made up.' },
  time_zone: { en: 'Exampletown' },
  map: { lon: 44, lat: 36, zoom: 7 },
  layers: Object.fromEntries(TARGETS.map((target) => [target, { en: `Made-up ${target}` }])),
  licence: 'None needed.',
  method: ['Invented for a test.'],
  coverage: [{ from: '2026-03-01', to: '2026-03-02', note: 'Made up.' }],
  coverage_note: 'Made up.',
  region: { name: { en: 'Example' }, governorates: ['Example'], counted_from: '2026-03-01' },
  actors: {
    iran: ['Example'],
    'iraqi-groups': [],
    'iran-and-iraqi-groups': [],
    'israel-or-us': [],
  },
  totals: [],
  totals_note: 'Made up.',
  mapped_note: 'Made up.',
  annotations: [],
  spellings: [['Example', 'Exemple']],
};

const faultsWith = (disputed_borders: unknown): unknown => {
  const read = readDataset('dataset.json', JSON.stringify({ ...madeUpDataset, disputed_borders }));
  return read.kind === 'ok' ? [] : read.failure;
};

describe('disputed borders of a data set', () => {
  it('may be dashed, dotted or left out', () => {
    expect(faultsWith({ crimea: 'none', golan: 'dotted', kosovo: 'dashed' })).toEqual([]);
    expect(faultsWith({})).toEqual([]);
  });

  it('are never drawn as settled ones', () => {
    expect(faultsWith({ crimea: 'solid' })).toMatchObject({
      kind: 'bad-records',
      faults: [{ record: 'dataset', field: 'disputed_borders.crimea' }],
    });
  });
});

const madeUpAnnotation = {
  title: { en: 'A made-up event' },
  short: { en: 'Made up' },
  text: { en: 'nothing of it happened' },
  incidents: ['made-up'],
  view: { from: '2026-03-01', to: '2026-03-02', record: 'made-up' },
};

const madeUpDocument = {
  id: 'made-up',
  file: 'made-up.txt',
  publisher: 'Example Gazette',
  title: 'Made up',
  url: 'https://example.org/made-up',
  published: '2026-03-02',
  language: 'en',
  note: 'Invented for a test.',
};

const madeUpArea = {
  type: 'Feature',
  properties: { name: 'Example Province', kind: 'governorate', name_ar: 'ignored' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [44, 36],
        [45, 36],
        [45, 37],
        [44, 36],
      ],
    ],
  },
};

const read = (fields: object): unknown =>
  readDataset('made-up.json', JSON.stringify({ ...madeUpDataset, ...fields }));

describe('reading `dataset.json`', () => {
  it('returns a valid one', () => {
    expect(read({})).toEqual({ kind: 'ok', value: madeUpDataset });
  });

  it.each([
    [{ title: undefined }, 'title'],
    [{ utc_offset_minutes: '180' }, 'utc_offset_minutes'],
    [{ method: 'one text' }, 'method'],
    [{ layers: { ...madeUpDataset.layers, energy: undefined } }, 'layers.energy'],
    [{ map: { lon: 44, lat: 91, zoom: 7 } }, 'map.lat'],
    [{ time_zone: 'Exampletown' }, 'time_zone'],
    [{ time_zone: { de: 'Beispielstadt' } }, 'time_zone.en'],
    [{ spellings: [['a', 5]] }, 'spellings.0.1'],
    [{ annotations: [{ ...madeUpAnnotation, title: 'Made up' }] }, 'annotations.0.title'],
    [{ annotations: [{ ...madeUpAnnotation, incidents: [] }] }, 'annotations.0.incidents'],
    [{ coverage: [{ from: '2026-03-02', to: '2026-03-01', note: 'Made up.' }] }, 'coverage.0'],
    [{ coverage: [{ from: '2026-02-30', to: '2026-03-01', note: 'Made up.' }] }, 'coverage.0'],
  ])('names the wrong field of %j', (fields, field) => {
    expect(read(fields)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'bad-records', faults: [{ record: 'dataset', field }] },
    });
  });

  it('reports where it is no JSON', () => {
    expect(readDataset('made-up.json', '{')).toMatchObject({ failure: { kind: 'not-json' } });
  });
});

describe('reading the index of the source texts', () => {
  it('returns valid entries', () => {
    const text = JSON.stringify([madeUpDocument]);
    expect(readSourceIndex('index.json', text)).toEqual({ kind: 'ok', value: [madeUpDocument] });
  });

  it('refuses a file name that leads out of the folder', () => {
    const text = JSON.stringify([madeUpDocument, { ...madeUpDocument, file: '../secret.txt' }]);
    expect(readSourceIndex('index.json', text)).toMatchObject({
      failure: { kind: 'bad-records', kept: 0, faults: [{ record: '#2', field: 'file' }] },
    });
  });

  it('refuses what is not a list', () => {
    expect(readSourceIndex('index.json', '{}')).toMatchObject({
      failure: { kind: 'not-a-collection' },
    });
  });
});

describe('reading the named areas', () => {
  const collection = (features: readonly unknown[]): string => JSON.stringify({ features });

  it('returns name, other names, kind and outline', () => {
    expect(readAreas('areas.json', collection([madeUpArea]))).toEqual({
      kind: 'ok',
      value: [
        { name: 'Example Province', also: [], kind: 'governorate', shape: madeUpArea.geometry },
      ],
    });
  });

  it('refuses an area that is a point', () => {
    const point = { ...madeUpArea, geometry: { type: 'Point', coordinates: [44, 36] } };
    expect(readAreas('areas.json', collection([point]))).toMatchObject({
      failure: { kind: 'bad-records', faults: [{ record: '#1', field: 'geometry.type' }] },
    });
  });
});
