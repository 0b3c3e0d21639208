import { describe, expect, it } from 'vitest';
import {
  groupByOrigin,
  type ReportOrigin,
  type SourcedReport,
} from '../../../../src/core/records/origins.ts';
import { basisOf, reportGroups } from '../../../../src/ui/record/report-groups.ts';
import { RECORDS } from '../../published-records.ts';

const positionsOf = (groups: ReturnType<typeof reportGroups>) =>
  groups.map(({ origin, reports }) => ({
    origin,
    reports: reports.map(({ position }) => position),
  }));

describe('the reports of a published record in the panel', () => {
  it('are in the groups of the rule, each in full once', () => {
    for (const { incident } of RECORDS) {
      const { reports } = incident;
      for (const above of [undefined, 0]) {
        const groups = reportGroups(reports, above);
        expect(positionsOf(groups)).toEqual(groupByOrigin(reports));
        const full = groups.flatMap((group) =>
          group.reports.flatMap(({ position, isFull }) => (isFull ? position : [])),
        );
        expect(
          [...(above === undefined ? [] : [above]), ...full].toSorted((a, b) => a - b),
        ).toEqual([...reports.keys()]);
      }
    }
  });

  it('are in full in the first group that has them', () => {
    const met = new Set<string>();
    for (const { incident } of RECORDS)
      for (const { reports } of reportGroups(incident.reports))
        for (const { position, isFull } of reports) {
          const key = `${incident.id} ${position}`;
          expect(isFull).toBe(!met.has(key));
          met.add(key);
        }
    expect(met.size).toBeGreaterThan(RECORDS.length);
  });
});

describe('reports without an outlet (made up)', () => {
  it('are named by what they are: an address, a headline, or an analysis of the others', () => {
    const groups = reportGroups([
      { publisher: undefined, isAnalysis: true },
      { publisher: undefined, url: 'https://e.example/1' },
      { publisher: undefined, headline: 'Drone via Example' },
      { publisher: undefined },
    ]);
    expect(
      groups.map(({ origin, basis, reports }) => [basis, origin?.name, reports.length]),
    ).toEqual([
      ['address', 'https://e.example/1', 1],
      ['headline', 'Drone via Example', 1],
      ['unsaid', undefined, 1],
      ['analysis', undefined, 1],
    ]);
  });
});

describe('reports that say nothing of where they are from (made up)', () => {
  it('are a group at the end', () => {
    const reports: readonly SourcedReport[] = [
      { publisher: undefined },
      { publisher: 'Example Gazette (AFP)' },
      { publisher: undefined },
    ];
    const groups = reportGroups(reports);
    expect(positionsOf(groups)).toEqual([
      { origin: { kind: 'relayed', name: 'AFP' }, reports: [1] },
      { origin: undefined, reports: [0, 2] },
    ]);
    expect(groups.map(({ basis }) => basis)).toEqual(['relayed', 'unsaid']);
  });
});

describe('what an origin is (made up)', () => {
  const said = (origin: Partial<ReportOrigin>): SourcedReport => ({
    publisher: 'Example Gazette',
    origin: {
      family: 'Example Gazette',
      relays: null,
      statement_by: [],
      own_reporting: null,
      evidence: null,
      ...origin,
    },
  });
  const outlet = { kind: 'outlet', name: 'Example Gazette' } as const;

  it.each([
    ['own', [said({}), said({ own_reporting: true })]],
    ['unnamed', [said({}), said({ statement_by: ['officials (unnamed)'] })]],
    ['unsaid', [said({}), said({ own_reporting: false })]],
    ['outlet', [{ publisher: 'Example Gazette' }]],
  ] as const)('of an outlet: %s', (basis, reports) => {
    expect(basisOf(outlet, reports)).toBe(basis);
  });

  it('is not taken from a report that passes on another one', () => {
    const relaying = said({ relays: 'AFP', own_reporting: true });
    expect(basisOf(outlet, [said({}), relaying])).toBe('unsaid');
  });

  it('is what it is as a statement or agency', () => {
    expect(basisOf({ kind: 'statement', name: 'Example Ministry' }, [said({})])).toBe('statement');
    expect(basisOf({ kind: 'relayed', name: 'AFP' }, [said({ relays: 'AFP' })])).toBe('relayed');
  });
});
