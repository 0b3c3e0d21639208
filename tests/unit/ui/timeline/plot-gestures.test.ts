import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import type { ComparedPeriod } from '../../../../src/core/time/compared-period.ts';
import { Playback } from '../../../../src/state/playback.svelte.ts';
import { SecondWindow } from '../../../../src/state/second-window.svelte.ts';
import { Timeline } from '../../../../src/state/timeline.svelte.ts';
import { PlotGestures, type Grip } from '../../../../src/ui/timeline/plot-gestures.svelte.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';
import { HandClock } from '../../state/hand-clock.ts';

/** Twenty days of March, fifty pixels each. */
const FIRST = minuteOf(2026, 3, 1);
const PIXELS_A_DAY = 50;
const at = (day: number): number => (day - 1) * PIXELS_A_DAY;

let timeline: Timeline;
let playback: Playback;
let gestures: PlotGestures;

beforeEach(() => {
  const clock = new HandClock();
  timeline = new Timeline(clock);
  timeline.spanPeriod({ from: FIRST, to: FIRST + 20 * DAY });
  playback = new Playback(timeline, clock);
  gestures = new PlotGestures(timeline, playback, () => timeScale(timeline.axis, 1000));
});

const shown = (): string => `${isoText(timeline.span.from)}/${isoText(timeline.span.to)}`;
const show = (from: number, to: number): void => {
  timeline.show({ from: FIRST + (from - 1) * DAY, to: FIRST + (to - 1) * DAY });
};

function drag(grip: Grip, from: number, to: number, isFree = false): void {
  gestures.press(1, at(from), grip);
  gestures.move(1, (at(from) + at(to)) / 2, isFree);
  gestures.move(1, at(to), isFree);
  gestures.release(1);
}

describe('dragging with `PlotGestures`', () => {
  it('moves a thumb by bins, wherever it was pressed', () => {
    show(4, 9);
    drag('to', 9.4, 12.6);
    expect(shown()).toBe('2026-03-04/2026-03-12');
    expect(timeline.isMoving).toBe(false);
  });

  it('counts on every move, and is in motion until the thumb is released', () => {
    show(4, 9);
    gestures.press(1, at(9), 'to');
    gestures.move(1, at(7), false);
    expect(shown()).toBe('2026-03-04/2026-03-07');
    expect(timeline.isMoving).toBe(true);
    expect(gestures.grip).toBe('to');
    gestures.release(1);
    expect(timeline.isMoving).toBe(false);
    expect(gestures.grip).toBeUndefined();
  });

  it('stops a thumb one bin before the other, and at the ends of the period', () => {
    show(4, 9);
    drag('from', 4, 18);
    expect(shown()).toBe('2026-03-08/2026-03-09');
    drag('to', 9, 40);
    expect(shown()).toBe('2026-03-08/2026-03-21');
  });

  it('moves by minutes if a modifier key is pressed', () => {
    show(4, 9);
    drag('to', 9, 9.5, true);
    expect(shown()).toBe('2026-03-04/2026-03-09T12:00');
  });

  it('moves the window and keeps its length', () => {
    show(4, 9);
    drag('body', 6, 8.2);
    expect(shown()).toBe('2026-03-06/2026-03-11');
  });

  it('draws a new window outside the old one, or anywhere if the whole period was shown', () => {
    show(4, 9);
    drag('ground', 15.5, 12.5);
    expect(shown()).toBe('2026-03-12/2026-03-16');
    timeline.showAll();
    drag('body', 3.5, 5.5);
    expect(shown()).toBe('2026-03-03/2026-03-06');
  });

  it('moves the end alone when cumulative', () => {
    timeline.choose('cumulative');
    show(1, 9);
    drag('body', 5, 7);
    expect(shown()).toBe('2026-03-01/2026-03-11');
    drag('ground', 15, 17);
    expect(shown()).toBe('2026-03-01/2026-03-17');
  });

  it('pauses playback', () => {
    show(4, 9);
    playback.play();
    gestures.press(1, at(9), 'to');
    expect(playback.isPlaying).toBe(false);
  });
});

