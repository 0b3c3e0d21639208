import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/core/records/incident.ts';
import type { IncidentRecord } from '../../../../src/core/records/incident-record.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { spanAt } from '../../../../src/core/records/incident-table.ts';
import {
  isPossiblyKnown,
  knowledgeOfRecord,
} from '../../../../src/core/records/record-knowledge.ts';
import { passesPossibly } from '../../../../src/core/filters/known-before.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { DATASET, RECORDS } from '../../published-records.ts';
import { incidentAt } from './recorded-incidents.ts';

const published = incidentTable(RECORDS, 0, DATASET);

const checked = (reports: readonly Report[]) =>
  ({ kind: 'checked', reports, publishers: [] }) as const;

const recordAt = (row: number): Pick<IncidentRecord, 'reports' | 'span'> => ({
  reports: checked(incidentAt(published, row).reports),
  span: spanAt(published, row),
});

describe('what was known of a record', () => {
  it.each([1, 5, 12, 40])(
    'is possible for the same records as in the counts, %i days after 1 March 2026 began',
    (days) => {
      const end = minuteOf(2026, 3, 1) + days * DAY;
      const isPossible = passesPossibly(published, { knownBefore: end });
      const rows = [...published.kind.keys()];
      const possible = rows.filter((row) => isPossiblyKnown(recordAt(row), end));
      expect(possible).toEqual(rows.filter((row) => isPossible?.(row)));
      expect(possible.length).toBeGreaterThan(0);
    },
  );

  it('is possible only while no report with a date says it', () => {
    const report = [...published.kind.keys()]
      .flatMap((row) => incidentAt(published, row).reports)
      .find(({ published: day }) => day === null);
    if (!report) throw new Error('no report without a date');
    const knowledge = (days: readonly (string | null)[], end: number) =>
      knowledgeOfRecord(
        {
          span: { from: minuteOf(2026, 3, 1), to: minuteOf(2026, 3, 2) },
          reports: checked(days.map((day) => ({ ...report, published: day }))),
        },
        end,
      );
    const end = minuteOf(2026, 3, 5);
    expect(knowledge([null], end)).toBe('possibly');
    expect(knowledge([null, '2026-03-04'], end)).toBe('known');
    expect(knowledge([null, '2026-03-05'], end)).toBe('possibly');
    expect(knowledge(['2026-03-05'], end)).toBe('not-yet');
    expect(knowledge([null], minuteOf(2026, 3, 1))).toBe('not-yet');
  });

  it('is not said of a row of a file, nor of what is known now', () => {
    const span = { from: 0, to: DAY };
    const row = { span, reports: { kind: 'named', reports: [] } } as const;
    expect(knowledgeOfRecord(row, DAY)).toBeUndefined();
    expect(isPossiblyKnown(row, DAY)).toBe(false);
    expect(isPossiblyKnown({ span, reports: checked([]) }, undefined)).toBe(false);
  });
});
