import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withTexts } from '../../../../src/core/records/dataset-info.ts';
import { findingsOf } from '../../../../src/core/records/figures.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { TARGETS, type Incident } from '../../../../src/core/records/incident.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import { originsOf } from '../../../../src/core/records/origins.ts';
import { outletsOf } from '../../../../src/core/records/publisher-key.ts';
import { wordingOf } from '../../../../src/core/records/running-totals.ts';
import { findQuote } from '../../../../src/core/evidence/find-quote.ts';
import { namesIn } from '../../../../src/core/text/template.ts';
import { isoText, minuteOf, type Minute } from '../../../../src/core/time/minute.ts';
import { readAreas } from '../../../../src/formats/native/read-areas.ts';
import { readSourceIndex } from '../../../../src/formats/native/read-source-index.ts';
import { incidentAt } from '../../core/records/recorded-incidents.ts';
import { PUBLISHED } from '../../published-counts.ts';
import {
  DATASET,
  publishedText,
  RECORDS,
  RECORDS_REPORT,
  valueOf,
} from '../../published-records.ts';

const textOf = publishedText;
const dataset = DATASET;
const records = RECORDS;
const report = RECORDS_REPORT;
const incidents = records.map(({ incident }) => incident);
const findings = findingsOf(incidents, dataset);
const documents = valueOf(readSourceIndex('sources/index.json', textOf('sources/index.json')));
const areas = valueOf(readAreas('governorates.json', textOf('basemap/governorates.json')));
const reports = incidents.flatMap((incident) => incident.reports);
const count = (test: (incident: Incident) => boolean): number => incidents.filter(test).length;
const distinct = (texts: readonly string[]): number => new Set(texts).size;

