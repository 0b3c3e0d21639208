import type { Incident } from '../records/incident.ts';
import { NO_WEAPON, NOT_GIVEN, PART_SEPARATOR, type OurField } from './field-key.ts';

const YES = 'yes';
const NO = 'no';

/** A total counts attacks of any kind: it has no target, weapon or effect of its own. */
const isSingle = ({ kind }: Incident): boolean => kind !== 'total';

/** Who is named for it; a denial names nobody. */
const named = ({ attribution }: Incident): Incident['attribution'] =>
  attribution.filter(({ claim }) => claim !== 'denied');

const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];

type ValueOf = (incident: Incident) => string;

/** Fields with one value a record that only its text has. */
export const OUR_SINGLE = {
  target: (incident) => (isSingle(incident) ? incident.target : NOT_GIVEN),
  weapon: (incident) => (isSingle(incident) ? (incident.weapon ?? NO_WEAPON) : NOT_GIVEN),
  effect: (incident) => (isSingle(incident) ? incident.effect : NOT_GIVEN),
  status: ({ status }) => status,
  district: ({ place }) => place.district ?? NOT_GIVEN,
  governorate: ({ place: { governorate, precision, name } }) =>
    governorate ?? (precision === 'governorate' ? name : NOT_GIVEN),
  quoted: ({ reports }) => (reports.some(({ quote }) => quote !== undefined) ? YES : NO),
} as const satisfies Partial<Record<OurField, ValueOf>>;

/** Fields with several values a record, each once. */
export const OUR_MULTIPLE = {
  actor: (incident) => distinct(named(incident).map(({ actor }) => actor)),
  'attributed-by': (incident) => distinct(named(incident).map(({ by }) => by)),
  attribution: (incident) =>
    distinct(
      named(incident).map(({ actor, by }) => `${actor.trim()}${PART_SEPARATOR}${by.trim()}`),
    ),
  publisher: ({ reports }) => distinct(reports.map(({ publisher }) => publisher)),
  language: ({ reports }) => distinct(reports.map(({ language }) => language)),
} as const satisfies Partial<Record<OurField, (incident: Incident) => readonly string[]>>;

export type OurTextField = keyof typeof OUR_SINGLE | keyof typeof OUR_MULTIPLE;

export const isOurTextField = (field: string): field is OurTextField =>
  Object.hasOwn(OUR_SINGLE, field) || Object.hasOwn(OUR_MULTIPLE, field);

/** The values of one field of a record. */
export function ourValues(incident: Incident, field: OurTextField): readonly string[] {
  if (field in OUR_MULTIPLE) return OUR_MULTIPLE[field as keyof typeof OUR_MULTIPLE](incident);
  const value = OUR_SINGLE[field as keyof typeof OUR_SINGLE](incident);
  return value === NOT_GIVEN ? [] : [value];
}
