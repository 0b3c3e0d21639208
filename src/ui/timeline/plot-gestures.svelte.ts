import { binAfter, binStart } from '../../core/time/bins.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { Playback } from '../../state/playback.svelte.ts';
import type { MovableWindow } from '../../state/second-window.svelte.ts';
import type { SpanEnd, Timeline } from '../../state/timeline.svelte.ts';
import { drawnAt, intoReach, reachOf, snapped, spanBetween } from './thumb-moves.ts';
import type { AxisScale } from './time-scale.ts';

/** What a pointer drags: a thumb, the window, the plot outside it, the axis, or a stretch to zoom to. */
export const GRIPS = ['from', 'to', 'body', 'ground', 'axis', 'zoom'] as const;
export type Grip = (typeof GRIPS)[number];

type Drag =
  | { readonly kind: 'end'; readonly end: SpanEnd; readonly offset: Minute }
  | { readonly kind: 'body'; readonly offset: Minute }
  | { readonly kind: 'fresh' | 'zoom'; readonly anchor: Minute }
  | { readonly kind: 'axis'; readonly last: number };

/** A span or a band that a pointer is on: its time, how many incidents it has, and what a span is. */
export type Aimed = {
  readonly range: TimeRange;
  /** Undefined for a span, which is one incident. */
  readonly count: number | undefined;
  readonly isHalt: boolean;
  /** A span that passes the filter only possibly. */
  readonly isPossible: boolean;
};

type Pointer = { readonly id: number; readonly x: number };

/** A shorter move is a click; in pixels. */
const STILL = 4;

/** Drags, clicks and pinches on the plot, in pixels from its start. */
export class PlotGestures {
  readonly #timeline: Timeline;
  readonly #playback: Playback;
  readonly #scale: () => AxisScale;
  readonly #second: () => MovableWindow | undefined;
  #pointers: readonly Pointer[] = [];
  #grip = $state.raw<Grip | undefined>();
  /** The window that is held, or was held last. */
  #held: MovableWindow;
  #brushed = $state.raw<TimeRange | undefined>();
  #hoverX = $state.raw<number | undefined>();
  #hovered = $state.raw<Aimed | undefined>();
  #aimed: Aimed | undefined;
  #drag: Drag | undefined;
  #start = 0;
  #hasMoved = false;

  /** `second`: the window that is compared with that of the timeline. */
  constructor(
    timeline: Timeline,
    playback: Playback,
    scale: () => AxisScale,
    second: () => MovableWindow | undefined = () => undefined,
  ) {
    this.#timeline = timeline;
    this.#held = timeline;
    this.#playback = playback;
    this.#scale = scale;
    this.#second = second;
  }

  /** What is held of a window. */
  gripOn(window: MovableWindow): Grip | undefined {
    return this.#held === window ? this.grip : undefined;
  }

  /** What is held now. */
  get grip(): Grip | undefined {
    return this.#grip;
  }

  /** What the axis zooms to when the pointer is released. */
  get brushed(): TimeRange | undefined {
    return this.#brushed;
  }

  /** Where a mouse rests that holds nothing. */
  get hoverX(): number | undefined {
    return this.#grip ? undefined : this.#hoverX;
  }

  /** The span or band under it. */
  get hovered(): Aimed | undefined {
    return this.#grip ? undefined : this.#hovered;
  }

  hover(x: number | undefined, aimed?: Aimed): void {
    this.#hoverX = x;
    this.#hovered = aimed;
  }

  /** `aimed`: the span or band that is pressed; a click on it chooses its time. `isSecond`: a part of the second window is. */
  press(pointer: number, x: number, grip: Grip, aimed?: Aimed, isSecond = false): void {
    this.#pointers = [...this.#pointers.filter(({ id }) => id !== pointer), { id: pointer, x }];
    if (this.#pointers.length > 1) {
      this.#letGo();
      return;
    }
    if (grip !== 'axis' && grip !== 'zoom') this.#playback.pause();
    // No move is reported as hovering while a button is down: the old place would be shown after it.
    this.hover(undefined);
    this.#aimed = aimed;
    this.#held = (isSecond ? this.#second() : undefined) ?? this.#timeline;
    this.#grip = grip;
    this.#drag = this.#begin(grip, x);
    this.#start = x;
    this.#hasMoved = false;
  }

