/** All records and their mistakes are made up. */
import { describe, expect, it } from 'vitest';
import type { ReportOrigin } from '../../../../src/core/records/origins.ts';
import type { Receipt } from '../../../../src/core/records/receipt.ts';
import { publishedText } from '../../published-records.ts';
import { checkMadeUp, madeUpCollection, madeUpText } from './made-up-collection.ts';

type Sources = { readonly origin?: ReportOrigin; readonly receipt?: Receipt };

const house = (family: string): ReportOrigin => ({
  family,
  relays: null,
  statement_by: [],
  own_reporting: null,
  evidence: null,
});

/** The faults of a file in which each report has an origin and the first of all also `own`. */
function faultsWith(own: Sources, change: (reports: object[]) => void = () => undefined) {
  const collection = madeUpCollection();
  const reports = collection.features.flatMap(({ properties }) => properties.reports);
  for (const report of reports) Object.assign(report, { origin: house(report.publisher) });
  const [first] = reports;
  if (first) Object.assign(first, own);
  change(reports);
  return checkMadeUp(madeUpText(collection)).faults.map(({ rule, field, reason }) =>
    [rule, field, reason === undefined ? 'error' : 'warning'].join(' '),
  );
}

const gazette = house('Example Gazette');
const EVIDENCE = 'Invented for a test of gazette.';

describe('the origins of reports in `check:data`', () => {
  it.each<readonly [name: string, origin: ReportOrigin]>([
    ['nothing said', gazette],
    ['an agency, with the words for it', { ...gazette, relays: 'AFP', evidence: EVIDENCE }],
    ['two pieces', { ...gazette, relays: 'AFP', evidence: 'Invented … test of gazette' }],
    ['words of the attribution', { ...gazette, relays: 'AFP', evidence: 'an example' }],
    [
      'a source without a name',
      { ...gazette, statement_by: ['officials (unnamed)'], evidence: EVIDENCE },
    ],
  ])('accepts %s', (_, origin) => {
    expect(faultsWith({ origin })).toEqual([]);
  });

  it.each<readonly [name: string, origin: ReportOrigin, fault: string]>([
    ['no words for an agency', { ...gazette, relays: 'AFP' }, 'evidence'],
    ['no words for a statement', { ...gazette, statement_by: ['Example Ministry'] }, 'evidence'],
    ['words that are not ours', { ...gazette, relays: 'AFP', evidence: 'as AFP said' }, 'evidence'],
    [
      'too many words',
      { ...gazette, relays: 'AFP', evidence: [EVIDENCE, EVIDENCE, EVIDENCE].join(' … ') },
      'evidence',
    ],
    [
      'a body twice',
      { ...gazette, statement_by: ['Example Ministry', 'Example Ministry'], evidence: EVIDENCE },
      'twice',
    ],
    [
      'an outlet twice',
      { ...gazette, relays: 'AFP', also_relays: ['AFP'], evidence: EVIDENCE },
      'twice',
    ],
    [
      'a source without a name in other words',
      { ...gazette, statement_by: ['unnamed officials'], evidence: EVIDENCE },
      'unnamed',
    ],
  ])('finds %s', (_, origin, rule) => {
    const at: Readonly<Record<string, string>> = {
      evidence: '.evidence',
      unnamed: '.statement_by',
    };
    expect(faultsWith({ origin })).toEqual([
      `origin-${rule} reports.0.origin${at[rule] ?? ''} error`,
    ]);
  });

  it('finds one publisher of two houses', () => {
    const faults = faultsWith({}, (reports) => {
      Object.assign(reports[1] ?? {}, { publisher: 'Example Gazette', origin: house('Another') });
    });
    expect(faults).toEqual(['origin-family reports.1.origin.family error']);
  });

  it('finds a name that says more than its origin', () => {
    const faults = faultsWith({}, (reports) => {
      Object.assign(reports[0] ?? {}, { publisher: 'Example Gazette (AFP)' });
    });
    expect(faults).toEqual(['origin-relays reports.0.origin.relays error']);
  });

  it('finds a report without an origin among others', () => {
    const faults = faultsWith({}, (reports) => {
      Object.assign(reports[0] ?? {}, { origin: undefined });
    });
    expect(faults).toEqual(['origin-missing reports.0.origin error']);
  });

  it('rejects a field that is missing, wrong or unknown', () => {
    const withoutFamily = { ...gazette, family: undefined };
    const wrong = [
      withoutFamily,
      { ...gazette, statement_by: 'Example Ministry' },
      { ...gazette, own_reporting: 'yes' },
      { ...gazette, certainty: 1 },
    ] as readonly unknown[];
    for (const origin of wrong)
      expect(faultsWith({ origin: origin as ReportOrigin })[0], JSON.stringify(origin)).toMatch(
        /^reader reports\.0\.origin/,
      );
  });
});

describe('receipts in `check:data`', () => {
  const [hash] = /"sha256": "([0-9a-f]{64})"/.exec(publishedText('incidents.geojson')) ?? [];
  const sha256 = hash?.slice(-65, -1) ?? '';
  const of = 'sources/ap-2026-03-04.txt';

  it('compares the hash of a kept text with its file', () => {
    expect(sha256).toHaveLength(64);
    expect(faultsWith({ receipt: { hashes: [{ of, sha256 }] } })).toEqual([]);
    const other = { of, sha256: `0${sha256.slice(1)}` };
    const faults = faultsWith({ receipt: { hashes: [{ of: 'a picture', sha256 }, other] } });
    expect(faults).toEqual(
      other.sha256 === sha256 ? [] : ['hash reports.0.receipt.hashes.1 error'],
    );
    expect(faultsWith({ receipt: { hashes: [{ of: 'sources/none.txt', sha256 }] } })).toEqual([
      'hash reports.0.receipt.hashes.0 error',
    ]);
  });

  it('rejects what is no address, time or hash', () => {
    const wrong: readonly Receipt[] = [
      { archived: 'javascript:alert(1)' },
      { captured: 'yesterday' },
      { read: '2026-03' },
      { hashes: [{ of, sha256: 'abc' }] },
    ];
    for (const receipt of wrong)
      expect(faultsWith({ receipt })[0], JSON.stringify(receipt)).toMatch(/^reader reports\.0/);
    expect(
      faultsWith({
        receipt: {
          read: '2026-03-05',
          archived: 'https://example.org/1',
          captured: '2026-03-05T10:00Z',
        },
      }),
    ).toEqual([]);
  });
});
