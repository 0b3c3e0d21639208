import type { Task } from '../base/task.ts';
import { NO_AREA } from '../place/place-table.ts';
import { EFFECT_CLASSES } from '../records/incident.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { UNDATED } from '../records/unknown-ends.ts';
import { buildIntervalIndex, type TimedRows } from './build-interval-index.ts';
import type { IncidentCounts } from './dataset-index.ts';
import { NO_GROUP } from './interval-index.ts';
import { peopleOf } from './people.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

/**
 * Counts some rows of a table, which are incidents, by layer and by area, and halts apart. `isSeen`: one flag for each place;
 * `isMixed`: only some of the records of the table have a date.
 */
export async function countTable(
  table: IncidentTable,
  times: TimedRows,
  rows: Uint32Array,
  isSeen: Uint8Array,
  isMixed: boolean,
  task: Task,
): Promise<IncidentCounts> {
  const { place, layer, places, isUndated, effectClass, layers } = table;
  const { length } = layers;
  const byLayer = (counted: Uint32Array, part: Task) =>
    buildIntervalIndex(
      times,
      counted,
      length,
      (position) => {
        const row = counted[position] ?? 0;
        return isSeen[place[row] ?? 0] === 1 ? (layer[row] ?? 0) : NO_GROUP;
      },
      part,
    );
  const all = await byLayer(rows, task.part(0, 0.35));
  const halts = await byLayer(
    rows.filter((row) => effectClass[row] === HALT),
    task.part(0.35, 0.4),
  );
  const dated = isMixed
    ? await byLayer(
        rows.filter((row) => isUndated[row] !== UNDATED),
        task.part(0.4, 0.7),
      )
    : undefined;
  const inAreas = rows.filter((row) => places.area[place[row] ?? 0] !== NO_AREA);
  const areaAt = (position: number): number => {
    const row = inAreas[position] ?? 0;
    const at = place[row] ?? 0;
    return isSeen[at] === 1 ? (places.area[at] ?? 0) * length + (layer[row] ?? 0) : NO_GROUP;
  };
  const groups = places.areas.length * length;
  const areas = await buildIntervalIndex(times, inAreas, groups, areaAt, task.part(0.7, 1));
  const seen = rows.filter((row) => isSeen[place[row] ?? 0] === 1);
  return { layers: all, areas, dated, halts, people: peopleOf(table, times, seen) };
}
