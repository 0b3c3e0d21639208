import { beforeEach, describe, expect, it } from 'vitest';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { Playback } from '../../../src/state/playback.svelte.ts';
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

describe('playing', () => {
  it('waits to be asked', () => {
    clock.pass(60_000);
    expect(playback.isPlaying).toBe(false);
    expect(timeline.isWhole).toBe(true);
  });

  it.each([
    [6, 4000],
    [12, 2000],
    [24, 1000],
  ] as const)('steps a day at a time, at %s hours a second', (speed, milliseconds) => {
    timeline.show({ from: march(4), to: march(6) });
    playback.chooseSpeed(speed);
    playback.play();
    clock.pass(milliseconds - 1);
    expect(timeline.span.from).toBe(march(4));
    clock.pass(1);
    expect(timeline.span).toEqual({ from: march(5), to: march(7) });
  });

  it('stops only at edges of bins, wherever it is paused', () => {
    timeline.zoomAxis(0.05, march(5));
    expect(timeline.unit).toBe('hour');
    timeline.show({ from: march(4), to: march(5) });
    playback.chooseSpeed(24);
    playback.play();
    clock.pass(730);
    playback.pause();
    expect(timeline.span).toEqual({ from: march(4, 12), to: march(5, 12) });
  });

  it('plays the first day when all was open, and grows from nothing when cumulative', () => {
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

  it('stops at the end of the period, at rest', () => {
    timeline.show({ from: march(17), to: march(19) });
    playback.chooseSpeed(24);
    playback.play();
    clock.pass(10_000);
    expect(playback.isPlaying).toBe(false);
    expect(timeline.isMoving).toBe(false);
    expect(timeline.span).toEqual({ from: march(19), to: march(21) });
  });

  it('pauses in a hidden tab and moves no further', () => {
    timeline.show({ from: march(4), to: march(6) });
    playback.play();
    clock.pass(2500);
    clock.hide();
    const { span } = timeline;
    expect(span.from).toBe(march(5));
    clock.pass(10_000);
    expect(playback.isPlaying).toBe(false);
    expect(timeline.span).toEqual(span);
  });
});

describe('playing for a reader who prefers less motion', () => {
  beforeEach(() => {
    clock.isMotionReduced = true;
    timeline.show({ from: march(4), to: march(6) });
  });

  it('takes several bins in a step where they are short', () => {
    timeline.zoomAxis(0.05, march(5));
    expect(timeline.unit).toBe('hour');
    playback.chooseSpeed(24);
    playback.play();
    clock.pass(990);
    expect(timeline.span.from).toBe(march(4));
    clock.pass(20);
    expect(timeline.span.from).toBe(march(5));
  });

  it('does not wait longer than four seconds for a long bin', () => {
    timeline.spanPeriod({ from: march(1), to: march(1) + 200 * 24 * 60 });
    timeline.show({ from: march(2), to: march(9) });
    expect(timeline.unit).toBe('week');
    playback.chooseSpeed(6);
    playback.play();
    clock.pass(4000);
    expect(timeline.span).toEqual({ from: march(9), to: march(16) });
  });

  it('passes the same part of a long bin in a second as of a day', () => {
    timeline.spanPeriod({ from: march(1), to: march(1) + 200 * 24 * 60 });
    timeline.show({ from: march(2), to: march(9) });
    playback.chooseSpeed(24);
    playback.play();
    clock.pass(990);
    expect(timeline.span.from).toBe(march(2));
    clock.pass(20);
    expect(timeline.span.from).toBe(march(9));
  });

  it('stops at the end, when asked and when hidden', () => {
    playback.chooseSpeed(24);
    playback.play();
    clock.pass(60_000);
    expect(timeline.span.to).toBe(march(21));
    expect(playback.isPlaying).toBe(false);
    timeline.show({ from: march(4), to: march(6) });
    playback.play();
    clock.hide();
    clock.pass(60_000);
    expect(timeline.span.from).toBe(march(4));
  });
});
