import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { originsOf } from '../../../../src/core/records/origins.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { areaCountsOf } from '../../../../src/core/index/area-totals.ts';
import { countCells } from '../../../../src/core/index/incident-cells.ts';
import { areaSignsOf, keyCountsOf } from '../../../../src/core/index/key-counts.ts';
import { attributedOf } from '../../../../src/core/records/attributed.ts';
import { CATEGORIES, COLOR_SCHEMES } from '../../../../src/core/records/color-scheme.ts';
import type { DatasetInfo } from '../../../../src/core/records/dataset-info.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import {
  EFFECT_CLASSES,
  effectClassOf,
  TARGETS,
  type Incident,
} from '../../../../src/core/records/incident.ts';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { readIncidentCollection } from '../../../../src/formats/native/read-incidents.ts';
import { indexOf } from './views.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../../geodata/${name}`, import.meta.url), 'utf8');
const info = JSON.parse(textOf('dataset.json')) as DatasetInfo;
const read = readIncidentCollection(
  'incidents.geojson',
  textOf('incidents.geojson'),
  info.utc_offset_minutes,
  readEdtfSpan,
);
if (read.kind === 'failed') throw new Error('The published records cannot be read.');
const table = incidentTable(read.value.records, 0, info);
const incidents = read.value.records.filter(({ incident }) => incident.kind === 'incident');

const categories: Readonly<
  Record<(typeof COLOR_SCHEMES)[number], (incident: Incident, isHalt: boolean) => string>
> = {
  target: ({ target }) => target,
  outcome: ({ effect }) => effectClassOf(effect),
  weapon: ({ weapon }, isHalt) => (isHalt ? 'halt' : (weapon ?? 'unknown')),
  attributed: ({ attribution }, isHalt) =>
    isHalt ? 'halt' : attributedOf(attribution, info.actors),
};

const isHalt = ({ effect }: Incident): boolean => ['halted', 'restored', 'outage'].includes(effect);

/** Every published incident looked at one by one. */
function bruteForce(window: TimeRange, test: (incident: Incident) => boolean) {
  const own = incidents.filter(
    ({ incident, span }) => test(incident) && span.from < window.to && span.to > window.from,
  );
  const certain = own.filter(({ span }) => span.from >= window.from && span.to <= window.to);
  return { certain: certain.length, possible: own.length - certain.length };
}

const day = (march: number): number => minuteOf(2026, 3, march);
const WINDOWS = [
  { from: -Infinity, to: Infinity },
  { from: day(1), to: day(8) },
  { from: day(5), to: day(6) },
  { from: day(11) + 13, to: day(14) + 721 },
];

describe('the key of the published records', () => {
  it.each(COLOR_SCHEMES)('counts each category of %s as brute force does', async (scheme) => {
    const { cells } = await indexOf([table]).counts(EMPTY_FILTER, scheme, undefined, UNINTERRUPTED);
    const keys = scheme === 'target' ? TARGETS : CATEGORIES[scheme].map(({ key }) => key);
    const on = (target: string): boolean => target !== 'civilian';
    const isOn = Uint8Array.from(TARGETS, (target) => (on(target) ? 1 : 0));
    for (const window of WINDOWS) {
      const counts = keyCountsOf(cells, countCells(cells, window), isOn, keys.length);
      const at = (of: 'attacks' | 'halts' | 'effects', row: number) => ({
        certain: counts[of].certain[row],
        possible: counts[of].possible[row],
      });
      const expected = (test: (incident: Incident) => boolean) =>
        bruteForce(window, (one) => on(one.target) && test(one));
      keys.forEach((key, row) => {
        const isOwn = (one: Incident): boolean => categories[scheme](one, isHalt(one)) === key;
        expect(at('attacks', row), key).toEqual(expected((one) => isOwn(one) && !isHalt(one)));
        expect(at('halts', row), key).toEqual(expected((one) => isOwn(one) && isHalt(one)));
      });
      EFFECT_CLASSES.forEach((effect, row) => {
        expect(at('effects', row), effect).toEqual(
          expected((one) => effectClassOf(one.effect) === effect),
        );
      });
      expect(counts.deaths).toEqual(expected(({ killed }) => (killed?.[1] ?? 0) > 0));
      expect(counts.severalOrigins).toEqual(
        expected(({ reports }) => originsOf(reports).length > 1),
      );
    }
  });

  it('counts the incidents of every area, and its halts, of the layers that are on', async () => {
    const { areas } = await indexOf([table]).counts(
      EMPTY_FILTER,
      'outcome',
      undefined,
      UNINTERRUPTED,
    );
    const names = table.places.areas;
    const isOn = Uint8Array.from(TARGETS, (_, layer) => layer % 2);
    for (const window of WINDOWS) {
      const { all, halts } = areaCountsOf(areas, countCells(areas, window), isOn, names.length);
      names.forEach((name, area) => {
        const isCounted = ({ place, target }: Incident): boolean =>
          isOn[TARGETS.indexOf(target)] === 1 &&
          ((place.precision === 'governorate' && place.governorate === name) ||
            (place.precision === 'region' && place.name === name));
        const isHalt = (one: Incident): boolean =>
          isCounted(one) && effectClassOf(one.effect) === 'halt';
        const at = ({ certain, possible }: typeof all) => ({
          certain: certain[area],
          possible: possible[area],
        });
        expect(at(all)).toEqual(bruteForce(window, isCounted));
        expect(at(halts)).toEqual(bruteForce(window, isHalt));
      });
    }
  });

  it('has one sign for each incident of an area', async () => {
    const { areas } = await indexOf([table]).counts(
      EMPTY_FILTER,
      'outcome',
      undefined,
      UNINTERRUPTED,
    );
    const allOn = new Uint8Array(TARGETS.length).fill(1);
    for (const window of WINDOWS)
      table.places.areas.forEach((name, area) => {
        const signs = areaSignsOf(areas, countCells(areas, window), allOn, area);
        const isOwn = ({ place }: Incident): boolean =>
          (place.precision === 'governorate' && place.governorate === name) ||
          (place.precision === 'region' && place.name === name);
        expect(signs.reduce((sum, { count }) => sum + count, 0)).toBe(
          bruteForce(window, isOwn).certain,
        );
        for (const { layer, category, effectClass, count } of signs)
          expect(
            bruteForce(
              window,
              (one) =>
                isOwn(one) &&
                one.target === TARGETS[layer] &&
                effectClassOf(one.effect) === EFFECT_CLASSES[effectClass] &&
                effectClassOf(one.effect) === CATEGORIES.outcome[category]?.key,
            ).certain,
          ).toBe(count);
      });
  });
});
