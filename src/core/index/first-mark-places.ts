import type { Task } from '../base/task.ts';
import type { LaidOutMark } from './mark-places.ts';
import type { MergedNames } from './merged-names.ts';
import type { MergedParts } from './merged-parts.ts';
import { isInOneCircle, isTornAt } from './one-circle.ts';
import type { FoundMarkPlaces, MarkGroup, MarkPlacesQuery } from './record-group.ts';

type MarkOf = Pick<MarkGroup, 'zoom' | 'record'>;

/** What is asked of the data sets that are on; `laidOut`: the mark that a group is, of a filter. */
type MarksOfSets = {
  readonly parts: MergedParts;
  readonly names: MergedNames;
  readonly zoomLimit: number;
  readonly laidOut: (group: MarkOf, task: Task) => Promise<LaidOutMark | undefined>;
};

/** Whether zooming in adds nothing: one circle holds all places of a mark, or the finest level has the mark. */
async function isOnePlace(
  { parts, zoomLimit, laidOut }: MarksOfSets,
  { record }: MarkOf,
  found: LaidOutMark,
  task: Task,
): Promise<boolean> {
  if (await isInOneCircle(parts, found, task.part(0.2, 0.3))) return true;
  if (isTornAt(parts, found, zoomLimit)) return false;
  const finest = await laidOut({ zoom: zoomLimit, record }, task);
  return finest?.count === found.count;
}

/** The places that the records of a mark name: of the first of some groups whose records name several. */
export async function firstPlacesOf(
  index: MarksOfSets,
  { filter, scheme, groups, isOne }: MarkPlacesQuery,
  task: Task,
): Promise<FoundMarkPlaces | undefined> {
  for (const [at, group] of groups.entries()) {
    if (group?.kind !== 'mark') continue;
    const found = await index.laidOut(group, task.part(0, 0.2));
    if (!found || (isOne && !(await isOnePlace(index, group, found, task)))) continue;
    const places = await index.names.inMark(found, { filter, scheme }, task.part(0.2, 1));
    if (places) return { at, places };
  }
  return undefined;
}
