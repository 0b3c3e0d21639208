import { untrack } from 'svelte';
import type { Counted } from '../core/cube/incident-cube.ts';
import type { Listing } from '../core/cube/listing.ts';
import type { MarkView } from '../core/cube/mark-view.ts';
import { EVER, histogramOf, totalsOf, type Histogram, type Totals } from '../core/cube/tally.ts';
import { levelOf } from '../core/cube/zoom-level.ts';
import { targetFlags, type Filter, type Seen } from '../core/filter/filter.ts';
import { TARGETS, type Target } from '../core/incident/incident.ts';
import { surrounds, widened } from '../core/place/bounds.ts';
import { binEdges } from '../core/time/bins.ts';
import type { Span } from '../core/time/span.ts';
import type { GroupKey } from '../core/view/view-state.ts';
import type { Pending } from '../worker/data-client.ts';
import type { Calls, ListRequest, Opened, Viewed, ViewRequest } from '../worker/protocol.ts';
import type { MapCamera } from './camera.svelte.ts';
import type { Filters } from './filters.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import { Records, type RecordDoors } from './records.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Questions about open data; the worker answers them. */
export type QuestionDoors = RecordDoors & {
  readonly view: (
    request: ViewRequest,
    onProgress: (part: number) => void,
  ) => Pending<Calls['view']['output']>;
  readonly list: (request: ListRequest) => Pending<Calls['list']['output']>;
};

/** What is asked about. */
type Asked = {
  readonly filters: Filters;
  readonly timeline: Timeline;
  readonly camera: MapCamera;
  readonly panel: Panel;
};

/** A listing, and what it was asked for. */
export type ShownListing = {
  readonly listing: Listing;
  readonly window: Span;
  readonly group: GroupKey | undefined;
};

/** Marks of one moment: all of it follows from one filter, and counts any window. */
export type ShownView = {
  readonly view: MarkView;
  /** The window that positions and details were asked for. */
  readonly window: Span;
};

export type AreaTotals = { readonly name: string } & Totals;

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

const FIRST_ZOOM = 7;
/** The marks of so much more map, on each side, are at hand before the map is moved there. */
const EXTENT_MARGIN = 0.5;
const ALL_ON = targetFlags(new Set(TARGETS));

/** What follows from the open data, the filter and the window: every count comes from here. */
export class Shown {
  readonly data: Opened;
  readonly records: Records;
  readonly #doors: QuestionDoors;
  readonly #asked: Asked;
  #view = $state.raw<ShownView | undefined>();
  #counted: Counted;
  #listing = $state.raw<ShownListing | undefined>();
  #progress = $state.raw<number | undefined>();
  /** Text and seen part that `#counted` counts. */
  #countedFor = keyOf('', undefined);
  /** What marks and listing were last asked for: the same question is not asked twice. */
  #viewFor = '';
  #listedFor = '';
  #pendingView: Pending<Viewed> | undefined;
  #pendingList: Pending<Calls['list']['output']> | undefined;

  /** One flag for each layer that is on. */
  readonly isOn: Uint8Array;
  readonly totals: Totals;
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

