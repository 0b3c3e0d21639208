/** Every record here is made up: no such place, outlet or event exists. */
import { readFileSync } from 'node:fs';
import {
  checkDataFile,
  type DataCheck,
} from '../../../../src/commands/check-data/check-data-file.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';

type Changeable<Value> = Value extends readonly (infer Item)[]
  ? Changeable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Changeable<Value[Key]> }
    : Value;

const reportOf = (name: string, publisher: string, day: string) => ({
  publisher,
  title: `Made-up report on ${name}` as string | null,
  url: `https://${name}.example.org/reports/a-made-up-report`,
  published: day as string | null,
  language: 'en',
  says: `Invented for a test of ${name}.`,
});

const placeOf = (name: string, lat: number, lon: number) => ({
  name,
  district: null as string | null,
  governorate: 'Irbil' as string | null,
  lat,
  lon,
  precision: 'town',
  basis: 'stated',
  note: null as string | null,
});

const town = {
  id: '2026-03-02-example-town-drone',
  kind: 'incident',
  title: 'Made-up drone over Example Town',
  summary: 'A record for tests; nothing of it happened.',
  target: 'energy',
  target_name: 'Example works' as string | null,
  weapon: 'drone' as string | null,
  effect: 'struck',
  time: '2026-03-02',
  time_note: null as string | null,
  place: placeOf('Example Town', 36.2, 44.01),
  killed: [0, 0] as number[] | null,
  injured: null as number[] | null,
  attribution: [{ actor: 'nobody at all', by: 'an example', claim: 'accused' }],
  status: 'reported',
  caveat: 'May be the same event as 2026-03-04-example-village-halt.' as string | null,
  reports: [
    reportOf('gazette', 'Example Gazette', '2026-03-02'),
    reportOf('courier', 'Example Courier', '2026-03-03'),
  ],
};

const village = {
  ...town,
  id: '2026-03-04-example-village-halt',
  title: 'Made-up halt at Example Village',
  summary: 'Another record for tests; nothing of it happened either.',
  weapon: null,
  effect: 'halted',
  time: '2026-03-04T10:30:00+03:00',
  place: placeOf('Example Village', 36.3, 44.2),
  attribution: [],
  caveat: null,
  reports: [reportOf('herald', 'Example Herald', '2026-03-04')],
};

const region = {
  ...town,
  id: '2026-03-05-example-region-total',
  kind: 'total',
  title: 'Made-up count of the whole region',
  summary: 'A third record for tests, which counts nothing real.',
  time: '2026-03-01/2026-03-05',
  place: {
    ...placeOf('Kurdistan Region of Iraq', 36.3, 44.3),
    governorate: null,
    precision: 'region',
  },
  caveat: null,
  reports: [reportOf('tribune', 'Example Tribune', '2026-03-06')],
};

export type MadeUp = Changeable<typeof town>;
export type MadeUpFeature = {
  type: string;
  id: string;
  geometry: { type: string; coordinates: number[] } | null;
  properties: MadeUp;
};
export type MadeUpCollection = { type: string; name: string; features: MadeUpFeature[] };

/** Three records without a fault: a town, a village and a region. */
export function madeUpCollection(): MadeUpCollection {
  const features = structuredClone([town, village, region] as MadeUp[]).map((record) => ({
    type: 'Feature',
    id: record.id,
    geometry:
      record.place.precision === 'region'
        ? null
        : { type: 'Point', coordinates: [record.place.lon, record.place.lat] },
    properties: record,
  }));
  return { type: 'FeatureCollection', name: 'Made up', features };
}

const madeUpFile = 'draft/made-up.geojson';
const madeUpToday = minuteOf(2026, 8, 1);
const projectFolder = new URL('../../../../', import.meta.url);

/** Checks bytes or a text with the published data set, areas and sources. */
export function checkMadeUp(content: string | Uint8Array): DataCheck {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return checkDataFile(
    madeUpFile,
    (file) => {
      if (file === madeUpFile) return bytes;
      return file.startsWith('geodata/') ? readFileSync(new URL(file, projectFolder)) : undefined;
    },
    madeUpToday,
  );
}

export const madeUpText = (collection: MadeUpCollection = madeUpCollection()): string =>
  `${JSON.stringify(collection, null, 2)}\n`;
