/** Every report is made up. */
import { describe, expect, it } from 'vitest';
import { words as en } from '../../../../src/i18n/words.ts';
import {
  subjectOfReport,
  subjectOfRowReport,
  type NamedReports,
} from '../../../../src/ui/record/report-subject.ts';

const REPORT = {
  publisher: 'Made-up Wire',
  title: undefined,
  date: undefined,
  text: undefined,
  urls: ['https://wire.example/1'],
};
const { facts } = en.receipt;

const published = (column: string, more: Partial<NamedReports> = {}, date?: string) => {
  const all: NamedReports = {
    kind: 'named',
    reports: [REPORT],
    published: { column, text: '2031-03-02' },
    ...more,
  };
  const subject = subjectOfRowReport({ ...REPORT, date }, '2031-03-01', all);
  return subject.facts.slice(1).map(({ label, value }) => [label, value]);
};

describe('when a report of a row was published', () => {
  it('is what the row says, where it names no other report', () => {
    expect(published('published')).toEqual([[facts.published, '2031-03-02 (column published)']]);
    expect(published('published', {}, '2031-03-03')).toEqual([[facts.published, '2031-03-03']]);
  });

  it('is not when the first of several was, or when the row was added', () => {
    expect(published('published', { reports: [REPORT, REPORT] })).toEqual([
      [facts.published, undefined],
      [facts.rowReported, '2031-03-02 (column published)'],
    ]);
    for (const column of ['inserted_at', 'date_added', 'timestamp'])
      expect(published(column)).toEqual([
        [facts.published, undefined],
        [facts.added, `2031-03-02 (column ${column})`],
      ]);
  });

  it('is near where a copy is looked for', () => {
    const { days } = subjectOfRowReport(REPORT, '2031-03-01', {
      kind: 'named',
      reports: [REPORT],
      published: { column: 'published', text: '2031-03-02' },
    });
    expect(days).toEqual([undefined, '2031-03-02', '2031-03-01']);
  });
});

describe('the hash of a report of ours', () => {
  const report = {
    publisher: 'Made-up Wire',
    title: null,
    url: 'https://wire.example/1',
    published: null,
    language: 'en',
    says: 'A made-up report.',
    receipt: { hashes: [{ sha256: 'aa', of: 'sources/a.txt' }] },
  };

  it('is said to be of our text, which can be saved, and of no other file', () => {
    const ours = subjectOfReport(report, undefined, { file: 'sources/a.txt', address: 'a' });
    expect([ours.receipt?.hashes, ours.ourText]).toEqual([
      [{ sha256: 'aa', of: en.receipt.ourText }],
      'a',
    ]);
    const other = subjectOfReport(report, undefined, { file: 'sources/b.txt', address: 'b' });
    expect([other.receipt?.hashes, other.ourText]).toEqual([report.receipt.hashes, undefined]);
  });
});
