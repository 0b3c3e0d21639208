import type { Task } from '../base/task.ts';
import { NO_AREA } from '../place/place-table.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import { calendarFits } from './calendar-fits.ts';
import type { IncidentCounts, OwnCounts } from './dataset-index.ts';
import { joinCells } from './incident-cells.ts';
import type { MergedParts } from './merged-parts.ts';
import { joinPeople } from './people.ts';

/** The counts of all data sets as one, from those of each in the order of `parts`. */
export async function joinCounts(
  { all, areaNames }: MergedParts,
  own: readonly OwnCounts[],
  scheme: ColorScheme,
  task: Task,
): Promise<IncidentCounts> {
  const positions = new Map(areaNames.map((name, area) => [name, area]));
  const parts = own.map((counts, at) => {
    const names = all[at]?.index.places.areas ?? [];
    const areaOf = (area: number): number => positions.get(names[area] ?? '') ?? NO_AREA;
    return { counts, firstLayer: all[at]?.firstLayer ?? 0, areaOf };
  });
  const joined = (column: 'cells' | 'areas', task: Task) =>
    joinCells(
      parts.map(({ counts, ...part }) => ({ ...part, cells: counts[column] })),
      scheme,
      task,
    );
  const cells = await joined('cells', task.part(0, 0.5));
  return {
    cells,
    fits: await calendarFits(cells.spans, task.part(0.5, 0.7)),
    areas: await joined('areas', task.part(0.7, 1)),
    now: own.some(({ now }) => now)
      ? await joinCells(
          parts.flatMap(({ counts: { now }, ...part }) => (now ? [{ ...part, cells: now }] : [])),
          scheme,
          task,
        )
      : undefined,
    people: joinPeople(parts.map(({ counts: { people }, firstLayer }) => ({ people, firstLayer }))),
  };
}
