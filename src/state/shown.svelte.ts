import type { IncidentCounts } from '../core/index/dataset-index.ts';
import type { IntervalIndex } from '../core/index/interval-index.ts';
import {
  EVER,
  histogramOf,
  totalsOf,
  type Count,
  type Histogram,
  type Totals,
  type WindowCount,
} from '../core/index/tally.ts';
import { layerFlags } from '../core/filters/filter.ts';
import { withTexts, type DatasetInfo } from '../core/records/dataset-info.ts';
import type { Layer } from '../core/records/layer.ts';
import { binEdges } from '../core/time/bins.ts';
import { yearOf } from '../core/time/minute.ts';
import { sumPeople, type PeopleSum } from '../core/index/people.ts';
import { firstWords } from '../i18n/first-words.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import { MarkNames } from './mark-names.svelte.ts';
import type { ShownList } from './asked-list.svelte.ts';
import type { ShownView } from './asked-view.svelte.ts';
import { Queries } from './queries.svelte.ts';
import type { Asked, QueryClient } from './query-client.ts';
import type { Records } from './records.svelte.ts';

export type AreaTotals = { readonly name: string } & Totals;

/** A record without a date is in no bar: it would be in all of them. */
const barsOf = ({ dated, layers }: IncidentCounts): IntervalIndex => dated ?? layers;

/**
 * Totals, bars and areas, counted from the open data, the last answers of `Queries` and the window.
 * Every count on the page comes from here.
 */
export class Shown {
  readonly queries: Queries;
  readonly markNames: MarkNames;
  #data: DataSnapshot;

  /** One flag for each layer that is on. */
  readonly isOn: Uint8Array;
  readonly totals: Totals;
  readonly #haltTotals: Totals;
  /** People killed and injured in the window; undefined where the data do not say. */
  readonly people: Readonly<Record<'killed' | 'injured', PeopleSum>> | undefined;
  /** Counts by layer that ignore which layers are switched off. */
  readonly layerTotals: Totals;
  /** Incidents that pass the filter, whatever the window. */
  readonly passingCount: number;
  readonly areaTotals: readonly AreaTotals[];
  readonly histogram: Histogram;
  /** The same bins for all data, whatever the filter hides. */
  readonly wholeHistogram: Histogram;
  /** Incidents of the whole data by layer, whatever the filter hides. */
  readonly #whole: Totals;
  /** About the bundled data set, with the figures that its texts name. */
  readonly info: DatasetInfo;

  constructor(data: DataSnapshot, client: QueryClient, asked: Asked) {
    const { filters, timeline } = asked;
    this.#data = $state.raw(data);
    this.queries = new Queries(data.counts, client, asked);
    this.records.keep(data.aggregates);
    this.markNames = new MarkNames(
      (query, options) => client.markNames(query, options),
      (ask, signal) => this.records.ask(ask, signal),
    );
    this.info = $derived(
      withTexts(this.data.info, (text) =>
        firstWords.figures.filled(text, this.data.info.findings?.figures ?? {}),
      ),
    );
    const allOn = $derived(new Uint8Array(this.data.layers.length).fill(1));
    this.#whole = $derived(totalsOf(this.data.counts.layers, EVER, allOn));

    // A layer that is switched on counts when its marks are there: totals are what the marks show.
    this.isOn = $derived.by(() => {
      const { layers } = this.data;
      const marked = this.view && layerFlags(layers, this.view.filter.hidden);
      return layerFlags(layers, filters.hidden).map((isOn, i) => isOn & (marked?.[i] ?? 1));
    });
    this.totals = $derived(totalsOf(this.queries.counted.layers, timeline.span, this.isOn));
    this.#haltTotals = $derived(totalsOf(this.queries.counted.halts, timeline.span, this.isOn));
    this.people = $derived.by(() => {
      const { people } = this.queries.counted;
      if (!people) return undefined;
      const sum = (field: 'killed' | 'injured'): PeopleSum =>
        sumPeople(people, field, timeline.span, this.isOn);
      return { killed: sum('killed'), injured: sum('injured') };
    });
    this.layerTotals = $derived(totalsOf(this.queries.counted.layers, timeline.span, allOn));
    this.passingCount = $derived(totalsOf(this.queries.counted.layers, EVER, this.isOn).certain);
    this.areaTotals = $derived(
      this.data.areaNames.map((name, area) => ({
        name,
        ...totalsOf(
          this.queries.counted.areas,
          timeline.span,
          this.isOn,
          area * this.data.layers.length,
        ),
      })),
    );
    const edges = $derived(binEdges(timeline.axis, timeline.unit));
    this.histogram = $derived(histogramOf(barsOf(this.queries.counted), edges, this.isOn));
    this.wholeHistogram = $derived(histogramOf(barsOf(this.data.counts), edges, allOn));
  }

  get data(): DataSnapshot {
    return this.#data;
  }

  /** Other data; marks and lists of the ones before are not answers any more. */
  replace(data: DataSnapshot): void {
    // Areas are the page's own and stay; what is the same object, the map need not work out again.
    this.#data = { ...data, areas: this.#data.areas };
    this.queries.replace(data.counts);
    this.records.keep(data.aggregates);
  }

  get records(): Records {
    return this.queries.records;
  }
  get view(): ShownView | undefined {
    return this.queries.view;
  }
  get list(): ShownList | undefined {
    return this.queries.list;
  }
  get progress(): number | undefined {
    return this.queries.progress;
  }
  /** What the window holds. */
  get count(): WindowCount {
    return this.withHalts(this.totals, this.#haltTotals);
  }
  /** A count with its halts apart, where the data say what was a halt: those of the page alone. */
  withHalts({ certain, possible }: Count, halts: Count): WindowCount {
    const isKnown = this.data.datasets.every(({ number, isOn }) => isOn === (number === 0));
    return { certain, possible, halts: isKnown ? halts : undefined };
  }
  /** Whether the filter leaves out any incident. */
  get isFiltered(): boolean {
    return this.passingCount < this.incidentCount;
  }
  /** Incidents of the whole data, whatever the filter hides. */
  get incidentCount(): number {
    return this.#whole.certain;
  }
  /** All incidents of a layer, whatever window and filter. */
  wholeOf(layer: number): number {
    return this.#whole.byLayer.certain[layer] ?? 0;
  }
  /** Incidents that pass the filter and have no date, next to others that have one. */
  get undatedCount(): number {
    const { dated } = this.queries.counted;
    return dated ? this.passingCount - totalsOf(dated, EVER, this.isOn).certain : 0;
  }
  /** An open set by its number. */
  setOf(number: number): DataSnapshot['datasets'][number] | undefined {
    return this.data.datasets.find((dataset) => dataset.number === number);
  }
  /** True while the data of the page itself are on the map. */
  get isBundledOn(): boolean {
    return this.setOf(0)?.isOn ?? false;
  }
  /** True when something shown has a date. */
  get isDated(): boolean {
    return this.data.period.from < this.data.period.to;
  }
  /** Dates need their year: the page names that of its own data, if it is one; a file may be of any. */
  get hasYears(): boolean {
    const { from, to } = this.data.period;
    return !this.isBundledOn || yearOf(from) !== yearOf(Math.max(to - 1, from));
  }
  /** The layer of a record; undefined for a position that is none. */
  layerAt(layer: number | undefined): Layer | undefined {
    return layer === undefined ? undefined : this.data.layers[layer];
  }
}
