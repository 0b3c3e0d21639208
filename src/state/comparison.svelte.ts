import { areaCountsOf } from '../core/index/area-totals.ts';
import { needRates } from '../core/index/daily-rate.ts';
import { countCells } from '../core/index/incident-cells.ts';
import type { GroupCounts } from '../core/index/interval-index.ts';
import { MarkCounter, type MarkCounts } from '../core/index/mark-counter.ts';
import { sumPeople, type PeopleSum } from '../core/index/people.ts';
import { totalsOf, type Count, type WindowCount } from '../core/index/tally.ts';
import { zoneCountsOf, type ZoneCounts } from '../core/index/zone-counts.ts';
import { EFFECT_CLASSES } from '../core/records/incident.ts';
import { laterHalf } from '../core/time/compared-range.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import { words } from '../i18n/words.ts';
import type { Environment } from '../io/environment.ts';
import type { Playback } from './playback.svelte.ts';
import { SecondWindow, type PeriodChoice } from './second-window.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** What is compared. */
export type ComparedPage = {
  readonly shown: Shown | undefined;
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly afterPainting: Environment['afterPainting'];
};

type ComparedSide = {
  readonly letter: 'A' | 'B';
  /** The letter and the dates. */
  readonly name: string;
  readonly window: TimeRange;
  readonly zones: ZoneCounts | undefined;
};

const HALT = EFFECT_CLASSES.indexOf('halt');

const at = ({ certain, possible }: GroupCounts, position: number): Count => ({
  certain: certain[position] ?? 0,
  possible: possible[position] ?? 0,
});

/**
 * Two periods: A, the window of the timeline, which `Shown` counts, and B. Everything of B is counted from the same
 * indexes, once for each window; moving either asks the worker for nothing.
 */
export class Comparison {
  readonly #shown: Shown;
  readonly #timeline: Timeline;
  readonly #playback: Playback;
  readonly #choice: PeriodChoice;
  /** The window that it began with, where all dates were shown before. */
  #halved: TimeRange | undefined;
  readonly second: SecondWindow;
  /** Of B, by cell. */
  readonly counts: GroupCounts;
  readonly count: WindowCount;
  readonly zones: ZoneCounts | undefined;
  /** Of B, by mark of the last view; the arrays are filled again for each window. */
  readonly marks: MarkCounts | undefined;
  /** By area. */
  readonly areas: readonly WindowCount[];
  readonly hasRates: boolean;

  constructor(
    shown: Shown,
    { timeline, playback, afterPainting }: Omit<ComparedPage, 'shown'>,
    choice: PeriodChoice,
  ) {
    this.#shown = shown;
    this.#timeline = timeline;
    this.#playback = playback;
    this.#choice = choice;
    this.second = new SecondWindow(timeline, choice, afterPainting);
    this.counts = $derived(countCells(shown.cells, this.window));
    this.count = $derived.by(() => {
      const { cells, isOn } = shown;
      return shown.withHalts(
        totalsOf(cells, this.counts, isOn),
        totalsOf(cells, this.counts, isOn, (cell) => cells.effectClass[cell] === HALT),
      );
    });
    this.zones = $derived(
      shown.zones &&
        zoneCountsOf(
          shown.cells,
          this.counts,
          shown.queries.counted.people,
          this.window,
          shown.isOn,
        ),
    );
    const counter = $derived(
      shown.view &&
        new MarkCounter(
          shown.view.view,
          shown.data.layers.map(({ styleIndex }) => styleIndex),
          shown.hasOutcomes,
        ),
    );
    this.marks = $derived(counter && { ...counter.count(this.window, shown.isOn) });
    const areaCounts = $derived(countCells(shown.areaCells, this.window));
    this.areas = $derived.by(() => {
      const { areaNames } = shown.data;
      const { all, halts } = areaCountsOf(
        shown.areaCells,
        areaCounts,
        shown.isOn,
        areaNames.length,
      );
      return areaNames.map((_, area) => shown.withHalts(at(all, area), at(halts, area)));
    });
    this.hasRates = $derived(needRates(timeline.span, this.window));
  }

