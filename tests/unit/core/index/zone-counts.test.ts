import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { countCells } from '../../../../src/core/index/incident-cells.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import { zoneCountsOf } from '../../../../src/core/index/zone-counts.ts';
import type { DatasetInfo } from '../../../../src/core/records/dataset-info.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { TARGETS, type Incident } from '../../../../src/core/records/incident.ts';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { DAY, HOUR, minuteOf } from '../../../../src/core/time/minute.ts';
import { PUBLISHED } from '../../published-counts.ts';
import { tollIn } from './expected-toll.ts';
import { indexOf } from './views.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../geodata/${file}`, import.meta.url), 'utf8'));
const info = read('dataset.json') as DatasetInfo;
const { features } = read('incidents.geojson') as {
  readonly features: readonly { readonly properties: Incident }[];
};
const records = features.map(({ properties: incident }) => {
  const time = readEdtfSpan(incident.time, 180);
  if (time.kind === 'failed') throw new Error(incident.time);
  return { incident, span: time.value.span };
});

const index = indexOf([incidentTable(records, 0, info)]);
const counted = await index.counts(EMPTY_FILTER, 'target', undefined, UNINTERRUPTED);

const REGION = ['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja'];
const HALTS = ['halted', 'restored', 'outage'];
const attacks = records.filter(
  ({ incident: { kind, effect } }) => kind === 'incident' && !HALTS.includes(effect),
);

describe('the counts of the region and of elsewhere', () => {
  it('are those of the published records that brute force finds, in any window, for the layers that are on', () => {
    const start = minuteOf(2026, 2, 27);
    const minute = fc.integer({ min: 0, max: 21 * 24 }).map((hours) => start + hours * HOUR);
    fc.assert(
      fc.property(minute, minute, fc.subarray([...TARGETS]), (a, b, on) => {
        const window = { from: Math.min(a, b), to: Math.max(a, b) + DAY };
        const isOn = Uint8Array.from(index.layers, ({ name }) =>
          name.kind === 'target' && on.includes(name.target) ? 1 : 0,
        );
        const zones = zoneCountsOf(
          counted.cells,
          countCells(counted.cells, window),
          counted.people,
          window,
          isOn,
        );
        const expected = (isIn: (governorate: string | null) => boolean) => {
          const met = attacks.filter(
            ({ incident: { place, target }, span: { from, to } }) =>
              isIn(place.governorate) &&
              on.includes(target) &&
              from < window.to &&
              to > window.from,
          );
          const certain = met.filter(
            ({ span }) => span.from >= window.from && span.to <= window.to,
          );
          const people = (field: 'killed' | 'injured') =>
            tollIn(
              field,
              certain.map(({ incident }) => incident),
              met.map(({ incident }) => incident),
            );
          return {
            attacks: { certain: certain.length, possible: met.length - certain.length },
            killed: people('killed'),
            injured: people('injured'),
          };
        };
        expect(zones).toEqual({
          region: expected((name) => REGION.includes(name ?? '')),
          elsewhere: expected((name) => !REGION.includes(name ?? '')),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are together all attacks', () => {
    const isOn = new Uint8Array(index.layers.length).fill(1);
    const all = countCells(counted.cells, EVER);
    const { region, elsewhere } = zoneCountsOf(counted.cells, all, undefined, EVER, isOn);
    expect(region.attacks.certain).toBe(PUBLISHED.attacksInRegion);
    expect(region.attacks.certain + elsewhere.attacks.certain).toBe(PUBLISHED.attacks);
    expect(region.killed).toBeUndefined();
  });

  it('are apart in the list of a mark that has both, whose people are those of its records', async () => {
    const record = index.refOf({ id: '2026-03-12-mala-qara-french-troops', dataset: 0 }) ?? NaN;
    const window = index.period;
    const { rows, zones } =
      (await index.list(
        {
          filter: EMPTY_FILTER,
          extent: undefined,
          window,
          group: { kind: 'mark', zoom: 5, record },
        },
        UNINTERRUPTED,
      )) ?? {};
    const listed = index.records(rows ?? []).map(({ id }) => id);
    const expected = (isIn: boolean) => {
      const own = attacks.filter(
        ({ incident: { id, place } }) =>
          listed.includes(id) && REGION.includes(place.governorate ?? '') === isIn,
      );
      const incidents = own.map(({ incident }) => incident);
      const people = (field: 'killed' | 'injured') => tollIn(field, incidents, incidents);
      expect(own.length).toBeGreaterThan(0);
      return {
        attacks: { certain: own.length, possible: 0 },
        killed: people('killed'),
        injured: people('injured'),
      };
    };
    expect(zones).toEqual({ region: expected(true), elsewhere: expected(false) });
  });
});
