import { GRIPS, type Aimed, type Grip, type PlotGestures } from './plot-gestures.svelte.ts';

/** How far one notch or one pinch event may zoom, as a power of e. */
const MAX_ZOOM = 0.35;
/** A wheel, and two fingers on a trackpad, send longer ways than a pinch: pixels that zoom by e. */
const WHEEL_PIXELS = 400;
const PINCH_PIXELS = 100;

/** What the reader and the page want. */
export type PointerWishes = {
  /** Drags go by the columns of the axis; the Alt key does the other for a while. */
  readonly isSnapping: () => boolean;
  /** The page around the plot scrolls: the wheel is its own. */
  readonly isPageScrolled: () => boolean;
};

const gripOf = (target: EventTarget | null): Grip => {
  const held = target instanceof Element ? target.closest<HTMLElement>('[data-grip]') : null;
  return GRIPS.find((grip) => grip === held?.dataset['grip']) ?? 'ground';
};

const isOfSecond = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-second]') !== null;

const aimedAt = (target: EventTarget | null): Aimed | undefined => {
  if (!(target instanceof SVGElement)) return undefined;
  const { from, to, count, halt, possible } = target.dataset;
  if (from === undefined || to === undefined) return undefined;
  return {
    range: { from: Number(from), to: Number(to) },
    count: count === undefined ? undefined : Number(count),
    isHalt: halt !== undefined,
    isPossible: possible !== undefined,
  };
};

/** Listens on the plot and reports its gestures; for `{@attach}`. */
export const pointerInput =
  (gestures: PlotGestures, wishes: PointerWishes) =>
  (plot: HTMLElement): (() => void) => {
    const listening = new AbortController();
    const { signal } = listening;
    let start = 0;
    const xOf = (event: MouseEvent): number => event.clientX - start;
    const measure = (): void => {
      start = plot.getBoundingClientRect().left;
    };

    plot.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return;
        measure();
        plot.setPointerCapture(event.pointerId);
        const grip = event.shiftKey ? 'zoom' : gripOf(event.target);
        if (event.target instanceof HTMLElement && (grip === 'from' || grip === 'to'))
          event.target.focus();
        gestures.press(
          event.pointerId,
          xOf(event),
          grip,
          aimedAt(event.target),
          isOfSecond(event.target),
        );
      },
      { signal },
    );
    plot.addEventListener(
      'pointermove',
      (event) => {
        if (event.buttons === 0 && event.pointerType === 'mouse') {
          measure();
          gestures.hover(
            gripOf(event.target) === 'axis' ? undefined : xOf(event),
            aimedAt(event.target),
          );
        }
        gestures.move(event.pointerId, xOf(event), event.altKey === wishes.isSnapping());
      },
      { signal },
    );
    plot.addEventListener(
      'pointerup',
      (event) => {
        gestures.release(event.pointerId);
      },
      { signal },
    );
    for (const end of ['pointercancel', 'lostpointercapture'] as const)
      plot.addEventListener(
        end,
        (event) => {
          gestures.cancel(event.pointerId);
        },
        { signal },
      );
    plot.addEventListener(
      'pointerleave',
      () => {
        gestures.hover(undefined);
      },
      { signal },
    );
    plot.addEventListener(
      'dblclick',
      (event) => {
        // The plot has captured the presses, so it is the target of the click too.
        const at = document.elementFromPoint(event.clientX, event.clientY);
        if (gripOf(at) === 'axis') gestures.showHomeAxis();
      },
      { signal },
    );
    plot.addEventListener(
      'wheel',
      (event) => {
        const { ctrlKey, deltaX, deltaY } = event;
        const isSideways = event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
        if (!ctrlKey && !isSideways && wishes.isPageScrolled()) return;
        event.preventDefault();
        measure();
        const power = deltaY / (ctrlKey ? PINCH_PIXELS : WHEEL_PIXELS);
        if (isSideways && !ctrlKey) gestures.pan(deltaX || deltaY);
        else gestures.zoom(xOf(event), Math.exp(Math.min(Math.max(power, -MAX_ZOOM), MAX_ZOOM)));
      },
      { signal, passive: false },
    );
    return () => {
      listening.abort();
    };
  };
