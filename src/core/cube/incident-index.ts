import { kindAt, NO_AREA, type IncidentTable, type Row } from '../incident/incident-table.ts';
import { TARGETS } from '../incident/incident.ts';
import type { Minute } from '../time/minute.ts';
import type { Span } from '../time/span.ts';
import { levelOf, markLevel, type MarkLevel } from './mark-level.ts';
import { membership, RowGroups, type GroupCounts } from './row-groups.ts';

/** "31 in this window, 5 more possibly", with both numbers by layer in the order of `TARGETS`. */
export type Totals = {
  readonly certain: number;
  readonly possible: number;
  readonly byTarget: GroupCounts;
};

/** Counts by bin and layer: bin b, layer t stands at `b * TARGETS.length + t`. */
export type Histogram = {
  readonly edges: readonly Minute[];
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
};

/** Points that share coordinates and precision: one halo. */
export type Halo = {
  readonly lon: number;
  readonly lat: number;
  readonly precision: number;
  readonly rows: readonly Row[];
};

/** A governorate or region that stands for incidents without a point. */
export type AreaGroup = { readonly name: string; readonly rows: readonly Row[] };

export type RowsInWindow = { readonly certain: readonly Row[]; readonly possible: readonly Row[] };

const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups.values()];
}

/**
 * Answers "how many, where, in which bin" for the rows that pass a filter. Exact: every count
 * equals a pass over the rows. Only records of kind `incident` are counted.
 */
export class IncidentIndex {
  readonly table: IncidentTable;
  readonly rows: readonly Row[];
  readonly halos: readonly Halo[];
  readonly areas: readonly AreaGroup[];
  readonly #pointRows: readonly Row[];
  readonly #byTarget: RowGroups;
  readonly #levels = new Map<number, MarkLevel>();

  constructor(table: IncidentTable, rows: readonly Row[]) {
    this.table = table;
    this.rows = rows.filter((row) => kindAt(table, row) === 'incident');
    this.#pointRows = this.rows.filter((row) => table.area[row] === NO_AREA);
    const areaRows = this.rows.filter((row) => table.area[row] !== NO_AREA);
    this.areas = groupBy(areaRows, (row) => String(table.area[row])).map((group) => ({
      name: table.areas[table.area[group[0] ?? 0] ?? NO_AREA] ?? '',
      rows: group,
    }));
    const placeKey = (row: Row): string =>
      [table.lon[row], table.lat[row], table.precision[row]].join();
    this.halos = groupBy(this.#pointRows, placeKey).map((group) => ({
      lon: table.lon[group[0] ?? 0] ?? 0,
      lat: table.lat[group[0] ?? 0] ?? 0,
      precision: table.precision[group[0] ?? 0] ?? 0,
      rows: group,
    }));
    this.#byTarget = this.groups(
      TARGETS.map((_, target) => this.rows.filter((row) => table.target[row] === target)),
    );
  }

  /** Rows grouped for counting window after window. */
  groups(rows: readonly (readonly Row[])[]): RowGroups {
    return new RowGroups(this.table, rows);
  }

  /** The marks that stand for the rows with a point, at a zoom; built once a level. */
  marksAt(zoom: number): MarkLevel {
    const level = levelOf(zoom);
    const known = this.#levels.get(level) ?? markLevel(this.table, this.#pointRows, level);
    this.#levels.set(level, known);
    return known;
  }

  totals(window: Span): Totals {
    const counts = this.#byTarget.count(window);
    const byTarget = { certain: counts.certain.slice(), possible: counts.possible.slice() };
    return { certain: sum(byTarget.certain), possible: sum(byTarget.possible), byTarget };
  }

  /** Each bin is a window of its own: an incident longer than a bin is possible in several. */
  histogram(edges: readonly Minute[]): Histogram {
    const bins = Math.max(edges.length - 1, 0);
    const certain = new Uint32Array(bins * TARGETS.length);
    const possible = new Uint32Array(bins * TARGETS.length);
    for (let bin = 0; bin < bins; bin++) {
      const counts = this.#byTarget.count({ from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 });
      certain.set(counts.certain, bin * TARGETS.length);
      possible.set(counts.possible, bin * TARGETS.length);
    }
    return { edges, certain, possible };
  }

  /** The given rows that are in the window, and those that are possibly in it, in time order. */
  rowsIn(rows: readonly Row[], window: Span): RowsInWindow {
    const ask = (row: Row): string => membership(this.table, row, window);
    return {
      certain: rows.filter((row) => ask(row) === 'certain'),
      possible: rows.filter((row) => ask(row) === 'possible'),
    };
  }
}
