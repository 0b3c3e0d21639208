import { radiusOf } from '../../core/layout/mark-radius.ts';
import {
  CHOSEN_RING,
  formOf,
  halfNumberSize,
  lozengeOf,
  MARK_FORMS,
  numberSize,
  possibleRadius,
  reachOf,
  ringWidth,
  writePartEnds,
} from '../../core/model/mark-shape.ts';
import { toMercator, WORLD_PIXELS } from '../../core/place/mercator.ts';
import { lozengeSide, type PlacedMarks } from './lozenge-side.ts';

/*
 * Numbers of one instance, four to a texel that the shaders read:
 * x, y, kind, reach | stroke (of a lozenge: its distance, negative on the left), text, more text, font size | ends of parts.
 */
export const NUMBERS = 16;
/** Instances in a line of the texture. */
export const LINE = 128;
const KIND = 2;
const STROKE = 4;
const TEXT = 5;
const ENDS = 8;

/** Kinds of instances after the forms of marks: other things that are drawn with a mark. */
export const CHOSEN = MARK_FORMS.length;
export const POSSIBLE = CHOSEN + 1;
export const LOZENGE = CHOSEN + 2;
export const OPEN_LOZENGE = CHOSEN + 3;
/** A mark has at most its line of what is possible, itself and its lozenge; a split one has each twice. */
const MAX_OF_MARK = 3;

/** Added to a kind that only half of is drawn: of the first window on the left, of the second on the right. */
export const LEFT_HALF = 16;
export const RIGHT_HALF = 32;
type Side = 0 | typeof LEFT_HALF | typeof RIGHT_HALF;

const GLYPHS_OF_NUMBER = 4;
const BITS = 5;
/** Texts of counts that are remembered. */
const KEPT_TEXTS = 20_000;

/** The characters of numbers: what each is called, and how wide it is in font sizes. */
export type NumberGlyphs = {
  readonly numberOf: (character: string) => number;
  readonly advanceOf: (glyph: number) => number;
};

/** What of a view is drawn. */
type DrawnView = {
  readonly zoom: number;
  readonly radiusOfOne: number;
  readonly marks: {
    readonly length: number;
    readonly lon: Float64Array;
    readonly lat: Float64Array;
    /** All incidents of each, in any window. */
    readonly count: Uint32Array;
  };
};

/** What of the counts of a window is drawn; by mark. */
export type DrawnCounts = {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
  /** By mark and look, `looks` of each mark: what is certainly in the window. */
  readonly byLook: Uint32Array;
  readonly looks: number;
  /** Position in `EFFECT_CLASSES` of all that is certainly in the window, or beyond if they differ. */
  readonly effects: Uint8Array;
  /** 0: no deaths; 1: perhaps; 2: some. */
  readonly deaths: Uint8Array;
};

/** The place of what is open, and the radius of what is drawn there. */
export type Chosen = { readonly lon: number; readonly lat: number; readonly radius: number };

type NumberText = {
  readonly packed: readonly [number, number];
  readonly length: number;
  readonly width: number;
};

/** The marks as numbers for the graphics card: filled for each window, allocated for each view. */
export class Instances {
  data = new Float32Array(0);
  /** How many instances are drawn, in their order. */
  length = 0;
  /** How many of them are under the numbers; the others, the ring and lozenges, are over those of all marks. */
  marksEnd = 0;
  /** How many of them have a number: their positions are in `data` after the last instance. */
  numbered = 0;
  /** The most characters that a number has. */
  characters = 0;
  /** Positions are relative to this one, so that they are exact in 32 bits. Mercator, 0 to 1. */
  origin = { x: 0.5, y: 0.5 };
  #positions = new Float32Array(0);
  #numbered = new Uint32Array(0);
  /** The sides of lozenges that were drawn in this view, see `lozengeSide`; 0: not known yet. */
  #sides = new Int8Array(0);
  readonly #glyphs: NumberGlyphs;
  readonly #textOf: (count: number) => string;
  readonly #texts = new Map<number, NumberText>();

  constructor(glyphs: NumberGlyphs, textOf: (count: number) => string) {
    this.#glyphs = glyphs;
    this.#textOf = textOf;
  }

  /** `around`: a position near to what is seen. */
  place({ marks }: DrawnView, around: { readonly lng: number; readonly lat: number }): void {
    this.#reserve(marks.length);
    this.origin = toMercator(around.lng, around.lat);
    this.#positions = new Float32Array(2 * marks.length);
    this.#sides = new Int8Array(marks.length);
    for (let mark = 0; mark < marks.length; mark++) {
      const { x, y } = toMercator(marks.lon[mark] ?? 0, marks.lat[mark] ?? 0);
      this.#positions[2 * mark] = x - this.origin.x;
      this.#positions[2 * mark + 1] = y - this.origin.y;
    }
  }

  /** `parts`: marks, or halves of marks. */
  #reserve(parts: number): void {
    const needed = (MAX_OF_MARK * parts + 1) * NUMBERS + parts;
    const inLine = LINE * NUMBERS;
    if (this.data.length < needed)
      this.data = new Float32Array(Math.ceil(needed / inLine) * inLine);
    if (this.#numbered.length < parts) this.#numbered = new Uint32Array(parts);
  }

