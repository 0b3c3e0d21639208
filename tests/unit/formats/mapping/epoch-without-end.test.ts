/** Every row here is made up. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { opened, readRows } from '../../worker/save-again.ts';

const START = 1_772_400_000;

const minuteText = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);

async function read(header: string, ...rows: readonly string[]) {
  const lines = [`${header},lat,lon`, ...rows.map((row) => `${row},36.1,44.2`)];
  const { dataset, report } = await opened(
    'made-up.csv',
    new Uint8Array(strToU8(lines.join('\n'))),
  );
  const spans = readRows(dataset.table).map((row) => {
    const { span } = row as { span?: { from: number; to: number } };
    return span ? `${minuteText(span.from)} to ${minuteText(span.to)}` : 'none';
  });
  return { spans, notes: report.groups.map(({ code, column }) => `${code} ${column ?? '-'}`) };
}

describe('a number of seconds since 1970 that means “no time”', () => {
  it.each(['0', '-1', '0.0'])('leaves the other rows dated: %s', async (none) => {
    for (const factor of [1, 1000]) {
      const counts = [START, START + 3600, START + 7200].map((count) => String(count * factor));
      const { spans, notes } = await read('timestamp', ...counts, none);
      expect(spans).toEqual([
        '2026-03-01T21:20 to 2026-03-01T21:21',
        '2026-03-01T22:20 to 2026-03-01T22:21',
        '2026-03-01T23:20 to 2026-03-01T23:21',
        'none',
      ]);
      expect(notes).toEqual(['zero-date timestamp']);
    }
  });

  it.each([
    ['0', 'unset-date end_ts'],
    ['-1', 'unset-date end_ts'],
    ['ongoing', 'open-end end_ts'],
  ])('leaves the other ends read: %s', async (none, note) => {
    const { spans, notes } = await read(
      'start_ts,end_ts',
      `${START}000,${none}`,
      `${START}000,${START + 3600}000`,
      `${START}000,${START + 7200}000`,
    );
    expect(spans.slice(1)).toEqual([
      '2026-03-01T21:20 to 2026-03-01T22:21',
      '2026-03-01T21:20 to 2026-03-01T23:21',
    ]);
    expect(spans[0]).toMatch(/^2026-03-01T21:20 to /);
    expect(notes).toEqual([note]);
  });
});