describe('the published records', () => {
  it('are all read', () => {
    expect(report).toMatchObject({
      read: PUBLISHED.records,
      kept: PUBLISHED.records,
      dropped: 0,
      faults: [],
    });
    expect(count(({ kind }) => kind === 'incident')).toBe(PUBLISHED.incidents);
    expect(count(({ kind }) => kind === 'series')).toBe(PUBLISHED.series);
    expect(count(({ kind }) => kind === 'total')).toBe(PUBLISHED.totals);
    expect(reports).toHaveLength(PUBLISHED.reports);
    expect(reports.filter(({ quote }) => quote !== undefined)).toHaveLength(6);
  });

  it('are read as they are written', () => {
    const { features } = JSON.parse(textOf('incidents.geojson')) as {
      readonly features: readonly { readonly properties: Incident }[];
    };
    expect(incidents).toEqual(features.map(({ properties }) => properties));
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
  it('says once of everyone whom a record names who they are', () => {
    const listed = Object.values(dataset.actors).flat();
    const named = incidents.flatMap(({ attribution }) => attribution.map(({ actor }) => actor));
    expect(listed.toSorted()).toEqual([...new Set(named)].toSorted());
  });

  const method = dataset.method.join('\n');

  it('names only figures that there are', () => {
    const names: string[] = [];
    withTexts(dataset, (text) => {
      names.push(...namesIn(text));
      return text;
    });
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !Object.hasOwn(findings.figures, name))).toEqual([]);
  });

  it('has the figures of the records', () => {
    const { figures } = findings;
    const countOf = (name: string): number => {
      const figure = figures[name];
      return figure?.kind === 'count' ? figure.count : Number.NaN;
    };
    expect(countOf('reports')).toBe(reports.length);
    expect(countOf('records.one-outlet')).toBe(
      count((incident) => outletsOf(incident.reports) === 1),
    );
    const incidentsWith = (test: (of: Incident['reports']) => boolean): number =>
      count(({ kind, reports: own }) => kind === 'incident' && test(own));
    expect(countOf('incidents.one-outlet')).toBe(incidentsWith((own) => outletsOf(own) === 1));
    expect(countOf('incidents.one-origin')).toBe(
      incidentsWith((own) => originsOf(own).length === 1),
    );
    expect(countOf('languages')).toBe(distinct(reports.map(({ language }) => language)));
    expect(countOf('attacks') + countOf('halts')).toBe(count(({ kind }) => kind === 'incident'));
    expect(countOf('attacks.region') + countOf('attacks.elsewhere')).toBe(countOf('attacks'));
    expect(
      countOf('attacks.in.Kirkuk') +
        countOf('attacks.in.Nineveh') +
        countOf('attacks.no-governorate'),
    ).toBe(countOf('attacks.elsewhere'));
    expect(countOf('attacks.unnamed')).toBe(
      count(
        ({ kind, effect, attribution }) =>
          kind === 'incident' &&
          !['halted', 'restored', 'outage'].includes(effect) &&
          attribution.length === 0,
      ),
    );
    // The texts say so: all attacks in the region are of the days that the last total counts.
    expect(findings.mapped.at(-1)?.attacks).toBe(countOf('attacks.region'));
    expect(figures['monitor.day']).toEqual({ kind: 'day', day: minuteOf(2026, 3, 16) });
  });

  it('says how many days on end drones or missiles were reported, and the period of the page', () => {
    const { figures } = findings;
    const flown = new Set(
      incidents
        .filter(
          ({ kind, effect, weapon, place }) =>
            kind === 'incident' &&
            !['halted', 'restored', 'outage'].includes(effect) &&
            ['drone', 'missile', 'mixed'].includes(weapon ?? '') &&
            ['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja'].includes(place.governorate ?? ''),
        )
        .filter(({ time }) => !/[~/]/.test(time))
        .map(({ time }) => time.slice(0, 10)),
    );
    const days = Array.from({ length: flown.size }, (_, i) =>
      isoText(minuteOf(2026, 2, 28 + i)).slice(0, 10),
    );
    expect([...flown].toSorted()).toEqual(days);
    expect(figures['days-on-end']).toEqual({ kind: 'count', count: flown.size });
    expect(figures['days-on-end.last']).toEqual({
      kind: 'day',
      day: minuteOf(2026, 2, 27 + flown.size),
    });
    const spans = records.filter(({ incident }) => incident.kind === 'incident');
    expect(figures['period']).toEqual({
      kind: 'period',
      period: {
        from: Math.min(...spans.map(({ span }) => span.from)),
        to: Math.max(...spans.map(({ span }) => span.to)),
      },
    });
  });

  it('names only existing records as not checked again', () => {
    const named = method.match(/\d{4}-\d{2}-\d{2}-[a-z0-9-]*[a-z0-9]/g) ?? [];
    expect(named).toHaveLength(4);
    expect(named.filter((id) => !incidents.some((incident) => incident.id === id))).toEqual([]);
  });

  it('counts the attacks that are mapped by the end of each day', () => {
    const governorates = ['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja'];
    const noAttack = new Set(['halted', 'restored', 'outage']);
    const lastDay = (day: Minute): string => isoText(day).slice(0, 10);
    const days = findings.mapped.map(({ day }) => lastDay(day));
    expect(days).toHaveLength(19);
    expect([days[0], days.at(-1)]).toEqual(['2026-02-28', '2026-03-18']);
    expect(findings.mapped.at(-1)?.attacks).toBe(PUBLISHED.attacksInRegion);
    for (const { day, attacks, moreThanClaims, byGovernorate, byTarget } of findings.mapped) {
      const byThen = incidents.filter(
        ({ kind, effect, place, time }) =>
          kind === 'incident' &&
          !noAttack.has(effect) &&
          governorates.includes(place.governorate ?? '') &&
          time.slice(0, 10) <= lastDay(day),
      );
      expect(attacks).toBe(byThen.length);
      expect(moreThanClaims).toBe(byThen.filter(({ status }) => status !== 'claimed').length);
      expect(byGovernorate).toEqual(
        governorates.map((name) => byThen.filter(({ place }) => place.governorate === name).length),
      );
      expect(byTarget).toEqual(
        TARGETS.map((name) => byThen.filter(({ target }) => target === name).length),
      );
    }
  });

  it('has a record for each total that can be compared with the map, which names its number', () => {
    const running = findings.running.map(({ total, record, governorate, isDayApproximate }) => ({
      total: dataset.totals[total],
      record: incidents.find(({ id }) => id === record),
      governorate,
      isDayApproximate,
    }));
    expect(new Set(running.map(({ record }) => record?.id)).size).toBe(PUBLISHED.totals);
    for (const { total, record, governorate, isDayApproximate } of running) {
      const number = String(total?.at_least);
      expect(record?.title).toContain(number);
      expect(record?.place.governorate).toBe(governorate === null ? null : total?.area);
      expect(
        record?.title.includes(`over ${number}`) || record?.title.includes(`more than ${number}`),
      ).toBe(total && wordingOf(total) === 'more-than');
      expect(isDayApproximate).toBe(/about \d+ March/.test(total?.note ?? ''));
    }
  });

  it('repeats the totals of officials and monitors, each with its address', () => {
    expect(dataset.totals).toHaveLength(14);
    expect(dataset.totals.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
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
