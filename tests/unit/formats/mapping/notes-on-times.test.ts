/** Every row here is made up. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { alwaysDue } from '../../always-due.ts';
import { startedImport } from '../../worker/import-file.ts';
import { opened, readRows } from '../../worker/save-again.ts';

const minuteText = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);

/** The spans, and the notes with the column and the cell that they quote. */
async function read(header: string, ...rows: readonly string[]) {
  const lines = [`${header},lat,lon`, ...rows.map((row) => `${row},36.1,44.2`)];
  const { dataset, report } = await opened(
    'made-up.csv',
    new Uint8Array(strToU8(lines.join('\n'))),
  );
  const spans = readRows(dataset.table).map(({ span }) =>
    span ? `${minuteText(span.from)} to ${minuteText(span.to)}` : 'none',
  );
  const notes = report.groups.map(({ code, column, example }) => [code, column, example].join(' '));
  return { spans, notes, report };
}

describe('a note on an end', () => {
  it.each([
    ['9999-12-31', 'open-end end 9999-12-31'],
    ['ongoing', 'open-end end ongoing'],
    ['2037-05-05', 'odd-year end 2037-05-05'],
    ['2026-03-09T10:00+02:00', 'other-clock end 2026-03-09T10:00+02:00'],
    ['2026-03-09T10:00', 'local-clock end 2026-03-09T10:00'],
  ])('names its column and its cell: %s', async (end, note) => {
    const plain = '2026-03-01T08:00+03:00,2026-03-02T09:00+03:00';
    const { notes } = await read('start,end', plain, plain, `2026-03-01T08:00+03:00,${end}`);
    expect(notes).toEqual([note]);
  });

  it('names the start if that is unlikely or open', async () => {
    const { notes } = await read(
      'start,end',
      '1626-03-01,2026-03-02',
      '2026-03-01/..,',
      '2026-03-01,2026-03-02',
    );
    expect(notes).toEqual(['odd-year start 1626-03-01', 'open-end start 2026-03-01/..']);
  });
});

describe('a note on parts of a date', () => {
  it('names the month if there is no such month', async () => {
    const { notes } = await read(
      'year,month,day',
      '2026,3,1',
      '2026,4,2',
      '2026,5,3',
      '2026,6,4',
      '2026,7,5',
      '2026,13,5',
    );
    expect(notes).toEqual(['bad-date month 13']);
  });
});

describe('a time of day next to a date that has an offset', () => {
  it('uses the offset of that date', async () => {
    const { spans, notes } = await read(
      'date,time',
      '2026-03-01T00:00+03:00,21:30',
      '2026-03-02T00:00+03:00,22:00',
    );
    expect(spans).toEqual([
      '2026-03-01T21:30 to 2026-03-01T21:31',
      '2026-03-02T22:00 to 2026-03-02T22:01',
    ]);
    expect(notes).toEqual([]);
  });
});

describe('the first offset of a file, after many rows without one', () => {
  const local = Array.from({ length: 600 }, () => '2026-02-01T10:00,2026-02-01T11:00');

  it('is the clock of both ends of its row, and the rows before it are noted', async () => {
    const { spans, report } = await read(
      'start,end',
      ...local,
      '2026-03-01T23:30+00:00,2026-03-02T02:45+03:00',
    );
    expect(spans[0]).toBe('2026-02-01T10:00 to 2026-02-01T11:01');
    // 23:30 UTC is 02:30 at UTC+3.
    expect(spans[600]).toBe('2026-03-02T02:30 to 2026-03-02T02:46');
    const counts = report.groups
      .filter(({ code }) => code !== 'crowded-point')
      .map(({ code, column, count }) => [code, column, count].join(' '));
    expect(counts.toSorted()).toEqual(['local-clock start 600', 'other-clock start 1']);
  });

  it('lets other work run while the rows before it are read again', async () => {
    const yieldPointsWith = async (last: string): Promise<number> => {
      const rows = Array.from({ length: 5_000 }, () => '2026-02-01T10:00,36.1,44.2');
      const bytes = strToU8(['start,lat,lon', ...rows, last].join('\n'));
      const reader = await startedImport('made-up.csv', new Uint8Array(bytes));
      let yieldPoints = 0;
      await reader.readOn(alwaysDue(() => yieldPoints++));
      return yieldPoints;
    };
    const without = await yieldPointsWith('2026-03-01T23:30,36.1,44.2');
    expect(await yieldPointsWith('2026-03-01T23:30+03:00,36.1,44.2')).toBe(without + 5);
  });
});

describe('a century or a decade', () => {
  it('is one date, whose end is known', async () => {
    const { spans, notes } = await read('date', '20XX', '202X', '2026-03-01');
    expect(spans.toSorted()).toEqual([
      '2000-01-01T00:00 to 2100-01-01T00:00',
      '2020-01-01T00:00 to 2030-01-01T00:00',
      '2026-03-01T00:00 to 2026-03-02T00:00',
    ]);
    expect(notes).toEqual([]);
  });
});
