import { DAY } from '../../core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../core/time/time-range.ts';
import { placeScale, type DatasetSchema } from './dataset-schema.ts';
import { orderIn, placeIn, NO_MAPPING, scaled } from './table-sample.ts';
import { aroundDays, wholeUnits } from './widen-time.ts';

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
const detectAcled: DatasetSchema['detect'] = (sample) => {
  const { names } = sample;
  if (names.count(MARKS) < 6) return undefined;
  const date = names.find('event_date');
  return {
    ...NO_MAPPING,
    schema: 'acled',
    place: placeIn(sample, names.find('latitude'), names.find('longitude')),
    placePrecision: scaled(names.find('geo_precision'), 'acled'),
    placeName: names.find('location'),
    area: names.find('admin1'),
    country: names.find('country'),
    time:
      date === undefined
        ? NO_MAPPING.time
        : { kind: 'one', column: date, order: orderIn(sample, date) },
    timePrecision: scaled(names.find('time_precision'), 'acled'),
    id: names.find('event_id_cnty', 'data_id', 'event_id_no_cnty'),
    text: names.find('notes'),
    source: names.find('source'),
    category: names.find('event_type', 'sub_event_type'),
    published: names.find('timestamp'),
  };
};

/** ACLED codebook, `time_precision`: 1 the day, 2 the week around it, 3 the month. */
function widen(range: TimeRange, code: string): TimeRange {
  if (code === '2') return lengthOf(range) < 7 * DAY ? aroundDays(range, 3) : range;
  return code === '3' ? wholeUnits(range, 'month') : range;
}

export const acled: DatasetSchema = {
  id: 'acled',
  detect: detectAcled,
  /** ACLED codebook, `geo_precision`: 1 is a town's own coordinates, 2 a place near a town, 3 a region. */
  placeScale: placeScale('numbers', { 1: 'town', 2: 'near', 3: 'governorate' }),
  timeScale: { codes: ['1', '2', '3'], widen },
};
