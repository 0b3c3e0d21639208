/** Opening a record outside the window moves the window to it; nothing else does. */
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { isoText, minuteOf } from '../../../src/core/time/minute.ts';
import { BrowserUrlBar } from '../../../src/io/url-bar.ts';
import type { AppState } from '../../../src/state/app-state.svelte.ts';
import { FakeWindow } from '../io/fake-window.ts';
import { openPage, readEntry } from './open-page.ts';

/** On 28 February, at 22:24 on 9 March, and on 14 March. */
const HALT = '2026-02-28-khor-mor-production-halt';
const CONSULATE = '2026-03-09-erbil-uae-consulate';
const LATER = '2026-03-14-erbil-uae-consulate-second';
/** 28 February to 4 March. */
const SERIES = 'ap-2026-03-04-us-bases';

const days = (first: number, last: number) => ({
  from: minuteOf(2026, 3, first),
  to: minuteOf(2026, 3, last + 1),
});

async function page(query = '') {
  const window = new FakeWindow(query);
  const addressBar = await BrowserUrlBar.open(window);
  const app = await openPage('', { addressBar });
  flushSync();
  const open = async (id: string): Promise<void> => {
    await app.selection.openWithId(id);
    flushSync();
  };
  const travel = async (steps: number): Promise<void> => {
    await window.go(steps);
    await readEntry(addressBar);
    flushSync();
  };
  return { window, app, open, travel };
}

const shownDays = ({ timeline: { span } }: AppState): string =>
  [span.from, span.to].map(isoText).join(' ');

describe('`OpeningWindow`', () => {
  it('moves to a record that is opened outside the window, with one stop for Back', async () => {
    const { app, window, open, travel } = await page();
    app.timeline.show(days(1, 2));
    flushSync();
    const { length } = window;
    await open(CONSULATE);
    expect(shownDays(app)).toBe('2026-03-08 2026-03-10');
    expect(app.openingWindow.before).toEqual(days(1, 2));
    expect(window.length).toBe(length + 1);
    await travel(-1);
    expect(app.timeline.span).toEqual(days(1, 2));
    expect(app.panel.showing).toBe('nothing');
    await travel(1);
    expect(shownDays(app)).toBe('2026-03-08 2026-03-10');
    expect(app.panel.state.incident).toBe(CONSULATE);
  });

  it('goes back to the window that the reader chose, also from the second of two records', async () => {
    const { app, open } = await page();
    app.timeline.show(days(1, 2));
    await open(CONSULATE);
    await open(LATER);
    expect(shownDays(app)).toBe('2026-03-13 2026-03-15');
    expect(app.openingWindow.before).toEqual(days(1, 2));
    app.openingWindow.goBack();
    expect(app.timeline.span).toEqual(days(1, 2));
    expect(app.openingWindow.before).toBeUndefined();
    expect(app.panel.state.incident).toBe(LATER);
  });

  it('says nothing of it any more once the reader has moved the window', async () => {
    const { app, open } = await page();
    app.timeline.show(days(1, 2));
    await open(CONSULATE);
    app.timeline.step(1);
    expect(app.openingWindow.before).toBeUndefined();
    expect(shownDays(app)).toBe('2026-03-10 2026-03-12');
    expect(app.panel.state.incident).toBe(CONSULATE);
    app.timeline.step(-1);
    expect(shownDays(app)).toBe('2026-03-08 2026-03-10');
    expect(app.openingWindow.before).toBeUndefined();
  });

  it('moves the end alone when cumulative, and stops the clock', async () => {
    const { app, open } = await page();
    app.timeline.choose('cumulative');
    app.timeline.show(days(1, 2));
    app.playback.play();
    await open(CONSULATE);
    expect(app.playback.isPlaying).toBe(false);
    expect(shownDays(app)).toBe('2026-02-28 2026-03-10');
    expect(app.openingWindow.before).toEqual({ from: minuteOf(2026, 2, 28), to: days(1, 2).to });
  });

  it('stays for a series that overlaps the window, and moves to one that does not', async () => {
    const { app, open } = await page();
    app.timeline.show(days(3, 6));
    await open(SERIES);
    expect(app.timeline.span).toEqual(days(3, 6));
    app.timeline.show(days(8, 9));
    await open(SERIES);
    expect(shownDays(app)).toBe('2026-02-28 2026-03-05');
  });

  it('moves for a link whose window leaves its record out, and goes back to that of the link', async () => {
    const { app, window } = await page(`?from=2026-03-03&to=2026-03-05&id=${CONSULATE}`);
    expect(shownDays(app)).toBe('2026-03-08 2026-03-10');
    expect(app.openingWindow.before).toEqual(days(3, 4));
    expect(window.length).toBe(1);
    app.openingWindow.goBack();
    flushSync();
    expect(window.query).toContain('from=2026-03-03&to=2026-03-05');
  });

  it('finds the group of such a link at the time of its record', async () => {
    const group = `group=mark:11:${HALT}`;
    const { app } = await page(`?from=2026-03-17&to=2026-03-18&${group}&id=${HALT}`);
    expect(shownDays(app)).toBe('2026-02-28 2026-03-01');
    expect(app.panel.state.group).toMatchObject({ kind: 'mark', incident: HALT });
  });

  it('stays where Back finds a record that the reader had left outside the window', async () => {
    const { app, open, travel } = await page();
    await open(CONSULATE);
    app.timeline.show(days(1, 2));
    flushSync();
    await open(HALT);
    await travel(-1);
    expect(app.panel.state.incident).toBe(CONSULATE);
    expect(app.timeline.span).toEqual(days(1, 2));
    expect(app.openingWindow.before).toBeUndefined();
  });

  it('adds no stop for a record that is read on to', async () => {
    const { app, window, open } = await page();
    app.timeline.show(days(1, 2));
    await open(HALT);
    const { length } = window;
    const next = await app.shown?.records.find({ id: CONSULATE, dataset: undefined });
    await app.selection.readOn(next?.row ?? expect.unreachable());
    flushSync();
    expect(app.panel.state.incident).toBe(CONSULATE);
    expect(shownDays(app)).toBe('2026-03-08 2026-03-10');
    expect(window.length).toBe(length);
  });
});