  /** `isFree`: to the minute, not by bins. */
  move(pointer: number, x: number, isFree: boolean): void {
    const before = this.#pointers.find(({ id }) => id === pointer);
    if (!before) return;
    const other = this.#pointers.find(({ id }) => id !== pointer);
    this.#pointers = other ? [other, { id: pointer, x }] : [{ id: pointer, x }];
    if (other) {
      this.#pinch(other.x, before.x, x);
      return;
    }
    if (!this.#hasMoved && Math.abs(x - this.#start) < STILL) return;
    this.#hasMoved = true;
    this.#apply(x, isFree);
  }

  release(pointer: number): void {
    const isOnBars = this.#grip === 'ground' || this.#grip === 'body';
    if (this.#isDown(pointer) && isOnBars && !this.#hasMoved) {
      if (this.#aimed) this.#choose(this.#aimed.range);
      else this.#chooseBin(this.#start);
    }
    if (this.#isDown(pointer) && this.#brushed) this.#timeline.showOnAxis(this.#brushed);
    this.cancel(pointer);
  }

  cancel(pointer: number): void {
    if (!this.#isDown(pointer)) return;
    this.#pointers = this.#pointers.filter(({ id }) => id !== pointer);
    this.#letGo();
  }

  /** The window becomes the bin at a place. */
  #chooseBin(x: number): void {
    const { unit } = this.#timeline;
    const minute = this.#scale().minuteAt(x);
    this.#choose({ from: binStart(minute, unit), to: binAfter(minute, unit) });
  }

  #choose(range: TimeRange): void {
    this.#held.moveBoth(range);
    this.#held.rest();
  }

  showHomeAxis(): void {
    this.#timeline.showHomeAxis();
  }

  zoom(x: number, factor: number): void {
    this.#timeline.zoomAxis(factor, this.#scale().minuteAt(x));
  }

  /** Shows what lies `pixels` further on. */
  pan(pixels: number): void {
    const scale = this.#scale();
    this.#timeline.panAxis(scale.minuteAt(pixels) - scale.axis.from);
  }

  #isDown(pointer: number): boolean {
    return this.#pointers.some(({ id }) => id === pointer);
  }

  #begin(grip: Grip, x: number): Drag {
    const { span, mode, isWhole } = this.#held;
    const { axis } = this.#timeline;
    const minute = this.#scale().minuteAt(x);
    if (grip === 'axis') return { kind: 'axis', last: x };
    if (grip === 'zoom') return { kind: 'zoom', anchor: minute };
    if (grip === 'from' || grip === 'to')
      return { kind: 'end', end: grip, offset: drawnAt(span[grip], axis) - minute };
    if (mode === 'cumulative')
      return {
        kind: 'end',
        end: 'to',
        offset: grip === 'body' ? drawnAt(span.to, axis) - minute : 0,
      };
    return grip === 'body' && !isWhole
      ? { kind: 'body', offset: span.from - minute }
      : { kind: 'fresh', anchor: minute };
  }

  #apply(x: number, isFree: boolean): void {
    const held = this.#held;
    const { unit, limits } = this.#timeline;
    const drag = this.#drag;
    const minute = this.#scale().minuteAt(Math.min(Math.max(x, 0), this.#scale().width));
    switch (drag?.kind) {
      case 'end': {
        const to = snapped(minute + drag.offset, unit, isFree);
        held.moveEnd(drag.end, intoReach(to, reachOf(drag.end, held.span, limits, unit, isFree)));
        break;
      }
      case 'body':
        held.moveTo(snapped(minute + drag.offset, unit, isFree));
        break;
      case 'fresh':
        held.moveBoth(spanBetween(drag.anchor, minute, unit, isFree));
        break;
      case 'zoom':
        this.#brushed = spanBetween(drag.anchor, minute, unit, isFree);
        break;
      case 'axis':
        this.pan(drag.last - x);
        this.#drag = { kind: 'axis', last: x };
        break;
      case undefined:
        break;
    }
  }

  #pinch(other: number, before: number, x: number): void {
    const apart = Math.max(Math.abs(x - other), 1);
    this.pan((before - x) / 2);
    this.zoom((x + other) / 2, Math.max(Math.abs(before - other), 1) / apart);
  }

  #letGo(): void {
    if (this.#hasMoved && this.#grip !== 'axis') this.#held.rest();
    this.#drag = undefined;
    this.#grip = undefined;
    this.#brushed = undefined;
    this.#hasMoved = false;
  }
}
