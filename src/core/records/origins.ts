import { publisherKey } from './publisher-key.ts';
import { originName, readPublisherName } from './publisher-name.ts';

/** What the words of a report say about where its facts are from. */
export type ReportOrigin = {
  /** The media house that published the page: all editions are one. */
  readonly family: string;
  /** The agency or outlet whose report it passes on, the last known one of a chain. */
  readonly relays: string | null;
  /** Outlets that it quotes for a part, or a second one next to `relays`. */
  readonly also_relays?: readonly string[];
  /** Whose statement its facts rest on. A source without a name ends with `(unnamed)`. */
  readonly statement_by: readonly string[];
  /** Of the relayed agency, or else of the outlet. null: nothing is said. */
  readonly own_reporting: boolean | null;
  /** The words, of our paraphrase, that show it; null: they name no source. */
  readonly evidence: string | null;
};

/** A report, as far as its origin goes. */
export type SourcedReport = {
  readonly publisher: string | undefined;
  /** What tells two reports without a publisher apart: the address, or else the headline. */
  readonly url?: string | undefined;
  readonly headline?: string | undefined;
  /** It examines what other reports show: no origin. */
  readonly isAnalysis?: true;
  /** Absent: nobody has read the report for it, and only the name of the publisher can say. */
  readonly origin?: ReportOrigin;
};

/**
 * Someone whose word a report passes on: by a statement, as a report of another outlet, or by its own. Of a report
 * without a publisher, its address or its headline.
 */
export type Origin = {
  readonly kind: 'statement' | 'relayed' | 'outlet' | 'address' | 'headline';
  readonly name: string;
};

const UNNAMED = ' (unnamed)';
export const isUnnamed = (source: string): boolean => source.endsWith(UNNAMED);

/** Equal for two names of one origin. */
export const originKey = ({ name }: Origin): string => publisherKey(name);

function withoutCopies(origins: readonly Origin[]): readonly Origin[] {
  const byKey = new Map<string, Origin>();
  for (const origin of origins) {
    const key = originKey(origin);
    if (!byKey.has(key)) byKey.set(key, origin);
  }
  return [...byKey.values()];
}

function carrierOf(family: string, relays: string | null): Origin {
  return relays === null
    ? { kind: 'outlet', name: originName(family) }
    : { kind: 'relayed', name: originName(relays) };
}

/**
 * The origins that one report resolves to: bodies whose statement it rests on, and outlets that it quotes. Its
 * carrier is one too if there is none of these, if it reports itself, or if a source of it has no name: then
 * it vouches for it. Two relations that the words leave open are kept apart.
 */
export function originsOfReport(report: SourcedReport): readonly Origin[] {
  const { publisher, url, headline, isAnalysis, origin } = report;
  if (isAnalysis) return [];
  if (!origin) {
    if (publisher === undefined) {
      if (url !== undefined) return [{ kind: 'address', name: url }];
      return headline === undefined ? [] : [{ kind: 'headline', name: headline }];
    }
    const { family, relays, also } = readPublisherName(publisher);
    return withoutCopies([
      ...also.map((one) => ({ kind: 'relayed', name: one }) as const),
      carrierOf(family, relays),
    ]);
  }
  const { family, relays, also_relays = [], statement_by, own_reporting } = origin;
  const named: readonly Origin[] = [
    ...statement_by
      .filter((source) => !isUnnamed(source))
      .map((name) => ({ kind: 'statement', name }) as const),
    ...also_relays.map((name) => ({ kind: 'relayed', name: originName(name) }) as const),
  ];
  const hasCarrier = named.length === 0 || own_reporting === true || statement_by.some(isUnnamed);
  return withoutCopies(hasCarrier ? [...named, carrierOf(family, relays)] : named);
}

/** The distinct origins of some reports: how many independent sources they have at most. */
export const originsOf = (reports: readonly SourcedReport[]): readonly Origin[] =>
  withoutCopies(reports.flatMap(originsOfReport));

/** Their number as a byte. */
export const cappedOrigins = (reports: readonly SourcedReport[]): number =>
  Math.min(originsOf(reports).length, 255);

/** An origin, and the positions of the reports that pass it on. */
export type OriginGroup = { readonly origin: Origin; readonly reports: readonly number[] };

/**
 * Reports by origin, those with the most reports first, then in the order given. A report with several
 * origins is in each of their groups.
 */
export function groupByOrigin(reports: readonly SourcedReport[]): readonly OriginGroup[] {
  const positions = new Map<string, number[]>();
  reports.forEach((report, position) => {
    for (const origin of originsOfReport(report)) {
      const key = originKey(origin);
      positions.set(key, [...(positions.get(key) ?? []), position]);
    }
  });
  return originsOf(reports)
    .map((origin) => ({ origin, reports: positions.get(originKey(origin)) ?? [] }))
    .toSorted((a, b) => b.reports.length - a.reports.length);
}