  /**
   * `order`: the looks of parts, as in the legend. `chosen`: what gets a ring, over all marks. `second`: counts of
   * a second window, which split each mark.
   */
  fill(
    view: DrawnView,
    counts: DrawnCounts,
    order: readonly number[],
    chosen: Chosen | undefined,
    second?: DrawnCounts,
  ): void {
    if (second) this.#reserve(2 * view.marks.length);
    this.length = 0;
    this.numbered = 0;
    this.characters = 0;
    for (let mark = 0; mark < view.marks.length; mark++) {
      this.#addMark(mark, view, counts, order, second ? LEFT_HALF : 0);
      if (second) this.#addMark(mark, view, second, order, RIGHT_HALF);
    }
    this.marksEnd = this.length;
    if (chosen && chosen.radius > 0) {
      const { x, y } = toMercator(chosen.lon, chosen.lat);
      this.#add(CHOSEN, x - this.origin.x, y - this.origin.y, chosen.radius + CHOSEN_RING.gap, 0);
    }
    // After all marks and the ring, so that none of them and no number of a neighbour covers a lozenge.
    for (let mark = 0; mark < view.marks.length; mark++) {
      this.#addLozenge(mark, view, counts, second ? LEFT_HALF : 0);
      if (second) this.#addLozenge(mark, view, second, RIGHT_HALF);
    }
    this.data.set(this.#numbered.subarray(0, this.numbered), this.length * NUMBERS);
  }

  /** Adds an instance and returns where its numbers begin. */
  #add(kind: number, x: number, y: number, reach: number, stroke: number): number {
    const at = this.length * NUMBERS;
    const { data } = this;
    data.fill(0, at, at + NUMBERS);
    data[at] = x;
    data[at + 1] = y;
    data[at + KIND] = kind;
    data[at + KIND + 1] = reach;
    data[at + STROKE] = stroke;
    this.length++;
    return at;
  }

  #addMark(
    mark: number,
    view: DrawnView,
    counts: DrawnCounts,
    order: readonly number[],
    half: Side,
  ): void {
    const certain = counts.certain[mark] as number;
    const possible = counts.possible[mark] as number;
    if (certain + possible === 0) return;
    const x = this.#positions[2 * mark] as number;
    const y = this.#positions[2 * mark + 1] as number;
    const { radiusOfOne, zoom } = view;
    const form = formOf(certain, counts.effects[mark] as number);
    const radius = radiusOf(certain, radiusOfOne);
    if (possible > 0) {
      const all = possibleRadius(form, radius, radiusOf(certain + possible, radiusOfOne));
      const line = this.#add(POSSIBLE + half, x, y, all, 0);
      if (certain === 0) this.#write(line, '?', all, zoom, half);
    }
    if (certain === 0) return;
    const width = ringWidth(form, radius, zoom);
    const reach = reachOf(form, radius);
    const at = this.#add(MARK_FORMS.indexOf(form) + half, x, y, reach, width);
    if (certain > 1) this.#write(at, certain, reach - width, zoom, half);
    writePartEnds(
      { form, radius, zoom },
      { counts: counts.byLook, first: mark * counts.looks, looks: counts.looks },
      order,
      this.data,
      at + ENDS,
    );
  }

  #addLozenge(mark: number, view: DrawnView, counts: DrawnCounts, half: Side): void {
    const certain = counts.certain[mark] as number;
    const deaths = counts.deaths[mark] as number;
    if (certain === 0 || deaths === 0) return;
    const x = this.#positions[2 * mark] as number;
    const y = this.#positions[2 * mark + 1] as number;
    const form = formOf(certain, counts.effects[mark] as number);
    const lozenge = lozengeOf(form, radiusOf(certain, view.radiusOfOne));
    const side =
      half === 0
        ? (this.#sides[mark] ||= lozengeSide(mark, lozenge, this.#placed(view)))
        : half === LEFT_HALF
          ? -1
          : 1;
    this.#add(deaths === 1 ? OPEN_LOZENGE : LOZENGE, x, y, lozenge.half, side * lozenge.at);
  }

  /** The marks in pixels. */
  #placed({ marks, zoom, radiusOfOne }: DrawnView): PlacedMarks {
    const pixels = WORLD_PIXELS * 2 ** zoom;
    const axis = (first: 0 | 1): Float32Array =>
      Float32Array.from(
        { length: marks.length },
        (_, mark) => (this.#positions[2 * mark + first] ?? 0) * pixels,
      );
    return { length: marks.length, x: axis(0), y: axis(1), count: marks.count, radiusOfOne };
  }

  #write(at: number, what: number | '?', core: number, zoom: number, half: Side): void {
    const { packed, length, width } = this.#textFor(what);
    const size = (half === 0 ? numberSize : halfNumberSize)(core, length, width, zoom);
    if (size === 0) return;
    this.data[at + TEXT] = packed[0];
    this.data[at + TEXT + 1] = packed[1];
    this.data[at + TEXT + 2] = size;
    this.#numbered[this.numbered++] = at / NUMBERS;
    this.characters = Math.max(this.characters, length);
  }

  #textFor(what: number | '?'): NumberText {
    const key = what === '?' ? 0 : what;
    const kept = this.#texts.get(key);
    if (kept) return kept;
    const glyphs = Array.from(what === '?' ? what : this.#textOf(what), (character) =>
      this.#glyphs.numberOf(character),
    );
    const pack = (from: number): number =>
      glyphs
        .slice(from, from + GLYPHS_OF_NUMBER)
        .reduce((bits, glyph, i) => bits | (glyph << (i * BITS)), 0);
    const text: NumberText = {
      packed: [pack(0), pack(GLYPHS_OF_NUMBER)],
      length: glyphs.length,
      width: glyphs.reduce((sum, glyph) => sum + this.#glyphs.advanceOf(glyph), 0),
    };
    if (this.#texts.size >= KEPT_TEXTS) this.#texts.clear();
    this.#texts.set(key, text);
    return text;
  }
}
