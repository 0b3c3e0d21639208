import { type Incident } from '../../core/records/incident.ts';
import { isArea } from '../../core/place/place.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { ReadEdtf } from '../../core/time/common-edtf.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { readIsoText } from '../../core/time/minute.ts';
import { FIRST_YEAR, isStorable, LAST_YEAR } from '../../core/time/storable-range.ts';
import { shown, type FieldFault } from './field-fault.ts';
import { isObject } from '../source/is-object.ts';
import type { Readable } from './readable-record.ts';

/** A Feature's own members, as far as they can be read. */
export type RecordFeature = {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly number[] } | null;
  readonly properties: Incident;
};

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
      problem: { kind: 'unreadable-time', value: shown(text) },
      expected: { kind: 'existing-day', day: missing },
    });
  const read = readEdtf(text, utcOffset);
  if (read.kind === 'ok' && read.value.open !== undefined)
    return failed({
      field: 'time',
      problem: { kind: 'open-time', value: shown(text) },
      expected: { kind: 'both-ends' },
    });
  if (read.kind === 'ok' && !isStorable(read.value.span))
    return failed({
      field: 'time',
      problem: { kind: 'far-time', value: shown(text) },
      expected: { kind: 'years', first: FIRST_YEAR, last: LAST_YEAR },
    });
  if (read.kind === 'ok') return ok(read.value.span);
  const ends = text.split('/').map((end) => readEdtf(end, utcOffset).kind);
  if (ends.length === 2 && ends.every((kind) => kind === 'ok'))
    return failed({
      field: 'time',
      problem: { kind: 'reversed-time', value: shown(text) },
      expected: { kind: 'earlier-first' },
    });
  return failed({
    field: 'time',
    problem: { kind: 'unreadable-time', value: shown(text) },
    expected: { kind: 'edtf' },
  });
}

function countFaults(record: Readable<Incident>): readonly FieldFault[] {
  return (['killed', 'injured'] as const).flatMap((field) => {
    const [least, most] = record[field] ?? [];
    if (least === undefined || most === undefined || least <= most) return [];
    const problem = { kind: 'reversed-range', value: shown([least, most]) } as const;
    return [{ field, problem, expected: { kind: 'least-first' } }];
  });
}

function geometryFaults(feature: Readable<RecordFeature>): readonly FieldFault[] {
  const { geometry, properties } = feature;
  const { precision, lat, lon } = properties?.place ?? {};
  if (geometry === undefined || precision === undefined) return [];
  if (isArea(precision)) {
    if (geometry === null) return [];
    const problem = { kind: 'unwanted-point', precision } as const;
    return [{ field: 'geometry', problem, expected: { kind: 'no-geometry' } }];
  }
  if (lat === undefined || lon === undefined) return [];
  const value = shown([lon, lat]);
  if (geometry === null) {
    const problem = { kind: 'missing-point', precision } as const;
    return [{ field: 'geometry', problem, expected: { kind: 'point', value } }];
  }
  const [x, y] = geometry.coordinates ?? [];
  if (x === undefined || y === undefined || (x === lon && y === lat)) return [];
  return [
    {
      field: 'geometry.coordinates',
      problem: { kind: 'other-point', value: shown([x, y]) },
      expected: { kind: 'coordinates', value },
    },
  ];
}

function idFaults(feature: Readable<RecordFeature>): readonly FieldFault[] {
  const id = feature.properties?.id;
  if (feature.id === undefined || id === undefined || feature.id === id) return [];
  return [
    {
      field: 'feature.id',
      problem: { kind: 'other-id', value: shown(feature.id) },
      expected: { kind: 'value', value: shown(id) },
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
      problem: { kind: 'lost-character', value: shown(text) },
      expected: { kind: 'utf-8' },
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
        problem: { kind: 'no-day', value: shown(published) },
        expected: { kind: 'day-or-null' },
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
