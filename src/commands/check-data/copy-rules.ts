import type { Incident, Report } from '../../core/records/incident.ts';
import type { ExaminedRecord } from '../../formats/native/examine-collection.ts';
import { overlaps } from '../../core/time/time-range.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { CheckFault } from './check-fault.ts';
import { addressKey } from './report-rules.ts';
import { reportsOf } from './spelling-rules.ts';

/** Returns a value as JSON-like text with sorted keys, so that equal values give equal texts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${names.map(([name, part]) => `${name}:${canonical(part)}`).join(',')}}`;
}

function repeatedKeys(
  records: readonly ExaminedRecord[],
  keyOf: (record: Readable<Incident>) => string | undefined,
  fault: (first: string) => Omit<CheckFault, 'record'>,
): readonly CheckFault[] {
  const firsts = new Map<string, ExaminedRecord>();
  return records.flatMap((one) => {
    const key = keyOf(one.readable);
    const first = key === undefined ? undefined : firsts.get(key);
    if (key !== undefined && !first) firsts.set(key, one);
    const isCopy = first && first.readable.id !== one.readable.id;
    return isCopy ? [{ record: one.label, ...fault(first.label) }] : [];
  });
}

/** Returns a key of an event without its time; undefined if time, place or reports are missing. */
function eventKey(record: Readable<Incident>): string | undefined {
  const { time, place, target, kind, effect, reports } = record;
  if (!time || !place || !reports) return undefined;
  const addresses = reports.map((report) => report?.url ?? '').sort();
  return canonical([place.name, place.lat, place.lon, target, kind, effect, addresses]);
}

/**
 * Records with the same reports, place, target and effect at times that overlap: one may give the day
 * and the other the minute.
 */
function repeatedEvents(records: readonly ExaminedRecord[]): readonly CheckFault[] {
  const byKey = new Map<string, ExaminedRecord[]>();
  return records.flatMap((one) => {
    const key = eventKey(one.readable);
    if (key === undefined) return [];
    const others = byKey.get(key) ?? [];
    const first = others.find((other) => isSameTime(one, other));
    byKey.set(key, [...others, one]);
    if (!first || first.readable.id === one.readable.id) return [];
    return [
      {
        record: one.label,
        rule: 'event-twice',
        field: 'reports',
        problem: `are those of ${first.label}, with the same place, target and effect at the same time`,
        expected: 'each event once',
        reason: 'the same reports may describe two events',
      },
    ];
  });
}

const isSameTime = (one: ExaminedRecord, other: ExaminedRecord): boolean =>
  one.span && other.span
    ? overlaps(one.span, other.span)
    : one.readable.time === other.readable.time;

/** A record that differs from another only in its id, or describes the same event from the same reports. */
export function copiedRecords(records: readonly ExaminedRecord[]): readonly CheckFault[] {
  const whole = repeatedKeys(
    records,
    (record) =>
      Object.keys(record).length > 1 ? canonical({ ...record, id: undefined }) : undefined,
    (first) => ({
      rule: 'record-copied',
      field: 'id',
      problem: `is the only difference from ${first}`,
      expected: 'each event once',
    }),
  );
  const known = new Set(whole.map(({ record }) => record));
  const events = repeatedEvents(records);
  return [...whole, ...events.filter(({ record }) => !known.has(record))];
}

/** Places of equal name, governorate and precision have the same point; reports the less frequent point. */
export function placePointFaults(records: readonly ExaminedRecord[]): readonly CheckFault[] {
  const points = records.flatMap(({ label, readable: { place } }) => {
    const { name, governorate, precision, lat, lon } = place ?? {};
    if (name === undefined || lat === undefined || lon === undefined) return [];
    return [
      { record: label, key: canonical([name, governorate, precision]), point: `${lat}, ${lon}` },
    ];
  });
  // Points of one place in the order of the file, with the number of records and the first of them.
  const byPlace = new Map<string, Map<string, { uses: number; readonly first: string }>>();
  for (const { record, key, point } of points) {
    const ofPlace = byPlace.get(key) ?? new Map<string, { uses: number; readonly first: string }>();
    byPlace.set(key, ofPlace);
    const known = ofPlace.get(point);
    if (known) known.uses++;
    else ofPlace.set(point, { uses: 1, first: record });
  }
  // The point of most records; if several are equal, the first in the file.
  const usual = new Map(
    [...byPlace].map(([key, ofPlace]) => {
      const entries = [...ofPlace];
      const most = Math.max(...entries.map(([, { uses }]) => uses));
      return [key, entries.find(([, { uses }]) => uses === most)] as const;
    }),
  );
  return points.flatMap(({ record, key, point }) => {
    const [other, found] = usual.get(key) ?? [];
    if (!found || other === undefined || other === point) return [];
    return [
      {
        record,
        rule: 'place-point',
        field: 'place',
        problem: `lies at ${point}, but the same place lies at ${other} in ${found.first}`,
        expected: 'one point for one place',
        reason: 'two places may have one name',
      },
    ];
  });
}

/** Reports with the same URL have the same day, language and title in every record. */
export function reportFaults(records: readonly ExaminedRecord[]): readonly CheckFault[] {
  const firsts = new Map<string, { readonly record: string; readonly report: Readable<Report> }>();
  return records.flatMap(reportsOf).flatMap(([record, i, report]): readonly CheckFault[] => {
    const key = report.url === undefined ? undefined : addressKey(report.url);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, { record, report });
      return [];
    }
    return (['published', 'language', 'title'] as const).flatMap((part) => {
      const [here, there] = [report[part], first.report[part]];
      if (!here || !there || here === there) return [];
      return [
        {
          record,
          rule: 'report-differs',
          field: `reports.${i}.${part}`,
          problem: `${shown(here)} differs from ${shown(there)}, which ${first.record} gives for the same address`,
          expected: 'the same value in both records',
          reason: 'a report may have been changed after it was published',
        },
      ];
    });
  });
}
