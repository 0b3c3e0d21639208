import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import { disputes } from '../basemap/disputes.ts';
import type { CheckFault } from './check-fault.ts';

/** Faults of `disputed_borders`: ids that no dispute of the base map has, which would change nothing. */
export function disputeFaults({ disputed_borders = {} }: DatasetInfo): readonly CheckFault[] {
  const known = disputes.map(({ id }) => id);
  return Object.keys(disputed_borders)
    .filter((id) => !known.includes(id))
    .map((id) => ({
      record: 'dataset',
      field: `disputed_borders.${id}`,
      rule: 'unknown-dispute',
      problem: 'is no dispute of the base map',
      expected: `one of ${known.toSorted().join(', ')}`,
    }));
}
