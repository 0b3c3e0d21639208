import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import type { RecordFault } from '../../../../src/core/records/bundled-report.ts';
import { recordFaults } from '../../../../src/i18n/en/record-faults.ts';
import { textOf } from '../../../../src/i18n/sentences/by-kind.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { readIncidentCollection } from '../../../../src/formats/native/read-incidents.ts';
import type { ReadRecords } from '../../../../src/formats/table/format.ts';
import {
  collectionText,
  featureOf,
  featureWith,
  madeUpNamed,
  madeUpRecord,
} from './made-up-records.ts';

const file = 'made-up.geojson';
const utcOffset = 180;

function readText(text: string): ReadRecords {
  const result = readIncidentCollection(file, text, utcOffset, readEdtfSpan);
  if (result.kind === 'failed') throw new Error(`Not read: ${result.failure.kind}.`);
  return result.value;
}

const read = (...features: unknown[]): ReadRecords => readText(collectionText(features));

/** A fault as it is worded. */
type WordedFault = Readonly<Record<'record' | 'field' | 'problem' | 'expected', string>>;

const worded = ({ record, field, problem, expected }: RecordFault): WordedFault => ({
  record,
  field,
  problem: textOf(recordFaults.problems, problem),
  expected: textOf(recordFaults.expectations, expected),
});

function onlyFault(feature: unknown): WordedFault {
  const { faults } = read(feature).report;
  expect(faults).toHaveLength(1);
  const [fault] = faults;
  if (!fault) throw new Error('There is no fault.');
  return worded(fault);
}

describe('reading records', () => {
  it('keeps a valid record as it is in the file, with its time in civil minutes', () => {
    const { records, report } = read(featureOf(madeUpRecord));
    expect(records).toEqual([
      { incident: madeUpRecord, span: { from: minuteOf(2026, 3, 2), to: minuteOf(2026, 3, 3) } },
    ]);
    expect(report).toEqual({ file, read: 1, kept: 1, dropped: 0, faults: [] });
  });

  it('moves a time with an offset to the clock of the place', () => {
    const { records } = read(featureWith({ time: '2026-03-02T20:15:00Z' }));
    expect(records[0]?.span.from).toBe(minuteOf(2026, 3, 2, 23, 15));
  });

  it('keeps the valid records around an invalid one, in the order of the file', () => {
    const { records, report } = read(
      madeUpNamed('2026-03-02-first'),
      featureWith({ weapon: 'dron' }),
      madeUpNamed('2026-03-02-last'),
    );
    expect(records.map(({ incident }) => incident.id)).toEqual([
      '2026-03-02-first',
      '2026-03-02-last',
    ]);
    expect(report).toMatchObject({ read: 3, kept: 2, dropped: 1 });
  });

  it('reads an empty collection as no records', () => {
    expect(read()).toMatchObject({ records: [], report: { read: 0, kept: 0, dropped: 0 } });
  });

  it('ignores members of a Feature and of the collection that GeoJSON leaves to others', () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      bbox: [44, 36, 45, 37],
      features: [{ ...featureOf(madeUpRecord), bbox: [44.01, 36.2, 44.01, 36.2] }],
    });
    expect(readText(text).report).toMatchObject({ kept: 1, faults: [] });
  });
});

describe('files that hold no records', () => {
  it('reports line and column of invalid JSON', () => {
    const result = readIncidentCollection(
      file,
      '{\n  "type": "FeatureCollection"\n  x',
      0,
      readEdtfSpan,
    );
    expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'not-json', file } });
    expect(result).toMatchObject({ failure: { mistake: { line: 3, column: 3 } } });
  });

  it.each(['[]', 'null', '7', '{"type":"Feature"}', '{"type":"FeatureCollection"}'])(
    'refuses %s as no collection',
    (text) => {
      expect(readIncidentCollection(file, text, 0, readEdtfSpan)).toEqual({
        kind: 'failed',
        failure: { kind: 'not-a-collection', file },
      });
    },
  );
});

