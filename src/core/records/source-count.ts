import { originsOf, type SourcedReport } from './origins.ts';
import { distinctPublishers } from './publisher-key.ts';

/** How many reports a record has, and on how many outlets and origins they rest. */
export type SourceCount = {
  readonly reports: number;
  /** There may be more: a row has addresses of which it does not say whether they are of these reports. */
  readonly isLeast?: true;
  /** Distinct names of publishers. Undefined: a report has none, so that the number is not known. */
  readonly outlets: number | undefined;
  /** At most; 0 where no report says anything of where it is from. */
  readonly origins: number;
};

export function countSources(reports: readonly SourcedReport[], isLeast = false): SourceCount {
  const publishers = reports.flatMap(({ publisher }) => publisher ?? []);
  return {
    reports: reports.length,
    ...(isLeast ? { isLeast } : {}),
    outlets:
      publishers.length === reports.length ? distinctPublishers(publishers).length : undefined,
    origins: originsOf(reports).length,
  };
}