  /** Suggests two periods of equal length; a window on all dates leaves no other, so it becomes the later half of them. */
  begin(): void {
    const timeline = this.#timeline;
    this.#playback.pause();
    this.#halved = undefined;
    if (timeline.isWhole && timeline.mode === 'window') {
      timeline.show(laterHalf(timeline.limits));
      this.#halved = timeline.window;
    }
    this.#choice.choose('previous');
  }

  /** Shows one period again; all dates where it began with all and the reader has not moved the window. */
  end(): void {
    const timeline = this.#timeline;
    if (this.#halved && this.#halved === timeline.window) timeline.showAll();
    this.#halved = undefined;
    this.#choice.choose(undefined);
  }

  /** Period B. */
  get window(): TimeRange {
    return this.second.span;
  }

  /** In the order of the letters, as everywhere. */
  get periods(): readonly ComparedSide[] {
    const side = (
      letter: 'A' | 'B',
      window: TimeRange,
      zones: ZoneCounts | undefined,
    ): ComparedSide => ({
      letter,
      name: words.compare.period(letter, window, this.#shown.hasYears),
      window,
      zones,
    });
    return [side('A', this.#timeline.span, this.#shown.zones), side('B', this.window, this.zones)];
  }

  /** The counts of both periods, with their dates, as the sentence of the page. */
  get sentence(): string {
    const { hasYears, count } = this.#shown;
    return words.compare.sentence(
      { count, window: this.#timeline.span },
      { count: this.count, window: this.window },
      hasYears,
    );
  }

  /** What of the periods is counted in both; empty where they do not overlap. */
  get inBoth(): string {
    return words.compare.inBoth(this.#timeline.span, this.window, this.#shown.hasYears);
  }

  /** On paper, with a link and in a saved file. */
  get note(): string {
    return words.compare.withPeriods(this.#timeline.span, this.window);
  }

  /** The people of both periods, where the data say any. */
  get tolls(): string | undefined {
    const { people, isOn, queries } = this.#shown;
    const { people: rows } = queries.counted;
    if (!people || !rows) return undefined;
    const sum = (field: 'killed' | 'injured'): PeopleSum =>
      sumPeople(rows, field, this.window, isOn);
    const tolls = {
      A: words.figures.toll(people.killed, people.injured),
      B: words.figures.toll(sum('killed'), sum('injured')),
    };
    return this.periods.map(({ letter }) => words.compare.toll(letter, tolls[letter])).join(' ');
  }

  /** What differs between them. */
  get difference(): string {
    return this.differenceOf(this.#shown.count, this.count);
  }

  /** The same in one line, where a small screen has folded the rest. */
  get short(): string {
    return words.compare.short(...this.#pair(this.#shown.count, this.count));
  }

  differenceOf(a: WindowCount, b: WindowCount): string {
    return words.compare.difference(...this.#pair(a, b), this.#shown.hasYears);
  }

  /** Two counts of the same thing, each with its letter. */
  both(a: WindowCount, b: WindowCount): string {
    return words.compare.both(...this.#pair(a, b));
  }

  /** A count of B. */
  ofSecond(b: WindowCount): string {
    return words.compare.lettered('B', { count: b, window: this.window }, this.hasRates);
  }
  /** A count of A, while the two are compared. */
  ofFirst(a: WindowCount): string {
    return words.compare.lettered('A', { count: a, window: this.#timeline.span }, this.hasRates);
  }

  #pair(a: WindowCount, b: WindowCount) {
    return [
      { count: a, window: this.#timeline.span },
      { count: b, window: this.window },
      this.hasRates,
    ] as const;
  }

  /** The count of B in a mark of the map. */
  markCount(mark: number): WindowCount {
    const { marks } = this;
    if (!marks) return { certain: 0, possible: 0, halts: undefined };
    return this.#shown.withHalts(at(marks.marks, mark), marks.haltsOf(mark));
  }
}
