import { describe, expect, it } from 'vitest';
import { reportDelay, reportDelays } from '../../../../src/core/records/report-delays.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { RECORDS } from '../../published-records.ts';

const march = (day: number): number => minuteOf(2026, 3, day);
const oneDay = (day: number) => ({ from: march(day), to: march(day) + DAY });
/** Reports of a made-up event. */
const published = (...days: readonly (string | null)[]) => ({
  reports: days.map((day) => ({
    publisher: 'Example Gazette',
    title: null,
    url: 'https://example.org/1',
    published: day,
    language: 'en',
    says: 'Made up.',
  })),
});

describe('the days from an event to its first report', () => {
  it.each<
    readonly [string, readonly (string | null)[], ReturnType<typeof oneDay>, number | undefined]
  >([
    ['on its day', ['2026-03-05', '2026-03-09'], oneDay(5), 0],
    ['two days later', ['2026-03-07'], oneDay(5), 2],
    ['a time of day', ['2026-03-06'], { from: march(5) + 600, to: march(5) + 601 }, 1],
    ['a date before the event counts as its day', ['2026-03-04'], oneDay(5), 0],
    ['a report without a date may be the first', ['2026-03-07', null], oneDay(5), undefined],
    ['an event of two possible days', ['2026-03-07'], { from: march(5), to: march(7) }, undefined],
    ['its own day, whatever has no date', ['2026-03-05', null], oneDay(5), 0],
    ['no report', [], oneDay(5), undefined],
  ])('%s', (_, days, span, delay) => {
    expect(reportDelay(published(...days), span)).toBe(delay);
  });

  it('are counted once for each incident of ours', () => {
    const incidents = RECORDS.filter(({ incident }) => incident.kind === 'incident');
    const { byDays, unknown } = reportDelays(incidents);
    expect(byDays.reduce((sum, count) => sum + count, unknown)).toBe(incidents.length);
    // By the texts of the dates alone.
    const onTheDay = incidents.filter(({ incident: { time, reports } }) => {
      const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(time) ?? [];
      return day !== undefined && reports.some(({ published: on }) => on !== null && on <= day);
    });
    expect(byDays[0]).toBe(onTheDay.length);
  });
});
