import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { MarkCounter, SEVERAL_EFFECT_CLASSES } from '../../../../src/core/index/mark-counter.ts';
import {
  CATEGORIES,
  COLOR_SCHEMES,
  lookOf,
  LOOKS,
} from '../../../../src/core/records/color-scheme.ts';
import { attributedOf } from '../../../../src/core/records/attributed.ts';
import {
  DEATHS,
  deathsOf,
  EFFECT_CLASSES,
  effectClassOf,
  TARGETS,
  type Incident,
} from '../../../../src/core/records/incident.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { type DatedIncident } from '../../../../src/core/records/incident-table.ts';
import { contains, overlaps } from '../../../../src/core/time/time-range.ts';
import { DATASET, RECORDS } from '../../published-records.ts';
import { ALL_ON, EVERYTHING, indexOf, LOOKS_OF_TARGETS, totalsIn } from './views.ts';

const incidents = RECORDS.filter(({ incident }) => incident.kind === 'incident');
const table = incidentTable(RECORDS, 0, DATASET);
const GOVERNORATES = ['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja'];

/** Any window of whole hours around the published period. */
const window = fc
  .tuple(fc.integer({ min: -30, max: 500 }), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => {
    const from = table.period.from + start * 60;
    return { from, to: from + length * 60 };
  });

function categoryIn(scheme: (typeof COLOR_SCHEMES)[number], incident: Incident): number {
  if (scheme === 'target') return 0;
  const effect = effectClassOf(incident.effect);
  const key = {
    outcome: effect,
    weapon: effect === 'halt' ? effect : (incident.weapon ?? 'unknown'),
    attributed: effect === 'halt' ? effect : attributedOf(incident.attribution, DATASET.actors),
  }[scheme];
  return CATEGORIES[scheme].findIndex((one) => one.key === key);
}

it('the cells of the published records add up as looking at each record does, in every scheme and window', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...COLOR_SCHEMES), window, async (scheme, at) => {
      const { cells } = await indexOf([table]).counts(EVERYTHING, scheme, undefined, UNINTERRUPTED);
      const keyOf = ({ incident }: DatedIncident): string =>
        JSON.stringify([
          TARGETS.indexOf(incident.target),
          EFFECT_CLASSES.indexOf(effectClassOf(incident.effect)),
          categoryIn(scheme, incident),
          DEATHS.indexOf(deathsOf(incident.killed)),
          GOVERNORATES.includes(incident.place.governorate ?? '') ? 0 : 1,
        ]);
      const { layer, effectClass, category, deaths, zone } = cells;
      const keys = [...layer.keys()].map((cell) =>
        JSON.stringify([layer, effectClass, category, deaths, zone].map((column) => column[cell])),
      );
      for (const key of new Set(incidents.map(keyOf))) {
        const own = incidents.filter((record) => keyOf(record) === key);
        const certain = own.filter(({ span }) => contains(at, span)).length;
        const touching = own.filter(({ span }) => overlaps(at, span)).length;
        const told = totalsIn(cells, at, ALL_ON, (cell) => keys[cell] === key);
        expect([told.certain, told.possible]).toEqual([certain, touching - certain]);
      }
    }),
    { numRuns: 60 },
  );
});

it('a mark says the looks, the one effect and the deaths of what is certainly in the window', async () => {
  const index = indexOf([table]);
  const ask = { zoom: 6.5, extent: undefined, window: table.period, scheme: 'target' } as const;
  const inMark = new Map<number, DatedIncident[]>();
  for (const row of table.kind.keys()) {
    const record = incidents.find(({ incident }) => incident.id === index.record(row)?.id);
    const { markOfSelected: mark } = await index.view(
      EVERYTHING,
      { ...ask, selected: row },
      UNINTERRUPTED,
    );
    if (mark !== undefined && record) inMark.set(mark, [...(inMark.get(mark) ?? []), record]);
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...COLOR_SCHEMES), window, async (scheme, at) => {
      const asked = { ...ask, scheme, selected: undefined };
      const view = await index.view(EVERYTHING, asked, UNINTERRUPTED);
      const counts = new MarkCounter(view, LOOKS_OF_TARGETS).count(at, ALL_ON);
      for (let mark = 0; mark < view.marks.length; mark++) {
        const own = (inMark.get(mark) ?? []).filter(({ span }) => contains(at, span));
        const looks = Array.from({ length: LOOKS }, () => 0);
        for (const { incident } of own) {
          const layer = TARGETS.indexOf(incident.target);
          const look = lookOf(scheme, categoryIn(scheme, incident), layer, LOOKS_OF_TARGETS);
          looks[look] = (looks[look] ?? 0) + 1;
        }
        expect([...counts.looks.subarray(mark * LOOKS, (mark + 1) * LOOKS)]).toEqual(looks);
        const effects = [...new Set(own.map(({ incident }) => effectClassOf(incident.effect)))];
        const [effect] = effects;
        expect(counts.effects[mark]).toBe(
          effects.length === 1 && effect ? EFFECT_CLASSES.indexOf(effect) : SEVERAL_EFFECT_CLASSES,
        );
        const deaths = own.map(({ incident }) => DEATHS.indexOf(deathsOf(incident.killed)));
        expect(counts.deaths[mark]).toBe(Math.max(0, ...deaths));
      }
    }),
    { numRuns: 40 },
  );
});
