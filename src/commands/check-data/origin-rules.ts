import { isUnnamed } from '../../core/records/origins.ts';
import type { Incident, Report } from '../../core/records/incident.ts';
import { readPublisherName } from '../../core/records/publisher-name.ts';
import type { ExaminedRecord } from '../../formats/native/examine-collection.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { CheckFault, Finding } from './check-fault.ts';

/** More would be a quotation of ourselves, not a piece that shows where the facts are from. */
const MAX_EVIDENCE_WORDS = 12;
const BETWEEN_PIECES = ' … ';

type Origin = NonNullable<Readable<Report>['origin']>;

function twice(names: readonly (string | undefined)[]): string | undefined {
  return names.find((name, i) => name !== undefined && names.indexOf(name) !== i) ?? undefined;
}

function originFindings({ relays, also_relays, statement_by, evidence }: Origin, field: string) {
  const findings: Finding[] = [];
  const statements = statement_by ?? [];
  const relayed = [relays, ...(also_relays ?? [])];
  const repeated = twice(statements) ?? twice(relayed.map((name) => name ?? undefined));
  if (repeated !== undefined)
    findings.push({
      rule: 'origin-twice',
      field,
      problem: `names ${shown(repeated)} twice`,
      expected: 'each source once',
    });
  if (evidence === null && (statements.length > 0 || relays))
    findings.push({
      rule: 'origin-evidence',
      field: `${field}.evidence`,
      problem: 'is null, but the report is said to pass on a source',
      expected: 'the words of this record that show it',
    });
  const words = evidence?.split(BETWEEN_PIECES).flatMap((piece) => piece.trim().split(/\s+/)) ?? [];
  if (words.length > MAX_EVIDENCE_WORDS)
    findings.push({
      rule: 'origin-evidence',
      field: `${field}.evidence`,
      problem: `has ${words.length} words`,
      expected: `at most ${MAX_EVIDENCE_WORDS}`,
    });
  const odd = statements.find(
    (name) => name !== undefined && /\bunnamed\b/i.test(name) && !isUnnamed(name),
  );
  if (odd !== undefined)
    findings.push({
      rule: 'origin-unnamed',
      field: `${field}.statement_by`,
      problem: `${shown(odd)} does not end with (unnamed)`,
      expected: 'a source without a name to end with (unnamed)',
    });
  return findings;
}

/** Each origin of a record agrees with itself. */
export const originRuleFindings = ({ reports }: Readable<Incident>): readonly Finding[] =>
  (reports ?? []).flatMap((report, i) =>
    report?.origin ? originFindings(report.origin, `reports.${i}.origin`) : [],
  );

type Reported = {
  readonly record: ExaminedRecord;
  readonly i: number;
  readonly report: Readable<Report>;
};

/** Our words about each page: those of the reports with its address, and what is said of their records. */
function wordsByUrl(reported: readonly Reported[]): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const { record, report } of reported) {
    const { caveat, time_note, attribution } = record.readable;
    const own = [report.publisher, report.title, report.says, caveat, time_note];
    const claims = (attribution ?? []).flatMap((one) => [one?.actor, one?.by]);
    const known = words.get(report.url ?? '') ?? [];
    known.push(...[...own, ...claims].filter((text) => typeof text === 'string'));
    words.set(report.url ?? '', known);
  }
  return words;
}

function familyOf(
  reported: readonly Reported[],
): ReadonlyMap<string, { readonly family: string; readonly label: string }> {
  const families = new Map<string, { readonly family: string; readonly label: string }>();
  for (const { record, report } of reported) {
    const { publisher, origin } = report;
    if (publisher !== undefined && origin?.family !== undefined && !families.has(publisher))
      families.set(publisher, { family: origin.family, label: record.label });
  }
  return families;
}

/**
 * Between records: evidence is in our words about the page, one publisher is of one house, and where any
 * report says where its facts are from, all do.
 */
export function originFaults(records: readonly ExaminedRecord[]): readonly CheckFault[] {
  const reported = records.flatMap((record) =>
    (record.readable.reports ?? []).flatMap((report, i) => (report ? [{ record, i, report }] : [])),
  );
  if (!reported.some(({ report }) => report.origin)) return [];
  const words = wordsByUrl(reported);
  const families = familyOf(reported);
  return reported.flatMap(({ record, i, report }): readonly CheckFault[] => {
    const { origin, publisher, url } = report;
    const field = `reports.${i}.origin`;
    if (!origin)
      return [
        {
          record: record.label,
          rule: 'origin-missing',
          field,
          problem: 'is missing, but other reports of the file have it',
          expected: 'where the facts of the report are from, by its own words',
        },
      ];
    const faults: CheckFault[] = [];
    const missing = origin.evidence
      ?.split(BETWEEN_PIECES)
      .find((piece) => !words.get(url ?? '')?.some((text) => text.includes(piece)));
    if (missing !== undefined)
      faults.push({
        record: record.label,
        rule: 'origin-evidence',
        field: `${field}.evidence`,
        problem: `${shown(missing)} is not in our words about this page`,
        expected: 'a piece of them, letter by letter',
      });
    const usual = publisher === undefined ? undefined : families.get(publisher);
    if (usual && origin.family !== undefined && usual.family !== origin.family)
      faults.push({
        record: record.label,
        rule: 'origin-family',
        field: `${field}.family`,
        problem: `${shown(origin.family)} differs from ${shown(usual.family)}, which ${usual.label} gives for ${shown(publisher)}`,
        expected: 'one house for one publisher',
      });
    const said = publisher === undefined ? null : readPublisherName(publisher).relays;
    if (said !== null && origin.relays === null)
      faults.push({
        record: record.label,
        rule: 'origin-relays',
        field: `${field}.relays`,
        problem: `is null, but the name of the publisher says ${shown(said)}`,
        expected: shown(said),
      });
    return faults;
  });
}