describe('clicking with `PlotGestures`', () => {
  const click = (grip: Grip, day: number): void => {
    gestures.press(1, at(day), grip);
    gestures.move(1, at(day) + 2, false);
    gestures.release(1);
  };

  it('selects the day under the pointer, outside and inside of the window, and if the whole period was shown', () => {
    show(4, 9);
    click('ground', 12.5);
    expect(shown()).toBe('2026-03-12/2026-03-13');
    show(4, 9);
    click('body', 6.5);
    expect(shown()).toBe('2026-03-06/2026-03-07');
    timeline.showAll();
    click('body', 1.2);
    expect(shown()).toBe('2026-03-01/2026-03-02');
    expect(timeline.isMoving).toBe(false);
  });

  it('selects the days of a span that is clicked, but drags from it as from anywhere', () => {
    const range = { from: FIRST + 9 * DAY, to: FIRST + 11 * DAY };
    const aimed = { range, count: undefined, isHalt: false, isPossible: false };
    gestures.press(1, at(11.5), 'ground', aimed);
    gestures.release(1);
    expect(shown()).toBe('2026-03-10/2026-03-12');
    gestures.press(1, at(14.5), 'ground', aimed);
    gestures.move(1, at(16.5), false);
    gestures.release(1);
    expect(shown()).toBe('2026-03-14/2026-03-17');
    gestures.hover(at(11), aimed);
    expect(gestures.hovered).toBe(aimed);
    gestures.hover(at(11));
    expect(gestures.hovered).toBeUndefined();
  });

  it('selects the same day on a double click', () => {
    timeline.showAll();
    click('body', 6.3);
    click('body', 6.3);
    expect(shown()).toBe('2026-03-06/2026-03-07');
  });

  it('ends the window with that day when cumulative', () => {
    timeline.choose('cumulative');
    show(1, 9);
    click('body', 5.5);
    expect(shown()).toBe('2026-03-01/2026-03-06');
    click('ground', 12.5);
    expect(shown()).toBe('2026-03-01/2026-03-13');
  });

  it('selects nothing on a thumb, on the axis, or with two fingers', () => {
    show(4, 9);
    for (const grip of ['from', 'to', 'axis'] as const) click(grip, 4);
    gestures.press(1, at(6), 'body');
    gestures.press(2, at(8), 'body');
    gestures.release(1);
    gestures.release(2);
    expect(shown()).toBe('2026-03-04/2026-03-09');
  });

  it('changes nothing if the browser cancels the press', () => {
    show(4, 9);
    gestures.press(1, at(12.5), 'ground');
    gestures.cancel(1);
    gestures.move(1, at(15), false);
    expect(shown()).toBe('2026-03-04/2026-03-09');
  });
});

describe('hovering with `PlotGestures`', () => {
  it('ends with a press, and does not return to the old place after a drag', () => {
    show(4, 9);
    for (const grip of ['from', 'to', 'body', 'ground', 'axis'] as const) {
      gestures.hover(at(6));
      expect(gestures.hoverX).toBe(at(6));
      drag(grip, 6, 8);
      expect(gestures.hoverX).toBeUndefined();
    }
  });
});

