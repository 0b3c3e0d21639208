import {
  orderIn,
  placeIn,
  NO_MAPPING,
  scaled,
  type DetectSchema,
  type Schema,
} from './table-sample.ts';

const MARKS = [
  'event_id_cnty',
  'event_date',
  'sub_event_type',
  'actor1',
  'geo_precision',
  'time_precision',
  'fatalities',
  'source_scale',
];

/**
 * ACLED exports of any age: today's 31 columns, files from before 2023 (`data_id`, `event_id_no_cnty`),
 * old ones in capitals. Layers are made of `event_type`, which has six values; `notes` are ACLED's own.
 */
const detectAcled: DetectSchema = (clues) => {
  const { names } = clues;
  if (names.count(MARKS) < 6) return undefined;
  const date = names.find('event_date');
  return {
    ...NO_MAPPING,
    schema: 'acled',
    place: placeIn(clues, names.find('latitude'), names.find('longitude')),
    placePrecision: scaled(names.find('geo_precision'), 'acled'),
    placeName: names.find('location'),
    area: names.find('admin1'),
    time:
      date === undefined
        ? NO_MAPPING.time
        : { kind: 'one', column: date, order: orderIn(clues, date) },
    timePrecision: scaled(names.find('time_precision'), 'acled'),
    id: names.find('event_id_cnty', 'data_id', 'event_id_no_cnty'),
    text: names.find('notes'),
    source: names.find('source'),
    category: names.find('event_type', 'sub_event_type'),
  };
};

export const acled: Schema = { detect: detectAcled };
