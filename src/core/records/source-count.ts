import { originsOf, type SourcedReport } from './origins.ts';
import { distinctPublishers } from './publisher-key.ts';

/** How many reports a record has, and on how many outlets and origins they rest. */
export type SourceCount = {
  readonly reports: number;
  /** Distinct names of publishers. Undefined: a report has none, so that the number is not known. */
  readonly outlets: number | undefined;
  /** At most; 0 where no report says anything of where it is from. */
  readonly origins: number;
};

export function countSources(reports: readonly SourcedReport[]): SourceCount {
  const publishers = reports.flatMap(({ publisher }) => publisher ?? []);
  return {
    reports: reports.length,
    outlets:
      publishers.length === reports.length ? distinctPublishers(publishers).length : undefined,
    origins: originsOf(reports).length,
  };
}
