import type { RecordList } from '../../core/index/record-list.ts';
import { DAY } from '../../core/time/minute.ts';

/** How high each kind of line is, in CSS pixels at a text size of 16. */
export type LineHeights = {
  readonly card: number;
  /** The heading of one day: one line. */
  readonly day: number;
  /** The heading of a stretch of days, which says so on a line of its own. */
  readonly stretch: number;
  /** The heading of series or totals, and the note below it. */
  readonly apart: number;
};

export const LINE_HEIGHTS: LineHeights = { card: 92, day: 33, stretch: 50, apart: 88 };

/** The same lines for a reader whose text is larger or smaller. */
export const scaledHeights = (scale: number): LineHeights => ({
  card: Math.round(LINE_HEIGHTS.card * scale),
  day: Math.round(LINE_HEIGHTS.day * scale),
  stretch: Math.round(LINE_HEIGHTS.stretch * scale),
  apart: Math.round(LINE_HEIGHTS.apart * scale),
});

export type SectionKind = 'day' | 'stretch' | 'series' | 'totals';

/** Series and totals are separate from the days, and below a note. */
export const isApart = (kind: SectionKind): kind is 'series' | 'totals' =>
  kind === 'series' || kind === 'totals';

/** A section as far as it is on view: its heading and some of its cards, without a gap. */
export type SectionPart = {
  readonly section: number;
  readonly kind: SectionKind;
  /** Where its heading belongs, just above the first of the cards. */
  readonly top: number;
  readonly height: number;
  /** Its cards' positions in the listing's rows; `end` is one after the last. */
  readonly first: number;
  readonly end: number;
};

/**
 * Where everything is in a list whose lines have fixed heights: sections one after the other, each
 * a heading and its cards. Costs one step a section to build, two binary searches to ask.
 */
export class ListLines {
  readonly height: number;
  readonly #heights: LineHeights;
  readonly #kinds: readonly SectionKind[];
  /** The top of each section's heading, and the list's end. */
  readonly #tops: Float64Array;
  /** The position in the listing's rows of each section's first card, and their number. */
  readonly #starts: Uint32Array;

  constructor(
    { days, incidents, series, totals }: RecordList,
    heights: LineHeights = LINE_HEIGHTS,
  ) {
    const kinds: SectionKind[] = [];
    const starts: number[] = [];
    for (let section = 0; section < days.length; section++) {
      const isOneDay = (days.to[section] ?? 0) - (days.from[section] ?? 0) === DAY;
      kinds.push(isOneDay ? 'day' : 'stretch');
      starts.push(days.start[section] ?? 0);
    }
    if (series > 0) {
      kinds.push('series');
      starts.push(incidents);
    }
    if (totals > 0) {
      kinds.push('totals');
      starts.push(incidents + series);
    }
    starts.push(incidents + series + totals);
    this.#heights = heights;
    this.#kinds = kinds;
    this.#starts = Uint32Array.from(starts);
    this.#tops = new Float64Array(starts.length);
    let top = 0;
    kinds.forEach((kind, section) => {
      this.#tops[section] = top;
      const cards = this.#startOf(section + 1) - this.#startOf(section);
      top += this.#headingHeight(kind) + cards * heights.card;
    });
    this.#tops[kinds.length] = top;
    this.height = top;
  }

  /** The section that an offset lies in; the first or last one beyond the ends. */
  sectionAt(offset: number): number {
    return lastAtMost(this.#tops, offset, this.#kinds.length);
  }

  /** Where the card of a position begins. */
  topOf(position: number): number {
    const section = lastAtMost(this.#starts, position, this.#kinds.length);
    return this.#cardsTop(section) + (position - this.#startOf(section)) * this.#heights.card;
  }

  /** What lies between two offsets; a section that has cards there brings its heading along. */
  between(from: number, to: number): readonly SectionPart[] {
    const parts: SectionPart[] = [];
    if (to <= Math.max(from, 0) || from >= this.height) return parts;
    const { card } = this.#heights;
    for (let section = this.sectionAt(from); section < this.#kinds.length; section++) {
      const kind = this.#kinds[section];
      if (kind === undefined || this.#topOf(section) >= to) break;
      const cardsTop = this.#cardsTop(section);
      const start = this.#startOf(section);
      const within = (cards: number): number =>
        Math.min(Math.max(start + cards, start), this.#startOf(section + 1));
      const first = within(Math.floor((from - cardsTop) / card));
      const end = within(Math.ceil((to - cardsTop) / card));
      const headingHeight = this.#headingHeight(kind);
      const top = cardsTop + (first - start) * card - headingHeight;
      parts.push({
        section,
        kind,
        top,
        height: headingHeight + (end - first) * card,
        first,
        end,
      });
    }
    return parts;
  }

  #topOf(section: number): number {
    return this.#tops[section] ?? this.height;
  }

  #startOf(section: number): number {
    return this.#starts[section] ?? 0;
  }

  #cardsTop(section: number): number {
    return this.#topOf(section) + this.#headingHeight(this.#kinds[section] ?? 'day');
  }

  #headingHeight(kind: SectionKind): number {
    return isApart(kind) ? this.#heights.apart : this.#heights[kind];
  }
}

/** The last of the first `length` places whose value is at most `value`, or the first place. */
function lastAtMost(values: ArrayLike<number>, value: number, length: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