describe('the axis with `PlotGestures`', () => {
  it('zooms between two fingers and keeps the window', () => {
    show(4, 9);
    gestures.press(1, 400, 'ground');
    gestures.press(2, 600, 'body');
    gestures.move(1, 300, false);
    gestures.move(2, 700, false);
    gestures.release(1);
    gestures.release(2);
    const { from, to } = timeline.axis;
    expect(to - from).toBe(10 * DAY);
    expect(shown()).toBe('2026-03-04/2026-03-09');
  });

  it('keeps the same minute between two fingers', () => {
    timeline.zoomAxis(0.25, FIRST + 10 * DAY);
    const { axis } = timeline;
    gestures.press(1, 400, 'ground');
    gestures.press(2, 600, 'ground');
    gestures.move(1, 500, false);
    gestures.move(2, 700, false);
    expect(timeline.axis).toEqual({ from: axis.from - DAY / 2, to: axis.to - DAY / 2 });
  });

  it('pans with its labels, and keeps the minute under the pointer', () => {
    timeline.zoomAxis(0.5, FIRST + 10 * DAY);
    gestures.press(1, 600, 'axis');
    gestures.move(1, 500, false);
    gestures.move(1, 400, false);
    gestures.release(1);
    expect(timeline.axis.from).toBe(FIRST + 7 * DAY);
    expect(timeline.isWhole).toBe(true);
  });

  const axis = (): string => `${isoText(timeline.axis.from)}/${isoText(timeline.axis.to)}`;

  it('zooms to the days that are brushed, in either direction, and keeps the window', () => {
    show(4, 9);
    gestures.press(1, at(12.5), 'zoom');
    gestures.move(1, at(7.5), false);
    const days = { from: FIRST + 6 * DAY, to: FIRST + 12 * DAY };
    expect(gestures.brushed).toEqual(days);
    expect(timeline.isAxisWhole).toBe(true);
    gestures.release(1);
    expect(timeline.axis).toEqual(days);
    expect(gestures.brushed).toBeUndefined();
    expect(shown()).toBe('2026-03-04/2026-03-09');
  });

  it('zooms to the minutes that are brushed freely', () => {
    gestures.press(1, at(7.25), 'zoom');
    gestures.move(1, at(12.5), true);
    gestures.release(1);
    expect(axis()).toBe('2026-03-07T06:00/2026-03-12T12:00');
  });

  it('stays as it is after a press without a drag, a second finger or a cancelled brush', () => {
    const whole = axis();
    gestures.press(1, at(7), 'zoom');
    gestures.release(1);
    gestures.press(1, at(7), 'zoom');
    gestures.move(1, at(12), false);
    gestures.cancel(1);
    gestures.press(1, at(7), 'zoom');
    gestures.move(1, at(12), false);
    gestures.press(2, at(15), 'ground');
    gestures.release(1);
    gestures.release(2);
    expect(axis()).toBe(whole);
    expect(timeline.isWhole).toBe(true);
  });

  it('goes on playing while the axis is brushed', () => {
    show(4, 9);
    playback.play();
    drag('zoom', 4, 9);
    expect(playback.isPlaying).toBe(true);
    playback.pause();
  });
});

describe('two windows with `PlotGestures`', () => {
  it('drags the one that is pressed, and chooses a bin for it', () => {
    const choice: { chosen: ComparedPeriod | undefined } = { chosen: 'previous' };
    const second = new SecondWindow(
      timeline,
      {
        get chosen() {
          return choice.chosen;
        },
        choose: (chosen) => {
          choice.chosen = chosen;
        },
      },
      () => () => undefined,
    );
    const both = new PlotGestures(
      timeline,
      playback,
      () => timeScale(timeline.axis, 1000),
      () => second,
    );
    const pressAndMove = (grip: Grip, from: number, to: number): void => {
      both.press(1, at(from), grip, undefined, true);
      both.move(1, at(to), false);
    };
    const days = (): readonly number[] => {
      const { chosen } = choice;
      if (typeof chosen !== 'object') return [];
      return [chosen.from, chosen.to].map((minute) => (minute - FIRST) / DAY + 1);
    };
    show(10, 14);
    pressAndMove('from', 6, 3);
    expect(both.gripOn(second)).toBe('from');
    expect(both.gripOn(timeline)).toBeUndefined();
    both.release(1);
    expect(days()).toEqual([3, 10]);
    expect(shown()).toBe('2026-03-10/2026-03-14');
    both.press(1, at(12), 'ground');
    both.release(1);
    expect(shown()).toBe('2026-03-12/2026-03-13');
    expect(days()).toEqual([3, 10]);
  });
});
