import { areaCountsOf } from '../core/index/area-totals.ts';
import { countCells, saysOutcomes, type IncidentCells } from '../core/index/incident-cells.ts';
import type { GroupCounts } from '../core/index/interval-index.ts';
import {
  allOf,
  EVER,
  totalsOf,
  type Count,
  type PickCell,
  type Totals,
  type WindowCount,
} from '../core/index/tally.ts';
import { hiddenLayers, layerFlags } from '../core/filters/filter.ts';
import { withTexts, type DatasetInfo } from '../core/records/dataset-info.ts';
import { EFFECT_CLASSES } from '../core/records/incident.ts';
import type { Layer } from '../core/records/layer.ts';
import { yearOf } from '../core/time/minute.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import { sumPeople, type PeopleSum } from '../core/index/people.ts';
import type { Toll } from '../core/index/toll.ts';
import { zoneCountsOf, type ZoneCounts } from '../core/index/zone-counts.ts';
import { firstWords } from '../i18n/first-words.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import { MarkNames } from './mark-names.svelte.ts';
import type { ShownList } from './asked-list.svelte.ts';
import type { ShownView } from './asked-view.svelte.ts';
import { Queries } from './queries.svelte.ts';
import type { Asked, QueryClient } from './query-client.ts';
import type { Records } from './records.svelte.ts';
import { TimelineCounts } from './timeline-counts.svelte.ts';

export type AreaTotals = WindowCount & {
  readonly name: string;
  /** Only the country is known. */
  readonly isCountry: boolean;
};

