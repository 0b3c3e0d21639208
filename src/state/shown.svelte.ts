import { IncidentIndex, type Histogram, type Totals } from '../core/cube/incident-index.ts';
import type { Mark } from '../core/cube/mark-level.ts';
import { membership, type Membership } from '../core/cube/row-groups.ts';
import { passingRows } from '../core/filter/filter.ts';
import { searchTextOf } from '../core/filter/search-text.ts';
import {
  allRows,
  incidentAt,
  kindAt,
  NO_AREA,
  spanAt,
  targetAt,
  type IncidentTable,
  type Row,
} from '../core/incident/incident-table.ts';
import { TARGETS, type Incident, type Target } from '../core/incident/incident.ts';
import { binEdges } from '../core/time/bins.ts';
import type { Span } from '../core/time/span.ts';
import type { GroupKey } from '../core/view/view-state.ts';
import type { Opened } from '../worker/protocol.ts';
import type { Filters } from './filters.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** A record as the list shows it. */
export type ListedRow = { readonly row: Row; readonly membership: Membership };

/** What follows from the open data, the filter and the window: every count comes from here. */
export class Shown {
  readonly data: Opened;
  readonly table: IncidentTable;
  readonly #timeline: Timeline;
  readonly #rowOfId: ReadonlyMap<string, Row>;
  readonly #searchTexts: (string | undefined)[] = [];
  readonly #incidents: (Incident | undefined)[] = [];
  readonly #whole: IncidentIndex;

  /** The rows of every kind that pass the filter. */
  readonly passing: readonly Row[];
  readonly index: IncidentIndex;
  readonly totals: Totals;
  /** Counts by layer that ignore which layers are switched off. */
  readonly layerTotals: Totals;
  readonly histogram: Histogram;
  /** The same bins for all data, whatever the filter hides. */
  readonly wholeHistogram: Histogram;
  /** Records of every kind that touch the window, in time order. */
  readonly listed: readonly ListedRow[];

  constructor(data: Opened, filters: Filters, timeline: Timeline) {
    const { table } = data;
    this.data = data;
    this.table = table;
    this.#timeline = timeline;
    this.#rowOfId = new Map(allRows(table).map((row) => [this.incident(row).id, row]));
    this.#whole = new IncidentIndex(table, allRows(table));

    this.passing = $derived(
      passingRows(table, filters.filter, (row) => this.#searchText(row), data.dataset.spellings),
    );
    this.index = $derived(new IncidentIndex(table, this.passing));
    this.totals = $derived(this.index.totals(timeline.span));
    const allLayers = $derived(
      new IncidentIndex(
        table,
        passingRows(
          table,
          { targets: new Set(TARGETS), text: filters.filter.text },
          (row) => this.#searchText(row),
          data.dataset.spellings,
        ),
      ),
    );
    this.layerTotals = $derived(allLayers.totals(timeline.span));
    const edges = $derived(binEdges(timeline.axis, timeline.unit));
    this.histogram = $derived(this.index.histogram(edges));
    this.wholeHistogram = $derived(this.#whole.histogram(edges));
    this.listed = $derived(
      this.passing.flatMap((row) => {
        const found = membership(table, row, timeline.span);
        return found === 'outside' ? [] : [{ row, membership: found }];
      }),
    );
  }

  /** Decoded once and kept. */
  incident(row: Row): Incident {
    return (this.#incidents[row] ??= incidentAt(this.table, row));
  }

  /** True when the data have an incident of this layer. */
  hasTarget(target: Target): boolean {
    return this.#whole.rows.some((row) => targetAt(this.table, row) === target);
  }

  /** The widest span that the record's time may mean. */
  spanOf(row: Row): Span {
    return spanAt(this.table, row);
  }

  /** Incidents of the whole data, whatever the filter hides. */
  get incidentCount(): number {
    return this.#whole.rows.length;
  }

  rowOf(id: string): Row | undefined {
    return this.#rowOfId.get(id);
  }

  /** All rows of an open group, whatever the window; undefined when the filter left none of it. */
  rowsOfGroup(group: GroupKey): readonly Row[] | undefined {
    if (group.kind === 'area') {
      const isHere = (row: Row): boolean =>
        this.table.areas[this.table.area[row] ?? NO_AREA] === group.name &&
        kindAt(this.table, row) !== 'total';
      const rows = this.passing.filter(isHere);
      return rows.length > 0 ? rows : undefined;
    }
    return this.markOf(group)?.rows;
  }

  /** The mark of a group, at the zoom that the group was opened at. */
  markOf(group: GroupKey & { readonly kind: 'mark' }): Mark | undefined {
    const row = this.#rowOfId.get(group.incident);
    const { marks } = this.index.marksAt(group.zoom);
    return marks.find((mark) => row !== undefined && mark.rows.includes(row));
  }

  /** The name of the area that a record without a point stands for. */
  areaOf(row: Row): string | undefined {
    return this.table.areas[this.table.area[row] ?? NO_AREA];
  }

  /** The rows of a group that touch the window, as the list shows them. */
  listedOf(rows: readonly Row[]): readonly ListedRow[] {
    const asked = new Set(rows);
    return this.listed.filter(({ row }) => asked.has(row));
  }

  membershipOf(row: Row): Membership {
    return membership(this.table, row, this.#timeline.span);
  }

  #searchText(row: Row): string {
    return (this.#searchTexts[row] ??= searchTextOf(this.incident(row)));
  }
}
