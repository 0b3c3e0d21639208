import { LruCache } from '../../../../src/core/base/lru-cache.ts';
import type { LevelPyramid } from '../../../../src/core/layout/level-pyramid.ts';
import { MergedIndex } from '../../../../src/core/index/merged-index.ts';
import type { ListQuery } from '../../../../src/core/index/record-group.ts';
import { EMPTY_RECORD_LIST, type RecordList } from '../../../../src/core/index/record-list.ts';
import { TableIndex } from '../../../../src/core/index/table-index.ts';
import { countCells, type IncidentCells } from '../../../../src/core/index/incident-cells.ts';
import { totalsOf, type PickCell, type Totals } from '../../../../src/core/index/tally.ts';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import type { MarkView, MarkViewQuery } from '../../../../src/core/index/mark-view.ts';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import type { IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import type { Spellings } from '../../../../src/core/text/search-text.ts';
import type { MapModel } from '../../../../src/core/model/map-model.ts';

export const EVERYTHING = EMPTY_FILTER;
/** The look of each layer of our own records. */
export const LOOKS_OF_TARGETS = TARGETS.map((_, look) => look);
export const ALL_ON = new Uint8Array(TARGETS.length).fill(1);

/** Tables behind one index; of one alone the reference of a record is its row. */
export function indexOf(tables: readonly IncidentTable[], spellings: Spellings = []): MergedIndex {
  let firstRef = 0;
  const indexes = tables.map((table) => {
    const index = new TableIndex(table, firstRef, spellings, () => undefined);
    firstRef += table.length;
    return index;
  });
  return new MergedIndex(indexes, new LruCache<LevelPyramid>(6));
}

/** Totals of a window, counted anew. */
export const totalsIn = (
  cells: IncidentCells,
  window: TimeRange,
  isOn: Uint8Array,
  pick?: PickCell,
): Totals => totalsOf(cells, countCells(cells, window), isOn, pick);

/** The records of a window, as the worker would list them. */
export async function listOf(
  tables: readonly IncidentTable[],
  window: TimeRange,
  asked: Partial<ListQuery> = {},
  spellings: Spellings = [],
): Promise<RecordList> {
  const query = { filter: EVERYTHING, extent: undefined, group: undefined, ...asked, window };
  return (await indexOf(tables, spellings).list(query, UNINTERRUPTED)) ?? EMPTY_RECORD_LIST;
}

/** The marks of a table, as the worker would answer. */
export async function viewOf(
  table: IncidentTable,
  question: Partial<MarkViewQuery> = {},
  filter = EVERYTHING,
): Promise<MarkView> {
  const asked = {
    zoom: 7,
    extent: undefined,
    window: table.period,
    selected: undefined,
    scheme: 'target' as const,
    ...question,
  };
  return await indexOf([table]).view(filter, asked, UNINTERRUPTED);
}

/** A model of the marks of a table in a window, and of nothing else. */
export async function modelOfView(table: IncidentTable, window: TimeRange): Promise<MapModel> {
  const view = await viewOf(table, { window });
  return {
    subject: [],
    shapes: {
      view,
      areas: [],
      styleIndexes: LOOKS_OF_TARGETS,
      home: undefined,
      outlines: [],
    },
    halos: { circles: [], isInWindow: new Uint8Array(0) },
    counts: {
      ...new MarkCounter(view, LOOKS_OF_TARGETS).count(window, ALL_ON),
      outlines: new Uint8Array(0),
    },
    isMoving: false,
    details: view.details,
    emphasis: { halos: new Set(), areas: new Set(), mark: undefined },
    shares: [],
    theme: 'light',
  };
}
