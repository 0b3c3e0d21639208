import { CATEGORIES, LOOKS, lookOf } from '../records/color-scheme.ts';
import { EFFECT_CLASSES } from '../records/incident.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { MarkView } from './mark-view.ts';
import type { Count } from './tally.ts';
import { countGroup, makePossible, newCounts, type GroupCounts } from './interval-index.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

const HIT = EFFECT_CLASSES.indexOf('hit');
const UNKNOWN = EFFECT_CLASSES.indexOf('unknown');

/** In place of an effect class: of several, or of nothing. One more than the last of `EFFECT_CLASSES`. */
export const SEVERAL_EFFECT_CLASSES = EFFECT_CLASSES.length;

/** Counts of a window by mark. The same arrays at every call. */
export type MarkCounts = {
  readonly marks: GroupCounts;
  /** What is certainly in the window, by look: of mark m and look l at `m * LOOKS + l`. */
  readonly looks: Uint32Array;
  /**
   * The effect class of all that is certainly in the window, or `SEVERAL_EFFECT_CLASSES`. Where nothing says any
   * outcome, what is not known is plain: as a hit.
   */
  readonly effects: Uint8Array;
  /** The most that is said of deaths in what is certainly in the window: position in `DEATHS`. */
  readonly deaths: Uint8Array;
  /** What a mark has in the window, possibly or certainly, in the order of the legend. */
  readonly layersOf: (mark: number) => readonly number[];
  /** The same by category of the scheme; none of `target`. */
  readonly categoriesOf: (mark: number) => readonly number[];
  /** The halts among `layersOf`. */
  readonly haltLayersOf: (mark: number) => readonly number[];
  /** How many of a mark are halts. */
  readonly haltsOf: (mark: number) => Count;
};

/** Both counts of a group as one number: equal numbers mean that neither has changed. */
export const countKey = (counts: GroupCounts, group: number): number =>
  (counts.certain[group] ?? 0) * 2 ** 26 + (counts.possible[group] ?? 0);

/** What is needed to count marks: those of a view, or others that are counted like them. */
export type CountedMarks = Pick<MarkView, 'layers' | 'groups'> & {
  readonly marks: Pick<MarkView['marks'], 'length' | 'groups'>;
};

/** Counts the marks of a view window after window; allocates nothing once it is made. */
export class MarkCounter {
  readonly #view: CountedMarks;
  readonly #groups: GroupCounts;
  /** The look of each group. */
  readonly #lookOf: Uint8Array;
  readonly #effectOfUnknown: number;
  readonly #counts: MarkCounts;

  /** `layerLooks`: the look of each layer; `hasOutcomes`: see `saysOutcomes`. */
  constructor(view: CountedMarks, layerLooks: readonly number[], hasOutcomes = true) {
    this.#effectOfUnknown = hasOutcomes ? UNKNOWN : HIT;
    const { scheme, layer, category } = view.groups;
    const categories = scheme === 'target' ? 0 : CATEGORIES[scheme].length;
    this.#view = view;
    this.#groups = newCounts(view.groups.spans.length);
    this.#lookOf = Uint8Array.from(layer, (own, group) =>
      lookOf(scheme, category[group] ?? 0, own, layerLooks),
    );
    this.#counts = {
      marks: newCounts(view.marks.length),
      looks: new Uint32Array(view.marks.length * LOOKS),
      effects: new Uint8Array(view.marks.length),
      deaths: new Uint8Array(view.marks.length),
      layersOf: (mark) => this.#sumsOf(mark, view.groups.layer, view.layers),
      haltLayersOf: (mark) =>
        this.#sumsOf(
          mark,
          view.groups.layer,
          view.layers,
          (group) => view.groups.effectClass[group] === HALT,
        ),
      categoriesOf: (mark) => this.#sumsOf(mark, view.groups.category, categories),
      haltsOf: (mark) => this.#haltsOf(mark),
    };
  }

  #sumsOf(
    mark: number,
    rowOf: Uint32Array | Uint8Array,
    rows: number,
    isCounted: (group: number) => boolean = () => true,
  ): readonly number[] {
    const { marks } = this.#view;
    const sums = Array.from({ length: rows }, () => 0);
    const end = marks.groups[mark + 1] ?? 0;
    for (let group = marks.groups[mark] ?? 0; group < end; group++) {
      if (!isCounted(group)) continue;
      const own = (this.#groups.certain[group] ?? 0) + (this.#groups.possible[group] ?? 0);
      const row = rowOf[group] ?? 0;
      sums[row] = (sums[row] ?? 0) + own;
    }
    return sums;
  }

  #haltsOf(mark: number): Count {
    const { marks, groups } = this.#view;
    let [certain, possible] = [0, 0];
    const end = marks.groups[mark + 1] ?? 0;
    for (let group = marks.groups[mark] ?? 0; group < end; group++) {
      if (groups.effectClass[group] !== HALT) continue;
      certain += this.#groups.certain[group] ?? 0;
      possible += this.#groups.possible[group] ?? 0;
    }
    return { certain, possible };
  }

  /** `isOn`: one flag for each layer; the others count nothing. */
  count(window: TimeRange, isOn: Uint8Array): MarkCounts {
    const { marks, groups } = this.#view;
    const { certain, possible } = this.#groups;
    const { looks, effects, deaths } = this.#counts;
    looks.fill(0);
    for (let mark = 0; mark < marks.length; mark++) {
      let inMark = 0;
      let perhapsInMark = 0;
      let effect = -1;
      let most = 0;
      const firstLook = mark * LOOKS;
      const end = marks.groups[mark + 1] as number;
      for (let group = marks.groups[mark] as number; group < end; group++) {
        if (isOn[groups.layer[group] as number] !== 1) {
          certain[group] = 0;
          possible[group] = 0;
          continue;
        }
        countGroup(groups.spans, group, window, this.#groups);
        if (groups.isPossible[group] === 1) makePossible(this.#groups, group);
        perhapsInMark += possible[group] as number;
        const own = certain[group] as number;
        if (own === 0) continue;
        inMark += own;
        const look = firstLook + (this.#lookOf[group] as number);
        looks[look] = (looks[look] as number) + own;
        const ofGroup = groups.effectClass[group] as number;
        effect = effect === -1 || effect === ofGroup ? ofGroup : SEVERAL_EFFECT_CLASSES;
        most = Math.max(most, groups.deaths[group] as number);
      }
      this.#counts.marks.certain[mark] = inMark;
      this.#counts.marks.possible[mark] = perhapsInMark;
      if (effect === UNKNOWN) effect = this.#effectOfUnknown;
      effects[mark] = effect === -1 ? SEVERAL_EFFECT_CLASSES : effect;
      deaths[mark] = most;
    }
    return this.#counts;
  }
}
