import { readFileSync } from 'node:fs';

type PublishedRecord = {
  readonly kind: 'incident' | 'series' | 'total';
  readonly effect: string;
  readonly place: { readonly governorate: string | null };
  readonly reports: readonly { readonly publisher: string; readonly language: string }[];
};

const text = readFileSync(new URL('../../geodata/incidents.geojson', import.meta.url), 'utf8');
const { features } = JSON.parse(text) as {
  readonly features: readonly { readonly properties: PublishedRecord }[];
};
const records = features.map(({ properties }) => properties);
const ofKind = (kind: PublishedRecord['kind']): readonly PublishedRecord[] =>
  records.filter((record) => record.kind === kind);
const halts = new Set(['halted', 'restored', 'outage']);
const attacks = ofKind('incident').filter(({ effect }) => !halts.has(effect));
const attacksIn = (...names: readonly string[]): number =>
  attacks.filter(({ place }) => names.includes(place.governorate ?? '')).length;
const letters = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const distinct = (texts: readonly string[]): number => new Set(texts).size;
const reports = records.flatMap((record) => record.reports);

/** The published records counted from their file alone, without any code of the page. */
export const PUBLISHED = {
  records: records.length,
  incidents: ofKind('incident').length,
  series: ofKind('series').length,
  totals: ofKind('total').length,
  attacks: attacks.length,
  attacksInRegion: attacksIn('Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja'),
  attacksInKirkuk: attacksIn('Kirkuk'),
  halts: ofKind('incident').length - attacks.length,
  reports: reports.length,
  publishers: distinct(reports.map(({ publisher }) => letters(publisher))),
  languages: distinct(reports.map(({ language }) => language)),
};
