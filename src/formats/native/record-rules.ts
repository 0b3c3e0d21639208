import { type Incident } from '../../core/records/incident.ts';
import { isArea } from '../../core/place/place.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { ReadEdtf } from '../../core/time/common-edtf.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { readIsoText } from '../../core/time/minute.ts';
import { FIRST_YEAR, isStorable, LAST_YEAR } from '../../core/time/storable-range.ts';
import { shown, type FieldFault } from './check-shape.ts';
import { isObject } from '../source/read-json.ts';
import type { Readable } from './readable-record.ts';

/** A Feature's own members, as far as they can be read. */
export type RecordFeature = {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly number[] } | null;
  readonly properties: Incident;
};

const edtfExamples =
  'EDTF such as 2026-03-03, 2026-03-01~, 2026-02-28/2026-03-04 or 2026-03-03T21:35:00+03:00';

/** The record's time as civil minutes, or what is wrong with it. */
export function timeOf(
  text: string,
  utcOffset: Minute,
  readEdtf: ReadEdtf,
): Result<TimeRange, FieldFault> {
  // A library may roll 29 February of a common year over to 1 March.
  const missing = text.match(/\d{4}-\d{2}-\d{2}/g)?.find((day) => readIsoText(day) === undefined);
  if (missing !== undefined)
    return failed({
      field: 'time',
      problem: `${shown(text)} is not a time that can be read`,
      expected: `a day that exists in the place of ${missing}`,
    });
  const read = readEdtf(text, utcOffset);
  if (read.kind === 'ok' && read.value.open !== undefined)
    return failed({
      field: 'time',
      problem: `${shown(text)} leaves one end open`,
      expected: 'both ends: a record says from when to when the event may have been',
    });
  if (read.kind === 'ok' && !isStorable(read.value.span))
    return failed({
      field: 'time',
      problem: `${shown(text)} is further away than times are kept`,
      expected: `a time between the years ${String(FIRST_YEAR)} and ${String(LAST_YEAR)}`,
    });
  if (read.kind === 'ok') return ok(read.value.span);
  const ends = text.split('/').map((end) => readEdtf(end, utcOffset).kind);
  if (ends.length === 2 && ends.every((kind) => kind === 'ok'))
    return failed({
      field: 'time',
      problem: `${shown(text)} ends before it begins`,
      expected: 'the earlier time first',
    });
  return failed({
    field: 'time',
    problem: `${shown(text)} is not a time that can be read`,
    expected: edtfExamples,
  });
}

function countFaults(record: Readable<Incident>): readonly FieldFault[] {
  return (['killed', 'injured'] as const).flatMap((field) => {
    const [least, most] = record[field] ?? [];
    if (least === undefined || most === undefined || least <= most) return [];
    const problem = `${shown([least, most])} has the larger number first`;
    return [{ field, problem, expected: 'the least, then the most' }];
  });
}

function geometryFaults(feature: Readable<RecordFeature>): readonly FieldFault[] {
  const { geometry, properties } = feature;
  const { precision, lat, lon } = properties?.place ?? {};
  if (geometry === undefined || precision === undefined) return [];
  if (isArea(precision)) {
    if (geometry === null) return [];
    const problem = `is a point, but the place is known only to its ${precision}`;
    return [{ field: 'geometry', problem, expected: 'null' }];
  }
  if (lat === undefined || lon === undefined) return [];
  const expected = `${shown([lon, lat])}, as place.lon and place.lat say`;
  if (geometry === null) {
    const problem = `is null, but the place is known to its ${precision}`;
    return [{ field: 'geometry', problem, expected: `a Point at ${expected}` }];
  }
  const [x, y] = geometry.coordinates ?? [];
  if (x === undefined || y === undefined || (x === lon && y === lat)) return [];
  return [
    { field: 'geometry.coordinates', problem: `${shown([x, y])} is another place`, expected },
  ];
}

function idFaults(feature: Readable<RecordFeature>): readonly FieldFault[] {
  const id = feature.properties?.id;
  if (feature.id === undefined || id === undefined || feature.id === id) return [];
  return [
    {
      field: 'feature.id',
      problem: `${shown(feature.id)} is not the id of the record`,
      expected: shown(id),
    },
  ];
}

/** Every text in a value, with its dotted path. */
export function textsIn(
  value: unknown,
  path = '',
): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (!Array.isArray(value) && !isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    textsIn(part, path === '' ? name : `${path}.${name}`),
  );
}

/** Decoders write U+FFFD where bytes are no text: the words are not what the source says any more. */
function lostCharacterFaults(record: Readable<Incident>): readonly FieldFault[] {
  return textsIn(record)
    .filter(([, text]) => text.includes('\uFFFD'))
    .map(([field, text]) => ({
      field,
      problem: `${shown(text)} has lost a character (U+FFFD), as when the file was not saved as UTF-8`,
      expected: 'the text as it was written, in a file saved as UTF-8',
    }));
}

function publishedFaults(record: Readable<Incident>): readonly FieldFault[] {
  return (record.reports ?? []).flatMap((report, i) => {
    const published = report?.published;
    if (published === undefined || published === null || readIsoText(published) !== undefined)
      return [];
    return [
      {
        field: `reports.${i}.published`,
        problem: `${shown(published)} is no day of the calendar`,
        expected: 'a day such as 2026-03-03, or null where it is not known',
      },
    ];
  });
}

/** What a schema cannot say of one Feature: counts in order, days that exist, geometry and ids in agreement. */
export function ruleFaults(feature: Readable<RecordFeature>): readonly FieldFault[] {
  return [
    ...idFaults(feature),
    ...geometryFaults(feature),
    ...(feature.properties ? countFaults(feature.properties) : []),
    ...(feature.properties ? publishedFaults(feature.properties) : []),
    ...(feature.properties ? lostCharacterFaults(feature.properties) : []),
  ];
}
