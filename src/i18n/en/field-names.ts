import type { OurField } from '../../core/fields/field-key.ts';

/** Fields of our records, as the codebook names them. Inside a sentence. */
export const fieldNames: Readonly<Record<OurField, string>> = {
  target: 'target',
  weapon: 'weapon',
  effect: 'effect',
  status: 'status',
  actor: 'attributed to',
  'attributed-by': 'attributed by',
  attribution: 'attributed to, by',
  killed: 'people killed',
  injured: 'people injured',
  origins: 'origins, at most',
  place: 'place',
  district: 'district',
  governorate: 'governorate',
  'place-precision': 'precision of the place',
  'time-precision': 'precision of the time',
  reported: 'first reported',
  publisher: 'publisher',
  language: 'language of reports',
  quoted: 'with a quote',
  'week-hour': 'weekday and hour',
};
