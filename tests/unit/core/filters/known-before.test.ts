/** What was known before a time, against a look at every report of every record. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { filterOf, type Filter } from '../../../../src/core/filters/filter.ts';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { sumPeople } from '../../../../src/core/index/people.ts';
import type { ZoneCount } from '../../../../src/core/index/zone-counts.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { spanAt, ZONES, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { EFFECT_CLASSES, type Incident } from '../../../../src/core/records/incident.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import { DAY, minuteOf, startOfDay, type Minute } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { DATASET, RECORDS } from '../../published-records.ts';
import { tollIn } from '../index/expected-toll.ts';
import { ALL_ON, indexOf, listOf, LOOKS_OF_TARGETS, totalsIn, viewOf } from '../index/views.ts';
import { PERIOD, span, table } from '../records/made-up-incidents.ts';
import { incidentAt } from '../records/recorded-incidents.ts';

const published = incidentTable(RECORDS, 0, DATASET);

const dayOf = (iso: string): Minute => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return minuteOf(year, month, day);
};

/** By the dates of its reports alone: a report of a day is known when that day is over. */
function knowledge({ reports }: Incident, { from }: TimeRange, end: Minute) {
  // Nothing is reported on a day before the first one of the event.
  const days = reports.map((one) =>
    one.published === null ? undefined : Math.max(dayOf(one.published), startOfDay(from)),
  );
  if (days.some((day) => day !== undefined && day + DAY <= end)) return 'known';
  const hasUndated = days.length === 0 || days.includes(undefined);
  const isPerhaps = hasUndated || days.some((day) => day !== undefined && day < end);
  return isPerhaps && from < end ? 'possibly' : 'not-yet';
}

function bruteForce(read: IncidentTable, window: TimeRange, end: Minute, isPoint = false) {
  let now = 0;
  const certain: Incident[] = [];
  const all: Incident[] = [];
  for (let row = 0; row < read.length; row++) {
    const incident = incidentAt(read, row);
    const time = spanAt(read, row);
    if (incident.kind !== 'incident' || (isPoint && isArea(incident.place.precision))) continue;
    if (time.from >= window.to || time.to <= window.from) continue;
    now++;
    const known = knowledge(incident, time, end);
    if (known === 'not-yet') continue;
    all.push(incident);
    if (known === 'known' && time.from >= window.from && time.to <= window.to)
      certain.push(incident);
  }
  const possible = all.length - certain.length;
  return { certain: certain.length, possible, now, killed: tollIn('killed', certain, all) };
}

const before = (knownBefore: Minute): Filter => filterOf({ knownBefore });

async function counted(all: IncidentTable, window: TimeRange, end: Minute) {
  const index = indexOf([all]);
  const counts = await index.counts(before(end), 'target', undefined, UNINTERRUPTED);
  const { certain, possible } = totalsIn(counts.cells, window, ALL_ON);
  const now = counts.now && totalsIn(counts.now, window, ALL_ON);
  return {
    certain,
    possible,
    now: now && now.certain + now.possible,
    killed: counts.people && sumPeople(counts.people, 'killed', window, ALL_ON),
  };
}

async function inMarks(all: IncidentTable, window: TimeRange, end: Minute) {
  const view = await viewOf(all, { window }, before(end));
  const { marks } = new MarkCounter(view, LOOKS_OF_TARGETS).count(window, ALL_ON);
  const sum = (column: Uint32Array): number => column.reduce((total, one) => total + one, 0);
  return { certain: sum(marks.certain), possible: sum(marks.possible) };
}

async function listed(all: IncidentTable, window: TimeRange, end: Minute) {
  const list = await listOf([all], window, { filter: before(end) });
  return { certain: list.certain, possible: list.incidents - list.certain };
}

async function expectAll(all: IncidentTable, window: TimeRange, end: Minute): Promise<void> {
  const expected = bruteForce(all, window, end);
  expect(await counted(all, window, end)).toEqual(expected);
  const { certain, possible } = expected;
  expect(await listed(all, window, end)).toEqual({ certain, possible });
  const onPoints = bruteForce(all, window, end, true);
  expect(await inMarks(all, window, end)).toEqual({
    certain: onPoints.certain,
    possible: onPoints.possible,
  });
}

describe('what was known before a time', () => {
  const march = (day: number): Minute => minuteOf(2026, 3, day);

  it.each(Array.from({ length: 24 }, (_, days) => days - 2))(
    'is what our reports said %i days after 1 March 2026 began',
    async (days) => {
      for (const window of [
        EVER,
        { from: march(5), to: march(6) },
        { from: march(1), to: march(8) },
        { from: march(3) + 600, to: march(12) + 61 },
      ])
        await expectAll(published, window, march(1) + days * DAY);
    },
  );

  it('is less than is known now, and in the end the same but for reports without a date', () => {
    const early = bruteForce(published, EVER, march(5));
    expect(early.certain).toBeGreaterThan(0);
    expect(early.certain + early.possible).toBeLessThan(early.now);
    const late = bruteForce(published, EVER, minuteOf(2027, 1, 1));
    expect(late.certain + late.possible).toBe(late.now);
  });

  it('is what the list of a mark has in the region of the data set and elsewhere', async () => {
    const index = indexOf([published]);
    const record = index.refOf({ id: '2026-03-12-mala-qara-french-troops', dataset: 0 }) ?? NaN;
    const [window, end] = [index.period, march(14)];
    const { rows, zones, certain, incidents } = await listOf([published], window, {
      filter: before(end),
      group: { kind: 'mark', zoom: 5, record },
    });
    const attacks: Incident[] = [];
    const known: Incident[] = [];
    for (const row of rows) {
      const incident = incidentAt(published, row);
      if (EFFECT_CLASSES[published.effectClass[row] ?? 0] === 'halt') continue;
      attacks.push(incident);
      if (knowledge(incident, spanAt(published, row), end) === 'known') known.push(incident);
    }
    expect(certain).toBeLessThan(incidents);
    const sum = (of: (zone: ZoneCount) => number | undefined): number =>
      ZONES.reduce((total, zone) => total + ((zones && of(zones[zone])) ?? NaN), 0);
    const range = (part: 'certain' | 'possible') =>
      ([0, 1] as const).map((at) => sum(({ killed }) => killed?.[part][at]));
    const { certain: sure, possible } = tollIn('killed', known, attacks);
    expect({
      certain: sum((zone) => zone.attacks.certain),
      possible: sum((zone) => zone.attacks.possible),
      killed: [range('certain'), range('possible')],
    }).toEqual({
      certain: known.length,
      possible: attacks.length - known.length,
      killed: [sure, possible],
    });
  });

  it('is what the reports of made-up records said, whatever window and day', async () => {
    await fc.assert(
      fc.asyncProperty(table, span, fc.integer({ min: -3, max: 10 }), async (all, window, days) => {
        await expectAll(all, window, startOfDay(PERIOD.from) + days * DAY);
      }),
      { numRuns: 60 },
    );
  });
});
