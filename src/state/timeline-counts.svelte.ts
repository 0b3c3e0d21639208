import type { IncidentCounts } from '../core/index/dataset-index.ts';
import type { IncidentCells } from '../core/index/incident-cells.ts';
import { slotsOfCells } from '../core/index/cell-slots.ts';
import { findIncident } from '../core/index/find-incident.ts';
import { outsideOf } from '../core/index/fitted-axis.ts';
import {
  highestColumn,
  timelineColumns,
  type TimelineColumns,
} from '../core/index/timeline-columns.ts';
import { deathsOnAxis, type AxisDeaths } from '../core/index/timeline-deaths.ts';
import { EFFECT_CLASSES } from '../core/records/incident.ts';
import type { Layer } from '../core/records/layer.ts';
import type { Timeline } from './timeline.svelte.ts';

/** A single incident is a cell, not a column as high as the plot. */
const MIN_HIGHEST = 2;

const HALT = EFFECT_CLASSES.indexOf('halt');

/** What is counted: the incidents that pass the filter, and all data. */
type Counted = {
  readonly cells: IncidentCells;
  readonly isOn: Uint8Array;
  readonly isFiltered: boolean;
  readonly hasOutcomes: boolean;
  readonly data: {
    readonly layers: readonly Layer[];
    readonly counts: Pick<IncidentCounts, 'cells' | 'fits'>;
  };
  readonly queries: { readonly counted: Pick<IncidentCounts, 'fits' | 'people'> };
};

/** What the timeline shows of the axis. It follows the filter and the axis; moving the window counts nothing anew. */
export class TimelineCounts {
  readonly columns: TimelineColumns;
  /** The same for all data, whatever the filter hides: so a filter changes no height. */
  readonly whole: TimelineColumns;
  /** What the height of the plot means: at least the most incidents of a column of all data. */
  readonly highest: number;
  /** Halts have a row of their own if the data have any. */
  readonly hasHalts: boolean;
  /** Undefined where the data say nothing of people. */
  readonly deaths: readonly AxisDeaths[] | undefined;
  /** Incidents on each side of an axis that opens without some of them. */
  readonly outliers: { readonly before: number; readonly after: number };

  constructor(shown: Counted, timeline: Timeline) {
    // By content: the flags are another array whenever marks have come, and columns are not counted anew for that.
    const flags = $derived(shown.isOn.join());
    const isOn = $derived(Uint8Array.from(flags.split(','), Number));
    const slots = $derived(slotsOfCells(shown.cells, shown.data.layers, shown.hasOutcomes, isOn));
    this.columns = $derived(
      timelineColumns(
        shown.cells.spans,
        shown.queries.counted.fits,
        slots,
        timeline.axis,
        timeline.unit,
      ),
    );
    const all = $derived(shown.data.counts.cells);
    const allSlots = $derived(slotsOfCells(all, shown.data.layers, shown.hasOutcomes, undefined));
    this.whole = $derived(
      shown.isFiltered || shown.cells.isPossible.includes(1)
        ? timelineColumns(all.spans, shown.data.counts.fits, allSlots, timeline.axis, timeline.unit)
        : this.columns,
    );
    this.highest = $derived(Math.max(highestColumn(this.whole).certain, MIN_HIGHEST));
    this.hasHalts = $derived(all.effectClass.includes(HALT));
    this.deaths = $derived.by(() => {
      const { people } = shown.queries.counted;
      return people && deathsOnAxis(people, this.columns, isOn);
    });
    const onCells = $derived(Uint8Array.from(shown.cells.layer, (layer) => isOn[layer] ?? 0));
    this.outliers = $derived(
      timeline.isAxisFitted
        ? outsideOf(shown.cells.spans, timeline.axis, onCells)
        : { before: 0, after: 0 },
    );
    // What has no date is possibly in every window: it would hold up each.
    const datedCells = $derived(
      onCells.map((flag, cell) => flag & (1 - (shown.cells.isUndated[cell] ?? 0))),
    );
    timeline.skipWithout((stretch, side) =>
      findIncident(shown.cells.spans, stretch, side, datedCells),
    );
  }
}
