import type { TimeRange } from '../time/time-range.ts';
import type { MarkView } from './mark-view.ts';
import { countGroup, newCounts, type GroupCounts } from './interval-index.ts';

/** Counts of a window by mark, and by ring what is certainly in it. The same arrays at every call. */
export type MarkCounts = {
  readonly marks: GroupCounts;
  readonly rings: Uint32Array;
  /** What a mark has in the window, possibly or certainly, in the order of the legend. */
  readonly layersOf: (mark: number) => readonly number[];
};

/** Both counts of a group as one number: equal numbers mean that neither has changed. */
export const countKey = (counts: GroupCounts, group: number): number =>
  (counts.certain[group] ?? 0) * 2 ** 26 + (counts.possible[group] ?? 0);

/** Counts the marks of a view window after window; allocates nothing once it is made. */
export class MarkCounter {
  readonly #view: MarkView;
  readonly #groups: GroupCounts;
  readonly #counts: MarkCounts;

  constructor(view: MarkView) {
    this.#view = view;
    this.#groups = newCounts(view.groups.spans.length);
    this.#counts = {
      marks: newCounts(view.marks.length),
      rings: new Uint32Array(view.rings.length),
      layersOf: (mark) => this.#layersOf(mark),
    };
  }

  #layersOf(mark: number): readonly number[] {
    const { marks, rings, groups } = this.#view;
    const layers = Array.from({ length: this.#view.layers }, () => 0);
    const first = rings.groups[marks.rings[mark] ?? 0] ?? 0;
    const end = rings.groups[marks.rings[mark + 1] ?? 0] ?? 0;
    for (let group = first; group < end; group++) {
      const own = (this.#groups.certain[group] ?? 0) + (this.#groups.possible[group] ?? 0);
      const layer = groups.layer[group] ?? 0;
      layers[layer] = (layers[layer] ?? 0) + own;
    }
    return layers;
  }

  /** `isOn`: one flag for each layer; the others count nothing. */
  count(window: TimeRange, isOn: Uint8Array): MarkCounts {
    const { marks, rings, groups } = this.#view;
    const { certain, possible } = this.#groups;
    for (let mark = 0; mark < marks.length; mark++) {
      let inMark = 0;
      let perhapsInMark = 0;
      const lastRing = marks.rings[mark + 1] as number;
      for (let ring = marks.rings[mark] as number; ring < lastRing; ring++) {
        let inRing = 0;
        const lastGroup = rings.groups[ring + 1] as number;
        for (let group = rings.groups[ring] as number; group < lastGroup; group++) {
          if (isOn[groups.layer[group] as number] !== 1) {
            certain[group] = 0;
            possible[group] = 0;
            continue;
          }
          countGroup(groups.spans, group, window, this.#groups);
          inRing += certain[group] as number;
          perhapsInMark += possible[group] as number;
        }
        this.#counts.rings[ring] = inRing;
        inMark += inRing;
      }
      this.#counts.marks.certain[mark] = inMark;
      this.#counts.marks.possible[mark] = perhapsInMark;
    }
    return this.#counts;
  }
}