const HALT = EFFECT_CLASSES.indexOf('halt');

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
  /** Any incident of the data says what came of it, whatever the filter hides. */
  readonly hasOutcomes: boolean;
  /** The incidents that pass the filter, counted apart, and the counts of the window by cell. */
  readonly cells: IncidentCells;
  readonly counts: GroupCounts;
  /** The same of those without a point, by area too. */
  readonly areaCells: IncidentCells;
  readonly areaCounts: GroupCounts;
  /** Incidents that pass the filter and have no date, next to others that have one. */
  readonly undatedCount: number;
  readonly totals: Totals;
  readonly #haltTotals: Totals;
  /** Whatever the window: of those that pass the filter, and of the whole data. */
  readonly #passingAttacks: number;
  readonly #allAttacks: number;
  /** People killed and injured in the window; undefined where the data do not say. */
  readonly people: Readonly<Record<'killed' | 'injured', PeopleSum>> | undefined;
  /** The same with attacks, in the region of the page's own data and elsewhere; undefined with others on. */
  readonly zones: ZoneCounts | undefined;
  /** Counts by layer that ignore which layers are switched off. */
  readonly layerTotals: Totals;
  /** Incidents that pass the filter, whatever the window. */
  readonly passing: Count;
  /** The areas that are countries. */
  readonly countries: ReadonlySet<string>;
  readonly areaTotals: readonly AreaTotals[];
  readonly timeline: TimelineCounts;
  /** Incidents of the whole data by layer, whatever the filter hides. */
  readonly #whole: Totals;
  /** About the bundled data set, with the figures that its texts name. */
  readonly info: DatasetInfo;

  readonly #isHalt: PickCell = (cell) => this.cells.effectClass[cell] === HALT;
  /** A record without a date would be possible in every bar. */
  readonly #isDated: PickCell = (cell) => this.cells.isUndated[cell] === 0;

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
    this.#whole = $derived(
      totalsOf(this.data.counts.cells, countCells(this.data.counts.cells, EVER), allOn),
    );

    // A layer that is switched on counts when its marks are there: totals are what the marks show.
    let lastOn = new Uint8Array(0);
    this.isOn = $derived.by(() => {
      const { layers } = this.data;
      const marked = this.view && layerFlags(layers, hiddenLayers(this.view.filter));
      const isOn = layerFlags(layers, filters.hidden).map((one, i) => one & (marked?.[i] ?? 1));
      // The same array where nothing was switched, so that another filter draws no map until its marks are there.
      const isSame = isOn.length === lastOn.length && isOn.every((one, i) => one === lastOn[i]);
      return isSame ? lastOn : (lastOn = isOn);
    });
    this.hasOutcomes = $derived(saysOutcomes(this.data.counts.cells));
    this.cells = $derived(this.queries.counted.cells);
    this.counts = $derived(countCells(this.cells, timeline.span));
    this.totals = $derived(totalsOf(this.cells, this.counts, this.isOn));
    this.#haltTotals = $derived(this.totalsIf(this.#isHalt));
    this.people = $derived.by(() => {
      const { people } = this.queries.counted;
      if (!people) return undefined;
      const sum = (field: 'killed' | 'injured'): PeopleSum =>
        sumPeople(people, field, timeline.span, this.isOn);
      return { killed: sum('killed'), injured: sum('injured') };
    });
    this.zones = $derived(
      this.isBundledAlone && this.data.info.region.governorates.length > 0
        ? zoneCountsOf(
            this.cells,
            this.counts,
            this.queries.counted.people,
            timeline.span,
            this.isOn,
          )
        : undefined,
    );
    this.layerTotals = $derived(totalsOf(this.cells, this.counts, allOn));
    const ever = $derived(countCells(this.cells, EVER));
    this.passing = $derived(totalsOf(this.cells, ever, this.isOn));
    this.#passingAttacks = $derived(
      totalsOf(this.cells, ever, this.isOn, (cell) => !this.#isHalt(cell)).certain,
    );
    this.#allAttacks = $derived.by(() => {
      const { cells } = this.data.counts;
      const isAttack: PickCell = (cell) => cells.effectClass[cell] !== HALT;
      return totalsOf(cells, countCells(cells, EVER), allOn, isAttack).certain;
    });
    this.undatedCount = $derived(
      this.isDated
        ? allOf(totalsOf(this.cells, ever, this.isOn, (cell) => !this.#isDated(cell)))
        : 0,
    );
    this.areaCells = $derived(this.queries.counted.areas);
    this.areaCounts = $derived(countCells(this.areaCells, timeline.span));
    this.countries = $derived(
      new Set(this.data.worldAreas.flatMap(({ name, kind }) => (kind === 'country' ? name : []))),
    );
    this.areaTotals = $derived.by(() => {
      const { areaNames } = this.data;
      const { all, halts } = areaCountsOf(
        this.areaCells,
        this.areaCounts,
        this.isOn,
        areaNames.length,
      );
      const at = ({ certain, possible }: GroupCounts, area: number): Count => ({
        certain: certain[area] ?? 0,
        possible: possible[area] ?? 0,
      });
      return areaNames.map((name, area) => ({
        name,
        isCountry: this.countries.has(name),
        ...this.withHalts(at(all, area), at(halts, area)),
      }));
    });
    this.timeline = new TimelineCounts(this, timeline);
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
  get wholeList(): ShownList | undefined {
    return this.queries.wholeList;
  }
  get progress(): number | undefined {
    return this.queries.progress;
  }
  /** Totals of the window of the cells that `pick` lets through, of layers that are on. */
  totalsIf(pick: PickCell): Totals {
    return totalsOf(this.cells, this.counts, this.isOn, pick);
  }
  /** What the window holds. */
  get count(): WindowCount {
    return this.withHalts(this.totals, this.#haltTotals);
  }
  /** What any other window holds. */
  countIn(window: TimeRange): WindowCount {
    const counts = countCells(this.cells, window);
    const ofHalts = totalsOf(this.cells, counts, this.isOn, this.#isHalt);
    return this.withHalts(totalsOf(this.cells, counts, this.isOn, this.#isDated), ofHalts);
  }
  /** Halts that are possibly in a window; undefined where they are not counted apart. */
  haltsIn(window: TimeRange): number | undefined {
    const { halts } = this.countIn(window);
    return halts && halts.certain + halts.possible;
  }
  /** People killed in any window, as in the table; undefined where nobody was, or nothing says so. */
  killedIn(window: TimeRange): Toll | undefined {
    const { people } = this.queries.counted;
    const sum = people && sumPeople(people, 'killed', window, this.isOn);
    return sum && sum.incidents > 0 ? sum : undefined;
  }
  /** The columns of the timeline leave out the halts, which have a row of their own. */
  get areColumnsAttacks(): boolean {
    return this.isBundledAlone || this.timeline.hasHalts;
  }
  /** A count with its halts apart, where the data say what was a halt: those of the page alone. */
  withHalts({ certain, possible }: Count, halts: Count): WindowCount {
    return { certain, possible, halts: this.isBundledAlone ? halts : undefined };
  }
  /** Whether the filter leaves out no attack: halts are in no figure that is compared with others. */
  get hasAllAttacks(): boolean {
    return this.#passingAttacks === this.#allAttacks;
  }
  /** Whether the filter leaves out any incident, or may do so. */
  get isFiltered(): boolean {
    return this.passing.certain < this.incidentCount;
  }
  /** Incidents of the whole data, whatever the filter hides. */
  get incidentCount(): number {
    return this.#whole.certain;
  }
  /** All incidents of a layer, whatever window and filter. */
  wholeOf(layer: number): number {
    return this.#whole.byLayer.certain[layer] ?? 0;
  }
  /** An open set by its number. */
  setOf(number: number): DataSnapshot['datasets'][number] | undefined {
    return this.data.datasets.find((dataset) => dataset.number === number);
  }
  /** True while the data of the page itself are on the map. */
  get isBundledOn(): boolean {
    return this.setOf(0)?.isOn ?? false;
  }
  /** True while they are, and nothing else is. */
  get isBundledAlone(): boolean {
    return this.data.datasets.every(({ number, isOn }) => isOn === (number === 0));
  }
  /** Some of what is on says when its records were reported. */
  get hasReportedTimes(): boolean {
    return this.data.datasets.some(({ isOn, hasReportedTimes }) => isOn && hasReportedTimes);
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
