import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import type { Fault } from '../../../../src/core/faults/fault.ts';
import { incidentTable } from '../../../../src/core/records/incident-table.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import { distinctPublishers, outletsOf } from '../../../../src/core/records/publisher-key.ts';
import type { Result } from '../../../../src/core/base/result.ts';
import { findQuote } from '../../../../src/core/evidence/find-quote.ts';
import { readAreas } from '../../../../src/formats/native/read-areas.ts';
import { readDataset } from '../../../../src/formats/native/read-dataset.ts';
import { readIncidentCollection } from '../../../../src/formats/native/read-incidents.ts';
import { readSourceIndex } from '../../../../src/formats/native/read-source-index.ts';
import { incidentAt } from '../../core/records/recorded-incidents.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../../geodata/${name}`, import.meta.url), 'utf8');

function valueOf<Value>(result: Result<Value, Fault>): Value {
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const dataset = valueOf(readDataset('dataset.json', textOf('dataset.json')));
const { records, report } = valueOf(
  readIncidentCollection(
    'incidents.geojson',
    textOf('incidents.geojson'),
    dataset.utc_offset_minutes,
    readEdtfSpan,
  ),
);
const incidents = records.map(({ incident }) => incident);
const documents = valueOf(readSourceIndex('sources/index.json', textOf('sources/index.json')));
const areas = valueOf(readAreas('governorates.json', textOf('basemap/governorates.json')));
const reports = incidents.flatMap((incident) => incident.reports);
const count = (test: (incident: Incident) => boolean): number => incidents.filter(test).length;
const distinct = (texts: readonly string[]): number => new Set(texts).size;

describe('the published records', () => {
  it('are all read', () => {
    expect(report).toMatchObject({ read: 122, kept: 122, dropped: 0, faults: [] });
    expect(count(({ kind }) => kind === 'incident')).toBe(103);
    expect(count(({ kind }) => kind === 'series')).toBe(11);
    expect(count(({ kind }) => kind === 'total')).toBe(8);
    expect(reports).toHaveLength(373);
    expect(reports.filter(({ quote }) => quote !== undefined)).toHaveLength(6);
    expect(incidents.flatMap(({ attribution }) => attribution)).toHaveLength(59);
    expect(count(({ killed }) => killed !== null)).toBe(57);
    expect(count(({ injured }) => injured !== null)).toBe(53);
    expect(count(({ caveat }) => caveat !== null)).toBe(118);
  });

  it('are the same in the table', () => {
    const table = incidentTable(records);
    const out = Array.from({ length: table.length }, (_, row) => incidentAt(table, row));
    const byId = (a: Incident, b: Incident): number => (a.id < b.id ? -1 : 1);
    expect(out.toSorted(byId)).toEqual(incidents.toSorted(byId));
  });

  it('keep the anchor of an area among their fields, although it is no point', () => {
    const ofAreas = incidents.filter(({ place }) => isArea(place.precision));
    expect(ofAreas).toHaveLength(26);
    expect(ofAreas.every(({ place }) => place.lat > 0 && place.lon > 0)).toBe(true);
  });

  it('spell Irbil as AP does in our own words', () => {
    const ours = incidents.flatMap(
      ({ title, summary, target_name, caveat, place, reports: all }) => [
        title,
        summary,
        target_name ?? '',
        caveat?.replaceAll(/[\w-]*erbil[\w-]*/g, '') ?? '',
        place.name,
        place.note ?? '',
        ...all.map(({ says }) => says),
      ],
    );
    expect(ours.filter((text) => /Erbil|Hewl[eê]r/.test(text))).toEqual([]);
  });
});

describe('`dataset.json`', () => {
  const method = dataset.method.join('\n');

  it('counts the records', () => {
    expect(method).toContain('103 incidents, 11 series and 8 totals, resting on 373 reports');
    expect(count((incident) => outletsOf(incident.reports) === 1)).toBe(48);
    expect(method).toContain('48 records rest on one outlet');
    expect(distinctPublishers(reports.map(({ publisher }) => publisher))).toHaveLength(121);
    expect(distinct(reports.map(({ language }) => language))).toBe(16);
    expect(method).toContain('121 publishers in sixteen languages');
  });

  it('names only existing records as not checked again', () => {
    const named = method.match(/\d{4}-\d{2}-\d{2}-[a-z0-9-]*[a-z0-9]/g) ?? [];
    expect(named).toHaveLength(4);
    expect(named.filter((id) => !incidents.some((incident) => incident.id === id))).toEqual([]);
  });

  it('gives the attack reports that are mapped, by day, as the records have them', () => {
    const governorates = ['Irbil', 'Sulaymaniyah', 'Halabja', 'Duhok'];
    const mapped = incidents.filter(
      ({ kind, effect, place }) =>
        kind === 'incident' &&
        !['halted', 'restored', 'outage'].includes(effect) &&
        governorates.includes(place.governorate ?? ''),
    );
    const last = dataset.mapped_counts.at(-1);
    expect(mapped).toHaveLength(last?.mapped ?? 0);
    const byGovernorate = governorates.map(
      (name) => mapped.filter(({ place }) => place.governorate === name).length,
    );
    expect(byGovernorate.join(' / ')).toBe(last?.by_governorate);
    expect(mapped.filter(({ status }) => status !== 'claimed')).toHaveLength(
      last?.not_mere_claim ?? 0,
    );
  });

  it('repeats twelve counts of officials and monitors, each with its address', () => {
    expect(dataset.monitor_counts).toHaveLength(12);
    expect(dataset.mapped_counts).toHaveLength(5);
  });
});

describe('the source text', () => {
  it('is the original text, word for word', () => {
    const digest = createHash('sha256').update(textOf('sources/ap-2026-03-04.txt')).digest('hex');
    expect(digest).toBe('e45ff2a2f32b692e8137c8abf8af39dcf28ceb90687f123a728105f7798927f1');
  });

  it('has every quote, under the address of the report', () => {
    for (const { url, quote } of reports.filter((one) => one.quote !== undefined)) {
      const document = documents.find((one) => one.url === url);
      const text = textOf(`sources/${document?.file ?? ''}`);
      expect(findQuote(text, { exact: quote ?? '' })).toBeDefined();
    }
  });

  it('is described as the reports describe it', () => {
    const quoting = reports.find(({ quote }) => quote !== undefined);
    const { publisher, title, url, published, language } = quoting ?? {};
    expect(documents).toMatchObject([{ publisher, title, url, published, language }]);
  });
});

describe('the named areas', () => {
  it('include every area of a record', () => {
    const names = areas.flatMap(({ name, also }) => [name, ...also]);
    const asked = incidents
      .filter(({ place }) => isArea(place.precision))
      .map(({ place }) => (place.precision === 'region' ? place.name : (place.governorate ?? '')));
    expect(asked.filter((name) => !names.includes(name))).toEqual([]);
  });
});
