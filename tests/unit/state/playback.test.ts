import { beforeEach, describe, expect, it } from 'vitest';
import { isoText, minuteOf } from '../../../src/core/time/minute.ts';
import { PACES, Playback } from '../../../src/state/playback.svelte.ts';
import { Timeline } from '../../../src/state/timeline.svelte.ts';
import { HandClock } from './hand-clock.ts';

const march = (day: number, hour = 0): number => minuteOf(2026, 3, day, hour);

let clock: HandClock;
let timeline: Timeline;
let playback: Playback;

beforeEach(() => {
  clock = new HandClock();
  timeline = new Timeline(clock);
  timeline.spanPeriod({ from: march(1), to: march(21) });
  playback = new Playback(timeline, clock);
});

describe('`Playback`', () => {
  it('does not start by itself', () => {
    clock.pass(60_000);
    expect(playback.isPlaying).toBe(false);
    expect(timeline.isWhole).toBe(true);
  });

  it.each([4, 2, 1] as const)('shows one window after another, each for %s s', (pace) => {
    timeline.show({ from: march(4), to: march(6) });
    playback.choosePace(pace);
    playback.play();
    clock.pass(1000 * pace - 1);
    expect(timeline.span.from).toBe(march(4));
    clock.pass(1);
    expect(timeline.span).toEqual({ from: march(6), to: march(8) });
  });

  it('skips no window if the pace changes or the axis is zoomed', () => {
    timeline.spanPeriod({ from: minuteOf(2023, 1, 20), to: minuteOf(2026, 6, 10) });
    expect(timeline.stepUnit).toBe('month');
    playback.play();
    const windows = [timeline.span];
    for (let second = 0; playback.isPlaying; second++) {
      playback.choosePace(second % 3 === 0 ? 1 : 2);
      timeline.zoomAxis(second % 5 < 2 ? 0.4 : 2, timeline.span.from);
      clock.pass(1000);
      if (timeline.span.from !== windows.at(-1)?.from) windows.push(timeline.span);
    }
    expect(windows.slice(0, 3).map(({ from, to }) => `${isoText(from)}/${isoText(to)}`)).toEqual([
      '2023-01-20/2023-02-01',
      '2023-02-01/2023-03-01',
      '2023-03-01/2023-04-01',
    ]);
    windows.slice(1).forEach(({ from }, i) => {
      expect(from).toBe(windows[i]?.to);
    });
    expect(windows).toHaveLength(42);
    expect(windows.at(-1)?.to).toBe(minuteOf(2026, 6, 10));
  });

  it('starts with the first day if the whole period was shown, and grows from there when cumulative', () => {
    playback.play();
    expect(timeline.span).toEqual({ from: march(1), to: march(2) });
    playback.pause();
    timeline.showAll();
    timeline.choose('cumulative');
    playback.play();
    expect(timeline.span).toEqual({ from: march(1), to: march(1, 1) });
    clock.pass(2000);
    expect(timeline.span).toEqual({ from: march(1), to: march(2) });
  });

  it('stops and settles at the end of the period', () => {
    timeline.show({ from: march(17), to: march(19) });
    playback.choosePace(1);
    playback.play();
    clock.pass(10_000);
    expect(playback.isPlaying).toBe(false);
    expect(timeline.isMoving).toBe(false);
    expect(timeline.span).toEqual({ from: march(19), to: march(21) });
  });

  it('pauses in a hidden tab', () => {
    timeline.show({ from: march(4), to: march(6) });
    playback.play();
    clock.pass(2500);
    clock.hide();
    const { span } = timeline;
    expect(span.from).toBe(march(6));
    clock.pass(10_000);
    expect(playback.isPlaying).toBe(false);
    expect(timeline.span).toEqual(span);
  });
});

describe('`Playback` that starts at the end of the period', () => {
  it('starts again with the first window of the same bins', () => {
    timeline.spanPeriod({ from: minuteOf(2026, 1, 1), to: minuteOf(2026, 4, 11) });
    timeline.step(-1);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 4, 6), to: minuteOf(2026, 4, 11) });
    playback.play();
    expect(timeline.span).toEqual({ from: minuteOf(2026, 1, 1), to: minuteOf(2026, 1, 5) });
    clock.pass(2000);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 1, 5), to: minuteOf(2026, 1, 12) });
  });

  it('starts with a whole day if the bars are hours', () => {
    timeline.zoomAxis(0.05, march(5));
    expect(timeline.unit).toBe('hour');
    playback.play();
    expect(timeline.span).toEqual({ from: march(1), to: march(2) });
  });
});

describe('`Playback` with reduced motion', () => {
  it('shows each window for at least a second', () => {
    expect(Math.min(...PACES)).toBeGreaterThanOrEqual(1);
  });
});
