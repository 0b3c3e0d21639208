/** Every report is made up. */
import { describe, expect, it } from 'vitest';
import { countSources } from '../../../../src/core/records/source-count.ts';
import { originsOf } from '../../../../src/core/records/origins.ts';
import { outletsOf } from '../../../../src/core/records/publisher-key.ts';
import { words as en } from '../../../../src/i18n/words.ts';
import { RECORDS } from '../../published-records.ts';

const named = (...publishers: readonly (string | undefined)[]) =>
  publishers.map((publisher) => ({ publisher }));

describe('the sources of a record', () => {
  it('are the numbers that its reports, outlets and origins have', () => {
    for (const { incident } of RECORDS)
      expect(countSources(incident.reports)).toEqual({
        reports: incident.reports.length,
        outlets: outletsOf(incident.reports),
        origins: originsOf(incident.reports).length,
      });
  });

  it('have no number of outlets where a report has no publisher', () => {
    expect(countSources(named('A Bulletin', undefined)).outlets).toBeUndefined();
  });

  it.each([
    [named('A Bulletin'), '1 report', '1 report'],
    [named('A Bulletin (AFP)'), '1 report', '1 report'],
    [
      named('A Bulletin (AFP, Reuters)'),
      '1 report, at most 2 origins',
      '1 report, at most 2 origins',
    ],
    [named(undefined), '1 report', '1 report'],
    [named('A (AFP)', 'B (AFP)'), '2 reports, 1 origin', '2 reports, by 2 outlets, 1 origin'],
    [
      named('A', 'a', 'B (AFP)', 'C (AFP)'),
      '4 reports, at most 2 origins',
      '4 reports, by 3 outlets, at most 2 origins',
    ],
    [named('A', undefined), '2 reports, 1 origin', '2 reports, 1 origin'],
    [named(undefined, undefined), '2 reports', '2 reports'],
  ])('%j', (reports, short, full) => {
    const counted = countSources(reports);
    expect([en.sources.short(counted), en.sources.full(counted)]).toEqual([short, full]);
  });

  it('are a least number where a row has other addresses, and only those that are named', () => {
    const said = (...names: readonly string[]) => {
      const counted = countSources(named(...names), true);
      return [en.sources.short(counted), en.sources.full(counted), en.sources.fewest(counted)];
    };
    expect(said('A', 'B (AFP)')).toEqual([
      'at least 2 reports, at most 2 named origins',
      'at least 2 reports, by 2 named outlets, at most 2 named origins',
      'at most 2 named origins',
    ]);
    expect(said('A')).toEqual([
      'at least 1 report, 1 named origin',
      'at least 1 report, by 1 named outlet, 1 named origin',
      '1 named origin',
    ]);
  });

  it('say of one report that it has several origins', () => {
    const counted = { reports: 1, outlets: 1, origins: 2 };
    expect(en.sources.full(counted)).toBe('1 report, at most 2 origins');
    expect(en.sources.short(counted)).toBe('1 report, at most 2 origins');
  });
});
