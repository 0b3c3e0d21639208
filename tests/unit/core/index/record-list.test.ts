/** Every record is made up. */
import { filterOf } from '../../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import { recordedAt } from '../../../../src/core/records/contents.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { INCIDENT } from '../../../../src/core/records/incident-table.ts';
import type { Kind } from '../../../../src/core/records/incident.ts';
import type { PlacePrecision } from '../../../../src/core/place/place.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import { alwaysDue } from '../../always-due.ts';
import { madeUp } from '../records/made-up-incidents.ts';
import { EVERYTHING, indexOf, listOf } from './views.ts';

const START = 20_000 * DAY;
const WINDOW = { from: START, to: START + 3 * DAY };

const record = (
  id: string,
  name: string,
  precision: PlacePrecision,
  hour: number,
  kind: Kind = 'incident',
) => ({
  incident: madeUp({
    id: `2024-10-04-${id}`,
    kind,
    place: { ...madeUp().place, name, precision, governorate: 'Irbil' },
  }),
  span: { from: START + hour * 60, to: START + hour * 60 + 1 },
});

const table = incidentTable([
  record('koya', 'Koya', 'town', 5),
  record('governorate', 'Irbil', 'governorate', 6),
  record('soran', 'Soran', 'town', 7),
  record('city', 'Irbil', 'town', 8),
  record('airport', 'Irbil International Airport', 'site', 9),
  record('koya-next-day', 'Koya', 'town', 29),
  record('city-next-day', 'Irbil', 'town', 30),
  record('series-koya', 'Koya', 'town', 4, 'series'),
  record('series-city', 'Irbil', 'town', 9, 'series'),
]);
const SPELLINGS = [['Irbil', 'Erbil', 'هەولێر']];

/** As the worker lists what is searched for. */
async function listed(text: string): Promise<readonly string[]> {
  const filter = filterOf({ text });
  const { rows, days, incidents } = await listOf([table], WINDOW, { filter }, SPELLINGS);
  expect(days.start.at(-1)).toBe(incidents);
  return Array.from(rows, (row) => {
    const recorded = recordedAt(table, row);
    return recorded?.id.slice(11) ?? '';
  });
}

describe('the list of a search', () => {
  it.each(['Erbil', 'irbil', 'هەولێر', 'erbil made'])(
    'has the city before the governorate and its other places in each section: %s',
    async (text) => {
      expect(await listed(text)).toEqual([
        ...['city', 'airport', 'koya', 'governorate', 'soran'],
        ...['city-next-day', 'koya-next-day'],
        ...['series-city', 'series-koya'],
      ]);
    },
  );

  it.each(['', 'made up', 'drone'])(
    'is in order of time where no place is named: %j',
    async (text) => {
      expect(await listed(text)).toEqual([
        ...['koya', 'governorate', 'soran', 'city', 'airport'],
        ...['koya-next-day', 'city-next-day'],
        ...['series-koya', 'series-city'],
      ]);
    },
  );

  it('ranks by the place that is named', async () => {
    expect(await listed('soran')).toEqual(['soran']);
    expect((await listed('koya irbil')).slice(0, 2)).toEqual(['koya', 'koya-next-day']);
  });
});

describe('the list of many rows', () => {
  it('yields several times while it is made', async () => {
    let yields = 0;
    const task = alwaysDue(() => {
      yields += 1;
    });
    const row = { from: START, to: START + DAY };
    const many = {
      ...table,
      length: 200_000,
      from: new Int32Array(200_000).fill(row.from),
      to: new Int32Array(200_000).fill(row.to),
      place: new Uint32Array(200_000),
      kind: new Uint8Array(200_000).fill(INCIDENT),
      layer: new Uint16Array(200_000),
      effectClass: new Uint8Array(200_000),
      deaths: new Uint8Array(200_000),
      people: undefined,
      reported: undefined,
      origins: new Uint8Array(200_000),
      traits: undefined,
      isUndated: new Uint8Array(200_000),
    };
    const list = await indexOf([many]).list(
      { filter: EVERYTHING, extent: undefined, window: WINDOW, group: undefined },
      task,
    );
    expect(list?.rows.every((listed, at) => listed === at)).toBe(true);
    expect([...(list?.days.start ?? [])]).toEqual([0, 200_000]);
    expect(yields).toBeGreaterThan(20);
  });
});
