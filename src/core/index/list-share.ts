import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { NO } from '../filters/match.ts';
import { INCIDENT, type IncidentTable } from '../records/incident-table.ts';
import { KINDS } from '../records/incident.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { TimedRows } from './build-interval-index.ts';
import type { ListedRows, ListScope, ListShare } from './dataset-index.ts';
import type { PossibleRow } from './incident-cells.ts';
import { newListedRows } from './merge-rows.ts';
import { listZonesOf } from './list-zones.ts';

const SERIES = KINDS.indexOf('series');
const TOTAL = KINDS.indexOf('total');
/** Codes of `kind`, as flags of what is listed: 0 is nothing. */
const LISTED = 1;

/** What a list is of, as flags by row, layer and place. */
type Picked = {
  readonly scope: ListScope['kind'];
  readonly found: Uint8Array;
  readonly isOn: Uint8Array;
  readonly isInScope: Uint8Array;
  /** Places that the search names; undefined without one. */
  readonly isNamed: Uint8Array | undefined;
  readonly isPossible: PossibleRow;
};

/** A mark represents incidents only; totals do not belong to an area's list. */
function isListed(scope: ListScope['kind'], kind: number): boolean {
  if (scope === 'mark') return kind === INCIDENT;
  return scope !== 'area' || kind !== TOTAL;
}

/** The rows of a table that a list has, by kind; two passes over the rows. */
export async function listShareOf(
  table: IncidentTable,
  times: TimedRows,
  window: TimeRange,
  { scope, found, isOn, isInScope, isNamed, isPossible }: Picked,
  task: Task,
): Promise<ListShare> {
  const { length, kind, layer, effectClass, place, places } = table;
  const { from, to, isUndated } = times;
  const listed = new Uint8Array(length);
  const counts = new Uint32Array(KINDS.length);
  let isAny = false;
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield((0.5 * row) / length);
    const own = kind[row] ?? INCIDENT;
    const isPicked =
      found[row] !== NO &&
      isOn[layer[row] ?? 0] === 1 &&
      isInScope[place[row] ?? 0] === 1 &&
      isListed(scope, own);
    if (!isPicked) continue;
    isAny = true;
    if ((from[row] ?? 0) >= window.to || (to[row] ?? 0) <= window.from) continue;
    listed[row] = own + LISTED;
    counts[own] = (counts[own] ?? 0) + 1;
  }
  const ofKind = KINDS.map((_, code) => newListedRows(counts[code] ?? 0));
  const next = new Uint32Array(KINDS.length);
  const ofPlaces = new Uint32Array(places.length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.5 + (0.5 * row) / length);
    const own = (listed[row] ?? 0) - LISTED;
    const rows = ofKind[own];
    if (!rows) continue;
    const at = next[own] ?? 0;
    const atPlace = place[row] ?? 0;
    rows.row[at] = row;
    rows.from[at] = from[row] ?? 0;
    rows.to[at] = to[row] ?? 0;
    rows.isUndated[at] = isUndated[row] ?? 0;
    rows.isFirst[at] = isNamed?.[atPlace] ?? 0;
    rows.effectClass[at] = effectClass[row] ?? 0;
    rows.isPossible[at] = isPossible?.(row) ? 1 : 0;
    next[own] = at + 1;
    if (own !== TOTAL) ofPlaces[atPlace] = (ofPlaces[atPlace] ?? 0) + 1;
  }
  const rowsOf = (code: number): ListedRows => ofKind[code] ?? newListedRows(0);
  return {
    isAny,
    incidents: rowsOf(INCIDENT),
    series: rowsOf(SERIES),
    totals: rowsOf(TOTAL),
    places: ofPlaces,
    // The list of everything does not show them.
    zones:
      scope === 'extent'
        ? undefined
        : listZonesOf(table, times, rowsOf(INCIDENT).row, window, isOn, isPossible),
  };
}
