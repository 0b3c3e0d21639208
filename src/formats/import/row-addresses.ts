import type { RowReport } from '../../core/records/imported-row.ts';
import { isOnlyAddress, report } from '../schemas/report-parts.ts';

type Addressed = {
  readonly reports: readonly RowReport[];
  /** Of the row as a whole. */
  readonly addresses: readonly string[];
};

/**
 * Puts the addresses of a row to the reports that it names, by one rule, so that nothing is merged by a guess and
 * nothing is dropped. As many addresses as names are pairs, in their order. Next to any other number of names, they are
 * addresses of the row as a whole: shown, and not counted as further reports, since they may be of those that are named. In a
 * row that names no source otherwise, each address is a report.
 */
export function withAddresses(
  reports: readonly RowReport[],
  addresses: readonly string[],
): Addressed {
  const known = new Set(reports.flatMap(({ urls }) => urls));
  if (known.size === 0 && reports.length === addresses.length)
    return {
      reports: reports.map((one, at) => ({ ...one, urls: addresses.slice(at, at + 1) })),
      addresses: [],
    };
  const others = [...new Set(addresses)].filter((address) => !known.has(address));
  return reports.every(isOnlyAddress)
    ? { reports: [...reports, ...others.map((url) => report({ urls: [url] }))], addresses: [] }
    : { reports, addresses: others };
}
