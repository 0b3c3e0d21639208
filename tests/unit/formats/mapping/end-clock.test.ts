/** Every row here is made up. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { opened, readRows } from '../../worker/save-again.ts';

const minuteText = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);

/** The spans and the notes of a table, with the names of the noted columns. */
async function read(...lines: readonly string[]) {
  const { dataset, report } = await opened(
    'made-up.csv',
    new Uint8Array(strToU8(lines.join('\n'))),
  );
  const spans = readRows(dataset.table).map((row) => {
    const { span } = row as { span?: { from: number; to: number } };
    return span ? `${minuteText(span.from)} to ${minuteText(span.to)}` : 'none';
  });
  const notes = report.groups.map(({ code, column, count }) => `${code} ${column ?? '-'} ${count}`);
  return { spans, notes };
}

describe('the time of day of an end', () => {
  it.each([
    ['start date', 'start time', 'end date', 'end time'],
    ['start_date', 'start_time', 'end_date', 'end_time'],
    ['from', 'time_from', 'until', 'time_until'],
    ['incident start date', 'incident start time', 'incident end date', 'incident end time'],
  ])('is read with its date: %s, %s, %s, %s', async (...names) => {
    const { spans, notes } = await read(
      `${names.join(',')},lat,lon`,
      '2026-03-01,21:30,2026-03-02,04:15,36.1,44.2',
      '2026-03-03,08:00,2026-03-03,09:00,36.1,44.2',
      '2026-03-04,08:00,2026-03-05,,36.1,44.2',
      '2026-03-06,08:00,,10:00,36.1,44.2',
    );
    expect(spans).toEqual([
      '2026-03-01T21:30 to 2026-03-02T04:16',
      '2026-03-03T08:00 to 2026-03-03T09:01',
      '2026-03-04T08:00 to 2026-03-06T00:00',
      '2026-03-06T08:00 to 2026-03-06T10:01',
    ]);
    expect(notes).toEqual([]);
  });

  it.each([
    ['start time', 'end time'],
    ['time_from', 'time_to'],
    ['time', 'end_time'],
    ['hour', 'end hour'],
    ['event_time', 'event_end_time'],
  ])('is read with the one date of its row: %s, %s', async (...names) => {
    const { spans, notes } = await read(
      `date,${names.join(',')},lat,lon`,
      '2026-03-01,21:30,22:00,36.1,44.2',
      '2026-03-02,23:00,01:00,36.1,44.2',
      '2026-03-03,21:30,,36.1,44.2',
      '2026-03-04,21:30,00:00,36.1,44.2',
      '2026-03-05,21:30,21:30,36.1,44.2',
      '2026-03-06,,,36.1,44.2',
    );
    expect(spans).toEqual([
      '2026-03-01T21:30 to 2026-03-01T22:01',
      '2026-03-02T23:00 to 2026-03-03T01:01',
      '2026-03-03T21:30 to 2026-03-04T00:00',
      '2026-03-04T21:30 to 2026-03-05T00:00',
      '2026-03-05T21:30 to 2026-03-05T21:31',
      '2026-03-06T00:00 to 2026-03-07T00:00',
    ]);
    expect(notes).toEqual([]);
  });

  it('has a note if it cannot be used', async () => {
    const { spans, notes } = await read(
      'date,start time,end time,lat,lon',
      '2026-03-01,,22:00,36.1,44.2',
      '2026-03-02,21:30,late,36.1,44.2',
      '2026-03-03,21:30,22:00,36.1,44.2',
    );
    expect(spans[0]).toBe('2026-03-01T00:00 to 2026-03-01T22:01');
    expect(spans[1]).toBe('2026-03-02T21:30 to 2026-03-03T00:00');
    expect(spans[2]).toBe('2026-03-03T21:30 to 2026-03-03T22:01');
    expect(notes).toEqual(['bad-clock end time 1']);
  });
});

describe('a column that is named as a time of day', () => {
  it('has a note in each row in which it cannot be read', async () => {
    const { spans, notes } = await read(
      'date,time,lat,lon',
      '2026-03-01,morning,36.1,44.2',
      '2026-03-02,evening,36.1,44.2',
      '2026-03-03,21:30,36.1,44.2',
      '2026-03-04,,36.1,44.2',
    );
    expect(spans).toEqual([
      '2026-03-01T00:00 to 2026-03-02T00:00',
      '2026-03-02T00:00 to 2026-03-03T00:00',
      '2026-03-03T21:30 to 2026-03-03T21:31',
      '2026-03-04T00:00 to 2026-03-05T00:00',
    ]);
    expect(notes).toEqual(['bad-clock time 2']);
  });

  it('is not used if it contains dates or durations', async () => {
    for (const [name, value] of [
      ['time', '2026-03-09 10:00'],
      ['response time', 'slow'],
      ['time zone', 'AST'],
    ])
      expect((await read(`date,${name},lat,lon`, `2026-03-01,${value},36.1,44.2`)).notes).toEqual(
        [],
      );
  });
});
