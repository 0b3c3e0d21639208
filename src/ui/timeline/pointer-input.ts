import { GRIPS, type Aimed, type Grip, type PlotGestures } from './plot-gestures.svelte.ts';

/** How far one notch or one pinch event may zoom, as a power of e. */
const MAX_ZOOM = 0.35;

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
  (gestures: PlotGestures) =>
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
        const grip = gripOf(event.target);
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
        gestures.move(event.pointerId, xOf(event), event.altKey);
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
        measure();
        gestures.chooseBin(xOf(event));
      },
      { signal },
    );
    plot.addEventListener(
      'wheel',
      (event) => {
        const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
        if (!event.ctrlKey && !isSideways) return;
        event.preventDefault();
        measure();
        const power = Math.min(Math.max(event.deltaY / 100, -MAX_ZOOM), MAX_ZOOM);
        if (event.ctrlKey) gestures.zoom(xOf(event), Math.exp(power));
        else gestures.pan(event.deltaX || event.deltaY);
      },
      { signal, passive: false },
    );
    return () => {
      listening.abort();
    };
  };
