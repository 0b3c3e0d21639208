/** Every row of this file is made up. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordAt } from '../../../src/core/records/contents.ts';
import { spanAt, type IncidentTable } from '../../../src/core/records/incident-table.ts';
import { OPEN_END, unknownEndOf } from '../../../src/core/records/unknown-ends.ts';
import { BIN_UNITS, binAfter, binStart } from '../../../src/core/time/bins.ts';
import { isoText, minuteOf } from '../../../src/core/time/minute.ts';
import { contains } from '../../../src/core/time/time-range.ts';
import { listOf } from '../core/index/views.ts';
import { fixtureBytes, fixtureNames, openFile } from './import-file.ts';

async function opened(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const file = await openFile(name, bytes);
  if (file.kind === 'fault') throw new Error(file.fault.kind);
  return file;
}

const csv = async (...lines: readonly string[]) =>
  await opened('made-up.csv', new Uint8Array(strToU8(lines.join('\n'))));

/** The spans of a table in its order; an end that is not known is `…`. */
const spansOf = ({ from, to, isUndated }: IncidentTable): readonly string[] =>
  Array.from(from, (start, row) => {
    const unknown = unknownEndOf(isUndated[row]);
    const first = unknown === 'from' || unknown === 'both' ? '…' : isoText(start);
    const last = unknown === 'to' || unknown === 'both' ? '…' : isoText(to[row] ?? 0);
    return `${first} to ${last}`;
  });

const notesOf = ({
  report,
}: Awaited<ReturnType<typeof opened>>): Readonly<Record<string, number>> =>
  Object.fromEntries(report.groups.map(({ code, count }) => [code, count]));

describe('an import of reported inputs', () => {
  const spans = async (name: string) =>
    spansOf((await opened(name, fixtureBytes(name))).dataset.table);

  it('reads a year of four digits as that year', async () => {
    expect(await spans('reported/07-year-0026.csv')).toEqual([
      '0026-03-05 to 0026-03-06',
      '2026-03-01 to 2026-03-02',
    ]);
  });

  it('reads a second column of seconds since 1970 as the end of an interval', async () => {
    expect(await spans('reported/10-epoch-interval.geojson')).toEqual([
      '2026-01-01 to 2026-02-02',
      '2026-01-15 to 2026-02-11',
    ]);
  });

  it('extends a range without an end, as possible, to the end of the data', async () => {
    expect(await spans('reported/15-open-begin.kml')).toEqual([
      '2026-01-10 to …',
      '2026-04-10 to …',
    ]);
  });
});

describe('an import of every fixture', () => {
  it.each(fixtureNames)('has ranges that start before they end: %s', async (name) => {
    const file = await openFile(name, fixtureBytes(name));
    if (file.kind === 'fault') return;
    const { from, to, length } = file.dataset.table;
    for (let row = 0; row < length; row++) expect(from[row]).toBeLessThan(to[row] ?? 0);
  });
});

describe('a range with an unknown end', () => {
  it('reaches to the end of the data, and no row makes the axis longer', async () => {
    const file = await csv(
      'start,end,lat,lon',
      '2026-01-05,9999-12-31,36,44',
      '2026-02-01,2026-02-03,36,44',
      ',2026-01-20,36,44',
      '2026-01-10,ongoing,36,44',
      'unknown,,36,44',
    );
    expect(file.dataset.table.period).toEqual({
      from: minuteOf(2026, 1, 5),
      to: minuteOf(2026, 2, 4),
    });
    expect(spansOf(file.dataset.table).toSorted()).toEqual([
      '2026-01-05 to …',
      '2026-01-10 to …',
      '2026-02-01 to 2026-02-04',
      '… to 2026-01-21',
      '… to …',
    ]);
    expect(notesOf(file)).toEqual({ 'open-end': 2, 'open-begin': 1, 'no-date': 1 });
  });

  it.each(BIN_UNITS)(
    'is certain in no %s of the timeline, also if it ends after the data',
    async (unit) => {
      const { table } = (
        await csv(
          'start,end,lat,lon',
          '2026-01-10,9999-12-31,36,44',
          '2026-04-10,9999-12-31,36,44',
          ',2026-02-01,36,44',
          'unknown,,36,44',
          '2026-02-01,2026-02-03,36,44',
        )
      ).dataset;
      const { from, to } = table.period;
      const bins = { from: binStart(from, unit), to: binAfter(to - 1, unit) };
      for (let row = 0; row < table.length; row++)
        expect(contains(bins, spanAt(table, row))).toBe(table.isUndated[row] === 0);
    },
  );

  it('reaches to the end of all data that is open', async () => {
    const one = (await csv('time,lat,lon', '2026-01-05/..,36,44')).dataset.table;
    const two = (await csv('time,lat,lon', '2026-06-01,36,44', '2026-03-01,36,44')).dataset.table;
    const later = { from: minuteOf(2026, 6, 1), to: minuteOf(2026, 6, 2) };
    const { rows, days, certain } = await listOf([one, two], later);
    expect([...rows]).toEqual([0, 2]);
    expect([...days.isUndated]).toEqual([OPEN_END, 0]);
    expect(certain).toBe(1);
  });
});

