import {
  groupByOrigin,
  isUnnamed,
  type Origin,
  type SourcedReport,
} from '../../core/records/origins.ts';

/** What an origin is to the reports that have it; `outlet`: nobody has read the reports for it. */
export type OriginBasis =
  'statement' | 'relayed' | 'own' | 'unnamed' | 'unsaid' | 'outlet' | 'address' | 'headline';

/** What an origin is, by what its reports say of it. */
export function basisOf({ kind }: Origin, reports: readonly SourcedReport[]): OriginBasis {
  if (kind !== 'outlet') return kind;
  const read = reports.flatMap(({ origin }) => (origin?.relays === null ? origin : []));
  if (read.some(({ own_reporting }) => own_reporting === true)) return 'own';
  if (read.some(({ statement_by }) => statement_by.some(isUnnamed))) return 'unnamed';
  return read.length > 0 ? 'unsaid' : 'outlet';
}

/** A report in a group, by its position in the record. */
type GroupedReport = {
  readonly position: number;
  /** In full here; elsewhere in the panel it is only named. */
  readonly isFull: boolean;
};

export type ReportGroup = {
  /** Undefined: these reports say nothing of where they are from, or examine what the others show. */
  readonly origin: Origin | undefined;
  readonly basis: OriginBasis | 'analysis';
  readonly reports: readonly GroupedReport[];
};

/**
 * The reports of a record by origin, as `groupByOrigin` has them. Each is in full in its first group, and the
 * one that is `above` the groups in none.
 */
export function reportGroups(
  reports: readonly SourcedReport[],
  above?: number,
): readonly ReportGroup[] {
  const shown = new Set(above === undefined ? [] : [above]);
  const inGroup = (positions: readonly number[]): readonly GroupedReport[] =>
    positions.map((position) => {
      const isFull = !shown.has(position);
      shown.add(position);
      return { position, isFull };
    });
  const groups = groupByOrigin(reports);
  const named = new Set(groups.flatMap((group) => group.reports));
  const others = [...reports.keys()].filter((position) => !named.has(position));
  const isAnalysis = (position: number): boolean => reports[position]?.isAnalysis === true;
  const without = (basis: 'unsaid' | 'analysis', positions: readonly number[]) =>
    positions.length === 0 ? [] : [{ origin: undefined, basis, reports: inGroup(positions) }];
  return [
    ...groups.map(({ origin, reports: positions }): ReportGroup => ({
      origin,
      basis: basisOf(
        origin,
        positions.flatMap((position) => reports[position] ?? []),
      ),
      reports: inGroup(positions),
    })),
    ...without(
      'unsaid',
      others.filter((position) => !isAnalysis(position)),
    ),
    ...without('analysis', others.filter(isAnalysis)),
  ];
}

/** The id of the element that has a report in full. */
export const reportElementId = (position: number): string => `report-${position}`;