describe('the fault of a wrong field', () => {
  const { place } = madeUpRecord;
  const [report] = madeUpRecord.reports;

  it.each<readonly [object, string, string, RegExp]>([
    [{ weapon: 'dron' }, 'weapon', '"dron" is not a known weapon', /^one of drone, missile, /],
    [{ weapon: 5 }, 'weapon', '5 is not a known weapon', /null$/],
    [{ title: '' }, 'title', 'is empty', /^a text$/],
    [{ title: '  ' }, 'title', '"  " is blank', /^a text$/],
    [{ caveat: ' ' }, 'caveat', '" " is blank', /^a text or null$/],
    [
      { reports: [{ ...report, published: '2026-02-30' }] },
      'reports.0.published',
      '"2026-02-30" is not a day that exists',
      /^a day such as/,
    ],
    [{ title: null }, 'title', 'is null', /^a text$/],
    [{ status: undefined }, 'status', 'is missing', /^one of confirmed, /],
    [{ target_nam: 'x' }, 'target_nam', 'is not a known field', /target_name/],
    [{ place: { ...place, lat: '36.2' } }, 'place.lat', '"36.2" is a text', /-90 to 90/],
    [{ place: { ...place, lat: 96.2 } }, 'place.lat', '96.2 is too large', /-90 to 90/],
    [{ place: 'here' }, 'place', '"here" is a text', /^an object with name, /],
    [{ killed: [2, 1] }, 'killed', '[2,1] has the larger number first', /smaller/],
    [{ killed: [1] }, 'killed', 'has 1 item', /two whole numbers/],
    [{ injured: [0, 1.5] }, 'injured.1', '1.5 is a number', /whole number/],
    [{ reports: [] }, 'reports', 'has 0 items', /at least 1/],
    [{ time: 'yesterday' }, 'time', '"yesterday" cannot be read as a time', /EDTF/],
    ...['2026-02-30', '2026-02-29', '2026-02-28/2026-02-29', '2026-02-29~', '2026-04-31'].map(
      (time) =>
        [{ time }, 'time', `"${time}" cannot be read as a time`, /a day that exists/] as const,
    ),
    [
      { time: '2026-03-05/2026-03-04' },
      'time',
      '"2026-03-05/2026-03-04" ends before it starts',
      /earlier/,
    ],
    [
      { reports: [{ ...report, url: 'ftp://example.org' }] },
      'reports.0.url',
      '"ftp://example.org" does not have the right form',
      /https?:\/\//,
    ],
    [
      { attribution: [{ actor: 'a', by: 'b', claim: 'guessed' }] },
      'attribution.0.claim',
      '"guessed" is not a known claim',
      /^one of claimed, accused/,
    ],
  ])('is precise for %j', (fields, field, problem, expected) => {
    const fault = onlyFault(featureWith(fields));
    expect(fault).toMatchObject({ record: madeUpRecord.id, field, problem });
    expect(fault.expected).toMatch(expected);
  });

  it('names every wrong field of one record', () => {
    const { faults } = read(
      featureWith({ kind: 'event', effect: 'boom', time: '?', killed: [3, 1] }),
    ).report;
    expect(faults.map(({ field }) => field)).toEqual(['kind', 'effect', 'time', 'killed']);
  });

  it('names a record without an id by its position in the file', () => {
    const { faults } = read(madeUpNamed('2026-03-02-first'), {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [44.01, 36.2] },
      properties: { ...madeUpRecord, id: undefined },
    }).report;
    expect(faults.map(({ record, field }) => `${record} ${field}`)).toEqual([
      '#2 feature.id',
      '#2 id',
    ]);
  });

  it('leaves out what is no Feature', () => {
    const { report } = read(null, 7, 'text', [], {});
    expect(report).toMatchObject({ read: 5, kept: 0, dropped: 5 });
    expect(new Set(report.faults.map(({ record }) => record)).size).toBe(5);
  });
});

describe('agreement within a Feature', () => {
  const { place } = madeUpRecord;

  it('leaves out the second of two records with one id', () => {
    const { records, report } = read(featureOf(madeUpRecord), featureOf(madeUpRecord));
    expect(records).toHaveLength(1);
    expect(report.faults).toMatchObject([{ record: madeUpRecord.id, field: 'id' }]);
    expect(report.faults[0]?.problem).toMatchObject({ kind: 'used-id', first: 1 });
  });

  it('requires the same id for the Feature and its record', () => {
    const fault = onlyFault({ ...featureOf(madeUpRecord), id: 'another' });
    expect(fault).toMatchObject({ field: 'feature.id', expected: `"${madeUpRecord.id}"` });
  });

  it('requires the point of the place as the point of the Feature', () => {
    const fault = onlyFault(featureWith({ place: { ...place, lat: 36.3 } }));
    expect(fault.field).toBe('geometry.coordinates');
    expect(fault.expected).toContain('[44.01,36.3]');
  });

  it('requires no point if only an area is known', () => {
    const area = { ...place, precision: 'governorate' };
    expect(onlyFault(featureWith({ place: area })).field).toBe('geometry');
    const drawn = { ...featureWith({ place: area }), geometry: null };
    expect(read(drawn).report.faults).toEqual([]);
  });

  it('requires a point if a point is known', () => {
    const fault = onlyFault({ ...featureOf(madeUpRecord), geometry: null });
    expect(fault).toMatchObject({ field: 'geometry' });
    expect(fault.expected).toContain('[44.01,36.2]');
  });
});

describe('any change of a file', () => {
  const good = featureOf(madeUpRecord);
  const anyKey = fc.oneof(
    fc.constantFrom(...Object.keys(madeUpRecord), '__proto__', 'constructor', '\ud800'),
    fc.string(),
  );
  const anything = fc.jsonValue();
  const spoilt = fc.oneof(
    fc.constant<unknown>(good),
    anything,
    fc.tuple(anyKey, anything).map(([key, value]) => ({
      ...good,
      properties: Object.fromEntries([...Object.entries(good.properties), [key, value]]),
    })),
    fc.tuple(anyKey, anything).map(([key, value]) => ({ ...good, [key]: value })),
    fc.tuple(fc.constantFrom('place', 'reports', 'killed'), anyKey, anything).map((edit) => {
      const [field, key, value] = edit;
      return featureWith({ [field]: { ...madeUpRecord.place, [key]: value } });
    }),
  );

  it('never makes reading throw: each record is kept, or left out with a fault', () => {
    fc.assert(
      fc.property(fc.array(spoilt, { maxLength: 6 }), (features) => {
        const { records, report } = read(...features);
        expect(report.read).toBe(features.length);
        expect(report.read).toBe(report.kept + report.dropped);
        expect(records).toHaveLength(report.kept);
        expect(report.faults.length).toBeGreaterThanOrEqual(report.dropped);
      }),
      { numRuns: 300 },
    );
  });

  it('that cuts it off gives a result', () => {
    const text = collectionText([good]);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        const result = readIncidentCollection(file, text.slice(0, length), utcOffset, readEdtfSpan);
        expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'not-json' } });
      }),
    );
  });
});
