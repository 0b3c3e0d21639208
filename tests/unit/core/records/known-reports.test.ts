import { describe, expect, it } from 'vitest';
import { countSources } from '../../../../src/core/records/source-count.ts';
import { isReportedBefore, sourcesBefore } from '../../../../src/core/records/known-reports.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { recordedAt } from '../../../../src/core/records/contents.ts';
import { DAY, isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { DATASET, RECORDS } from '../../published-records.ts';

const published = incidentTable(RECORDS, 0, DATASET);

describe('what a record rested on before a time', () => {
  it('are the reports with no later date, for every record and day', () => {
    let fewer = 0;
    for (let end = minuteOf(2026, 3, 1); end <= minuteOf(2026, 3, 25); end += DAY)
      for (const row of published.kind.keys()) {
        const record = recordedAt(published, row);
        if (record?.reports.kind !== 'checked') throw new Error('not a record of ours');
        const { span, reports, sources } = record;
        const day = isoText(end - DAY);
        // No report is older than its event.
        const expected = reports.reports.filter(
          (one) => span.from < end && (one.published === null || one.published <= day),
        );
        expect(sourcesBefore(record, end)).toEqual(countSources(expected));
        if (expected.length < sources.reports) fewer++;
      }
    expect(fewer).toBeGreaterThan(100);
  });

  it('is all of it where no day is chosen, and for a row of a file', () => {
    const span = { from: 0, to: DAY };
    expect(isReportedBefore({ published: '2026-03-05' }, span, undefined)).toBe(true);
    const sources = { reports: 3, outlets: 2, origins: 2 };
    const row = { span, sources, reports: { kind: 'named', reports: [] } } as const;
    expect(sourcesBefore(row, DAY)).toBe(sources);
  });
});
