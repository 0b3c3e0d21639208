import type { Task } from '../base/task.ts';
import type { IncidentCounts } from './dataset-index.ts';
import type { IntervalIndex } from './interval-index.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import { joinPeople } from './people.ts';
import type { MergedParts } from './merged-parts.ts';

/** The counts of all data sets as one, from those of each in the order of `parts`. */
export async function joinCounts(
  parts: MergedParts,
  own: readonly IncidentCounts[],
  task: Task,
): Promise<IncidentCounts> {
  const allLayers = own.map(({ layers }) => layers);
  const layers = await joinByLayer(parts, allLayers, task.part(0, 0.25));
  const undated = new Set(parts.all.map(({ index }) => index.undated));
  const isMixed = undated.has('some') || undated.size > 1;
  // Of a data set in which nothing is dated, nothing is added.
  const ofDated = own.map((counts, at) =>
    parts.all[at]?.index.undated === 'all' ? undefined : (counts.dated ?? counts.layers),
  );
  const dated = isMixed ? await joinByLayer(parts, ofDated, task.part(0.25, 0.5)) : undefined;
  const allHalts = own.map(({ halts }) => halts);
  const halts = await joinByLayer(parts, allHalts, task.part(0.5, 0.55));
  const people = joinPeople(
    own.map((counts, at) => ({
      people: counts.people,
      firstLayer: parts.all[at]?.firstLayer ?? 0,
    })),
  );
  const areas = await joinByArea(parts, own, task.part(0.55, 1));
  return { layers, areas, dated, halts, people };
}

function joinByLayer(
  { all, layers }: MergedParts,
  indexes: readonly (IntervalIndex | undefined)[],
  task: Task,
): Promise<IntervalIndex> {
  const joined = indexes.flatMap((index, part) => {
    const first = all[part]?.firstLayer ?? 0;
    return index ? [{ index, groupOf: (layer: number) => first + layer }] : [];
  });
  return joinIntervalIndexes(joined, layers.length, task);
}

function joinByArea(
  { all, layers, areaNames }: MergedParts,
  own: readonly IncidentCounts[],
  task: Task,
): Promise<IntervalIndex> {
  const width = layers.length;
  const positions = new Map(areaNames.map((name, area) => [name, area]));
  const joined = own.map(({ areas }, part) => {
    const { index, firstLayer = 0 } = all[part] ?? {};
    const ownWidth = index?.layers.length ?? 1;
    const areaOf = index?.places.areas.map((name) => positions.get(name) ?? 0) ?? [];
    return {
      index: areas,
      groupOf: (group: number) =>
        (areaOf[Math.floor(group / ownWidth)] ?? 0) * width + firstLayer + (group % ownWidth),
    };
  });
  return joinIntervalIndexes(joined, areaNames.length * width, task);
}