  constructor(data: Opened, doors: QuestionDoors, asked: Asked) {
    const { filters, timeline } = asked;
    this.data = data;
    this.records = new Records(doors);
    this.#doors = doors;
    this.#asked = asked;
    this.#counted = $state.raw(data.counted);
    this.#whole = totalsOf(data.counted.targets, EVER, ALL_ON);

    this.isOn = $derived(targetFlags(filters.targets));
    this.totals = $derived(totalsOf(this.#counted.targets, timeline.span, this.isOn));
    this.layerTotals = $derived(totalsOf(this.#counted.targets, timeline.span, ALL_ON));
    this.passingCount = $derived(totalsOf(this.#counted.targets, EVER, this.isOn).certain);
    this.areaTotals = $derived(
      data.areaNames.map((name, area) => ({
        name,
        ...totalsOf(this.#counted.areas, timeline.span, this.isOn, area * TARGETS.length),
      })),
    );
    const edges = $derived(binEdges(timeline.axis, timeline.unit));
    this.histogram = $derived(histogramOf(this.#counted.targets, edges, this.isOn));
    this.wholeHistogram = $derived(histogramOf(data.counted.targets, edges, ALL_ON));
  }

  /** Asks anew whenever filter, camera, resting window or panel have changed; returns how to stop. */
  follow(): () => void {
    return $effect.root(() => {
      $effect(() => {
        void this.askView();
      });
      $effect(() => {
        if (this.isBeyondView) untrack(() => void this.askView());
      });
      $effect(() => {
        void this.askListing();
      });
    });
  }

  get view(): ShownView | undefined {
    return this.#view;
  }
  /** The records of the open list or group; undefined until they are known. */
  get listing(): ShownListing | undefined {
    return this.#listing;
  }
  /** How far the worker has come with marks that are asked for, 0 to 1; undefined when it is idle. */
  get progress(): number | undefined {
    return this.#progress;
  }
  /** Incidents of the whole data, whatever the filter hides. */
  get incidentCount(): number {
    return this.#whole.certain;
  }
  /** True when the data have an incident of this layer. */
  hasTarget(target: Target): boolean {
    return (this.#whole.byTarget.certain[TARGETS.indexOf(target)] ?? 0) > 0;
  }

  get #filter(): Filter {
    return this.#asked.filters.filter;
  }
  get #seen(): Seen {
    const { filters, camera } = this.#asked;
    return filters.isOnlySeen ? camera.restingBounds : undefined;
  }

  /** Asks for the marks of the view as it stands; the newest question wins. */
  async askView(): Promise<void> {
    const { camera, timeline, panel } = this.#asked;
    const { group } = panel.state;
    const filter = this.#filter;
    const seen = this.#seen;
    const window = timeline.restingSpan;
    const zoom = levelOf(camera.now?.zoom ?? FIRST_ZOOM);
    const held = group?.kind === 'mark' ? group.incident : undefined;
    const countedFor = keyOf(filter.text, seen);
    const { bounds, isBeyond } = untrack(() => ({
      bounds: camera.bounds,
      isBeyond: this.isBeyondView,
    }));
    const viewFor = keyOf([...filter.targets], countedFor, window, zoom, held);
    if (viewFor === this.#viewFor && !isBeyond) return;
    this.#viewFor = viewFor;
    const extent = bounds && widened(bounds, EXTENT_MARGIN);
    const counting = countedFor === this.#countedFor ? undefined : { seen };
    const pending = this.#doors.view({ filter, zoom, extent, window, held, counting }, (part) => {
      this.#progress = part;
    });
    this.#pendingView?.stop();
    this.#pendingView = pending;
    const { view, counted } = await pending.output;
    if (this.#pendingView !== pending) return;
    this.#pendingView = undefined;
    this.#progress = undefined;
    this.#view = { view, window };
    if (counted) this.#counted = counted;
    this.#countedFor = countedFor;
  }

  /** True when the map has been moved beyond the marks that were asked for. */
  readonly isBeyondView: boolean = $derived.by(() => {
    const extent = this.#view?.view.extent;
    const { bounds } = this.#asked.camera;
    return extent !== undefined && bounds !== undefined && !surrounds(extent, bounds);
  });

  /** Asks for what the open list or group holds, at the window at rest. */
  async askListing(): Promise<void> {
    const { panel, timeline } = this.#asked;
    const { group, isListOpen } = panel.state;
    if (!group && !isListOpen) {
      this.#pendingList?.stop();
      this.#pendingList = undefined;
      this.#listing = undefined;
      this.#listedFor = '';
      return;
    }
    const window = timeline.restingSpan;
    const request = { filter: this.#filter, seen: group ? undefined : this.#seen, window, group };
    const listedFor = keyOf(
      [...request.filter.targets],
      request.filter.text,
      request.seen,
      window,
      group,
    );
    if (listedFor === this.#listedFor) return;
    this.#listedFor = listedFor;
    const pending = this.#doors.list(request);
    this.#pendingList?.stop();
    this.#pendingList = pending;
    const listing = await pending.output;
    if (this.#pendingList !== pending) return;
    this.#pendingList = undefined;
    this.#listing = listing && { listing, window, group };
  }

  /** What a group holds in the window; undefined when the filter leaves nothing of it. */
  listingOf(
    group: GroupKey,
    window: Span,
    filter: Filter = this.#filter,
  ): Promise<Listing | undefined> {
    return this.#doors.list({ filter, seen: undefined, window, group }).output;
  }
}
