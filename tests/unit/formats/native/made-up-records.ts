import type { Incident } from '../../../../src/core/records/incident.ts';

/** Every record here is made up: no such place, outlet or event exists. */
export const madeUpRecord: Incident = {
  id: '2026-03-02-example-town-drone',
  kind: 'incident',
  title: 'Made-up drone over Example Town',
  summary: 'A record for tests; nothing of it happened.',
  target: 'energy',
  target_name: 'Example works',
  weapon: 'drone',
  effect: 'intercepted',
  time: '2026-03-02',
  time_note: null,
  place: {
    name: 'Example Town',
    district: null,
    governorate: 'Example Province',
    lat: 36.2,
    lon: 44.01,
    precision: 'town',
    basis: 'stated',
    note: null,
  },
  killed: [0, 0],
  injured: null,
  attribution: [{ actor: 'nobody', by: 'an example', claim: 'accused' }],
  status: 'reported',
  caveat: null,
  reports: [
    {
      publisher: 'Example Gazette',
      title: null,
      url: 'https://example.org/made-up',
      published: '2026-03-02',
      language: 'en',
      says: 'Made up.',
    },
  ],
};

export type MadeUpFeature = {
  readonly type: string;
  readonly id: string;
  readonly geometry: object | null;
  readonly properties: object;
};

export const featureOf = (record: Incident): MadeUpFeature => ({
  type: 'Feature',
  id: record.id,
  geometry: { type: 'Point', coordinates: [record.place.lon, record.place.lat] },
  properties: record,
});

/** A Feature of the made-up record with other fields, wrong ones included. */
export const featureWith = (fields: object): MadeUpFeature => ({
  ...featureOf(madeUpRecord),
  properties: { ...madeUpRecord, ...fields },
});

export const madeUpNamed = (id: string): MadeUpFeature => featureOf({ ...madeUpRecord, id });

export const collectionText = (features: readonly unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
