import { describe, expect, it } from 'vitest';
import { rowOfId } from '../../../src/core/records/contents.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { idHash, spanAt, type IncidentTable } from '../../../src/core/records/incident-table.ts';
import { daysOf } from '../../../src/core/time/time-range.ts';
import { TARGETS } from '../../../src/core/records/incident.ts';
import { isArea } from '../../../src/core/place/place.ts';
import { readEdtfSpan } from '../../../src/core/time/edtf-range.ts';
import { DAY, isoText } from '../../../src/core/time/minute.ts';
import { contains, lengthOf } from '../../../src/core/time/time-range.ts';
import { readColumns } from '../../../src/formats/columns/read-columns.ts';
import { writeColumns } from '../../../src/formats/columns/write-columns.ts';
import { MADE_UP_PERIOD, madeUpTable } from '../../bench/made-up-table.ts';
import { madeUp } from '../core/records/made-up-incidents.ts';
import { incidentAt } from '../core/records/recorded-incidents.ts';

const COUNT = 5_000;
const table = madeUpTable(COUNT);
const rows = Array.from({ length: COUNT }, (_, row) => row);
const records = rows.map((row) => ({ incident: incidentAt(table, row), span: spanAt(table, row) }));

type Record = (typeof records)[number];

const shareOf = (isOne: (record: Record) => boolean): number =>
  records.filter(isOne).length / COUNT;

/** All columns, to compare by the million of bytes. */
const bytesOf = (all: IncidentTable): Buffer<ArrayBuffer> => Buffer.concat([...writeColumns(all)]);

/** How many records share each name, the most first. */
function countsBy(nameOf: (record: Record) => string | undefined): readonly number[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    const name = nameOf(record);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.values()].toSorted((a, b) => b - a);
}

describe('`madeUpTable`', () => {
  it('is the same as a table built from its records', () => {
    const again = incidentTable(records);
    expect(bytesOf(table).equals(bytesOf(again))).toBe(true);
    expect(table.period).toEqual(again.period);
  });

  it('depends on its seed only', () => {
    expect(bytesOf(madeUpTable(COUNT)).equals(bytesOf(table))).toBe(true);
    expect(bytesOf(madeUpTable(COUNT, 2)).equals(bytesOf(table))).toBe(false);
  });

  it('is the same after writing and reading it as a column file', () => {
    const file = new Uint8Array(bytesOf(table)).buffer;
    const read = readColumns('made-up.columns', file);
    if (read.kind === 'failed') throw new Error(JSON.stringify(read.failure));
    expect(bytesOf(read.value).equals(bytesOf(table))).toBe(true);
    expect(read.value.period).toEqual(table.period);
  });

  it('has complete, made-up records whose EDTF time matches their time range', () => {
    for (const { incident, span } of records) {
      expect(Object.keys(incident).toSorted()).toEqual(Object.keys(madeUp()).toSorted());
      expect(incident.title).toMatch(/^Made-up /);
      const time = readEdtfSpan(incident.time, 0);
      expect(time).toMatchObject({ kind: 'ok', value: { span } });
    }
  });

  it('lies inside its two years, on busy and quiet days', () => {
    expect(records.every(({ span }) => contains(MADE_UP_PERIOD, span))).toBe(true);
    const counts = countsBy(({ span }) => isoText(daysOf(span).from));
    expect(counts[0]).toBeGreaterThan(4 * (counts[Math.floor(counts.length / 2)] ?? 0));
  });

  it('has time ranges of the documented lengths', () => {
    const days = (least: number, most = least) =>
      shareOf(({ span }) => lengthOf(span) >= least * DAY && lengthOf(span) <= most * DAY);
    expect(days(1)).toBeCloseTo(0.62, 1);
    expect(shareOf(({ span }) => lengthOf(span) === 1)).toBeCloseTo(0.2, 1);
    expect(Math.abs(shareOf(({ span }) => lengthOf(span) === 60) - 0.05)).toBeLessThan(0.015);
    expect(Math.abs(days(3) - 0.05)).toBeLessThan(0.015);
    expect(Math.abs(days(7) - 0.03)).toBeLessThan(0.015);
    expect(Math.abs(days(28, 31) - 0.02)).toBeLessThan(0.015);
  });

  it('has most records in few towns', () => {
    const counts = countsBy(({ incident: { place } }) =>
      isArea(place.precision) ? undefined : `${Math.round(place.lon)} ${Math.round(place.lat)}`,
    );
    const firstTen = counts.slice(0, 10).reduce((sum, count) => sum + count, 0);
    expect(firstTen / COUNT).toBeGreaterThan(0.6);
    expect((counts[0] ?? 0) / COUNT).toBeGreaterThan(0.2);
    expect(Math.abs(table.places.length - COUNT / 35)).toBeLessThan(30);
    expect(table.places.areas.toSorted()).toEqual([
      'Duhok',
      'Irbil',
      'Kurdistan Region of Iraq',
      'Sulaymaniyah',
    ]);
  });

  it('has every target, and few series', () => {
    expect(new Set(records.map(({ incident }) => incident.target)).size).toBe(TARGETS.length);
    expect(records.filter(({ incident }) => incident.kind === 'series')).toHaveLength(5);
    expect(shareOf(({ incident }) => isArea(incident.place.precision))).toBeCloseTo(0.03, 1);
  });

  it('finds every record by its id', () => {
    for (const row of [0, 1, 2_499, COUNT - 1]) {
      const id = `made-up-${String(row + 1).padStart(7, '0')}`;
      expect(table.id[row]).toBe(idHash(id));
      expect(rowOfId(table, id)).toBe(row);
    }
  });

  it('can be as small as one record', () => {
    expect(madeUpTable(1).length).toBe(1);
  });
});
