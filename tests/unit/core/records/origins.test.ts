import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cappedOrigins,
  groupByOrigin,
  originKey,
  originsOf,
  originsOfReport,
  type ReportOrigin,
  type SourcedReport,
} from '../../../../src/core/records/origins.ts';
import { outletsOf } from '../../../../src/core/records/publisher-key.ts';
import { RECORDS } from '../../published-records.ts';

/** The origins of each published record, as an independent program counted them from the same words. */
const COUNTED = JSON.parse(
  readFileSync(new URL('../../../fixtures/origins.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly string[]>>;

const NOTHING_SAID: ReportOrigin = {
  family: 'Example Gazette',
  relays: null,
  statement_by: [],
  own_reporting: null,
  evidence: null,
};
const made = (origin: Partial<ReportOrigin>): SourcedReport => ({
  publisher: 'Example Gazette',
  origin: { ...NOTHING_SAID, ...origin },
});
const names = (report: SourcedReport): readonly string[] =>
  originsOfReport(report).map(({ name }) => name);

describe('origins of the published records', () => {
  it('are those of the independent count, record by record', () => {
    const found = Object.fromEntries(
      RECORDS.map(({ incident: { id, reports } }) => [
        id,
        originsOf(reports)
          .map(({ name }) => name)
          .toSorted(),
      ]),
    );
    const counted = Object.fromEntries(
      Object.entries(COUNTED).map(([id, all]) => [id, all.toSorted()]),
    );
    expect(found).toEqual(counted);
  });

  it('are fewer than outlets in some records and more in others', () => {
    const incidents = RECORDS.map(({ incident }) => incident).filter(
      ({ kind }) => kind === 'incident',
    );
    const compared = incidents.map(({ reports }) => originsOf(reports).length - outletsOf(reports));
    expect(compared.some((difference) => difference < 0)).toBe(true);
    expect(compared.some((difference) => difference > 0)).toBe(true);
  });

  it('group each report at least once', () => {
    for (const { incident } of RECORDS) {
      const grouped = groupByOrigin(incident.reports).flatMap(({ reports }) => reports);
      expect(new Set(grouped)).toEqual(new Set(incident.reports.keys()));
    }
  });
});

describe('the origins of one report (made up)', () => {
  it.each<readonly [string, Partial<ReportOrigin>, readonly string[]]>([
    ['nothing said: its house', {}, ['Example Gazette']],
    ['an agency', { relays: 'Reuters' }, ['Reuters']],
    ['a statement', { statement_by: ['Example Ministry'] }, ['Example Ministry']],
    [
      'a statement through an agency: the statement',
      { relays: 'AFP', statement_by: ['Example Ministry'] },
      ['Example Ministry'],
    ],
    [
      'a statement and own reporting',
      { statement_by: ['Example Ministry'], own_reporting: true },
      ['Example Ministry', 'Example Gazette'],
    ],
    [
      'own reporting of the agency that is passed on',
      { relays: 'AFP', statement_by: ['Example Ministry'], own_reporting: true },
      ['Example Ministry', 'AFP'],
    ],
    [
      'an unnamed source: its outlet',
      { statement_by: ['officials (unnamed)'] },
      ['Example Gazette'],
    ],
    [
      'a named and an unnamed source',
      { statement_by: ['Example Ministry', 'witnesses or residents (unnamed)'] },
      ['Example Ministry', 'Example Gazette'],
    ],
    ['two outlets', { relays: 'Reuters', also_relays: ['AFP'] }, ['AFP']],
    [
      'two outlets and own reporting',
      { relays: 'Reuters', also_relays: ['AFP'], own_reporting: true },
      ['AFP', 'Reuters'],
    ],
  ])('%s', (_, origin, expected) => {
    expect(names(made(origin))).toEqual(expected);
  });

  it.each([
    [['AP', 'Example News (AP)', 'Associated Press']],
    [['Agence France-Presse', 'Example News (AFP)']],
    [['Anadolu Agency', 'Example TV (AA)', 'Anadolu']],
    [['AFP', 'Example News (via AFP)']],
  ])('is one agency by all its names: %j', (publishers) => {
    expect(originsOf(publishers.map((publisher) => ({ publisher })))).toHaveLength(1);
  });

  it('is read from the name of the publisher where nobody read the report for it', () => {
    expect(names({ publisher: 'Example News (AFP)' })).toEqual(['AFP']);
    expect(names({ publisher: 'Example News' })).toEqual(['Example News']);
    expect(names({ publisher: undefined, url: 'https://example.org/1' })).toEqual([
      'https://example.org/1',
    ]);
    expect(names({ publisher: undefined })).toEqual([]);
  });
});

describe('counting by any reports (made up)', () => {
  const someName = fc.constantFrom('A', 'B', 'C', 'D', 'a', ' B ', 'C.');
  const someReport = fc.record({
    publisher: someName,
    origin: fc.record({
      family: someName,
      relays: fc.option(someName),
      also_relays: fc.array(someName, { maxLength: 2 }),
      statement_by: fc.array(fc.oneof(someName, fc.constant('officials (unnamed)')), {
        maxLength: 2,
      }),
      own_reporting: fc.constantFrom(true, false, null),
      evidence: fc.constant(null),
    }),
  });

  it('counts each origin once, at most one for each statement, outlet and carrier', () => {
    fc.assert(
      fc.property(fc.array(someReport, { maxLength: 8 }), (reports) => {
        const keys = originsOf(reports).map(originKey);
        expect(new Set(keys).size).toBe(keys.length);
        const groups = groupByOrigin(reports);
        expect(groups.map(({ origin }) => originKey(origin)).toSorted()).toEqual(keys.toSorted());
        expect(cappedOrigins(reports)).toBe(keys.length);
        for (const { origin, reports: passedOnBy } of groups)
          for (const [position, report] of reports.entries())
            expect(
              originsOfReport(report).some((one) => originKey(one) === originKey(origin)),
            ).toBe(passedOnBy.includes(position));
      }),
    );
  });
});