describe('a date that may be an empty value, such as 1970-01-01', () => {
  const open = async (...dates: readonly string[]) =>
    await csv('date,lat,lon', ...dates.map((date) => `${date},36,44`));

  it('is no date if the other dates are far from it', async () => {
    const file = await open('2026-03-01', '1970-01-01', '1899-12-30', '2026-03-05');
    expect(file.report).toMatchObject({ kept: 2, undated: 2 });
    expect(notesOf(file)).toMatchObject({ 'zero-date': 2 });
    expect(spansOf(file.dataset.table).filter((span) => span === '… to …')).toEqual([
      '… to …',
      '… to …',
    ]);
    const dated = Array.from({ length: 4 }, (_, row) => {
      const record = recordAt(file.dataset.table, row);
      return record?.kind === 'file' && record.fileRow.isDated;
    });
    expect(dated.filter(Boolean)).toHaveLength(2);
  });

  it('is a date if another date is near, or there is no other', async () => {
    expect((await open('1968-05-03', '1970-01-01', '2026-03-05')).report.undated).toBe(0);
    expect((await open('1970-01-01', '1970-01-01')).report.undated).toBe(0);
  });

  it('is an unknown start if the interval ends far from it', async () => {
    const file = await csv(
      'start,end,lat,lon',
      '1970-01-01,2026-03-05,36,44',
      '2026-03-01,2026-03-02,36,44',
    );
    expect(spansOf(file.dataset.table)).toContain('… to 2026-03-06');
  });
});

describe('the clock of a file', () => {
  const clock = async (...times: readonly string[]) => {
    const file = await csv('time,lat,lon', ...times.map((time) => `${time},36,44`));
    return [file.report.utcOffset, ...spansOf(file.dataset.table).map((span) => span.slice(0, 16))];
  };

  it('is the most frequent offset of its times, other than Z', async () => {
    expect(await clock('2026-03-01T23:30Z', '2026-03-02T02:30+03:00', '2026-03-01T23:40Z')).toEqual(
      [180, '2026-03-02T02:30', '2026-03-02T02:30', '2026-03-02T02:40'],
    );
  });

  it('is UTC if only Z is written, and undefined if nothing is', async () => {
    expect(await clock('2026-03-01T23:30:00Z')).toEqual([0, '2026-03-01T23:30']);
    expect(await clock('2026-03-01T23:30:00')).toEqual([undefined, '2026-03-01T23:30']);
  });
});

describe('a time of day in a column of its own', () => {
  it.each([
    ['date,time,lat,lon', '2026-03-01,21:30,36,44'],
    ['date,Time of incident,lat,lon', '2026-03-01,9:30 pm,36,44'],
    ['date,الوقت,lat,lon', '2026-03-01,٢١:٣٠,36,44'],
    ['date,hour,time reported,lat,lon', '2026-03-01,21h30,23:10,36,44'],
    ['year,month,day,time,lat,lon', '2026,3,1,2130,36,44'],
  ])('%s', async (header, row) => {
    expect(spansOf((await csv(header, row, row)).dataset.table)[0]).toBe(
      '2026-03-01T21:30 to 2026-03-01T21:31',
    );
  });

  it.each([
    ['date,response time,lat,lon', '2026-03-01,00:15,36,44'],
    ['date,time reported,lat,lon', '2026-03-01,21:30,36,44'],
    ['date,hours lost,lat,lon', '2026-03-01,7,36,44'],
  ])('is not read from another column: %s', async (header, row) => {
    expect(spansOf((await csv(header, row, row)).dataset.table)[0]).toBe(
      '2026-03-01 to 2026-03-02',
    );
  });
});
