import type { ImportedPrecision } from '../../core/place/precision.ts';
import { HOUR } from '../../core/time/minute.ts';
import { dates } from './format.ts';

/** Values of fields that the data write as codes; the codebook's own are in `terms.ts`. */
export const fieldValues = {
  notGiven: 'not given',
  answers: { yes: 'yes', no: 'no' } as Readonly<Record<string, string>>,
  placePrecisions: {
    site: 'site known',
    town: 'town known',
    district: 'district known',
    governorate: 'governorate known',
    region: 'region known',
    near: 'within 25 km',
    wide: 'within 150 km',
    unstated: 'precision not stated',
    country: 'country known',
    spot: 'within 15 m',
    block: 'within 150 m',
    none: 'no place',
  } satisfies Record<ImportedPrecision | 'none', string> as Readonly<Record<string, string>>,
  timePrecisions: {
    minute: 'minute known',
    hour: 'hour known',
    day: 'day known',
    days: 'within a week',
    longer: 'longer than a week',
    open: 'start or end not known',
    none: 'no date',
  } as Readonly<Record<string, string>>,
  /** An actor, and who says so. */
  attributed: (actor: string, by: string): string => `${actor}, named by ${by}`,
  /** From Monday on. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  /** `Monday, 13:00–14:00` */
  weekHours: (weekday: string, from: number, to: number): string =>
    `${weekday}, ${fieldValues.hours(from, to)}`,
  /** Of a day: 24:00 ends it. */
  hours: (from: number, to: number): string =>
    `${dates.clock(from * HOUR)}–${to === 24 ? '24:00' : dates.clock(to * HOUR)}`,
};
