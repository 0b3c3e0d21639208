/** Made-up files after public reports about other tools: what the timeline makes of them. */
import { EMPTY_FILTER } from '../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import { recordedAt } from '../../../src/core/records/contents.ts';
import { timelineColumns } from '../../../src/core/index/timeline-columns.ts';
import { partCounts, slotOf } from '../../../src/core/index/timeline-slots.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { isoText, minuteOf } from '../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../src/core/time/time-range.ts';
import { Playback } from '../../../src/state/playback.svelte.ts';
import { Timeline } from '../../../src/state/timeline.svelte.ts';
import { axisTicks, timeScale } from '../../../src/ui/timeline/time-scale.ts';
import { indexOf, listOf, totalsIn } from '../core/index/views.ts';
import { HandClock } from '../state/hand-clock.ts';
import { fixtureBytes, openFile } from './import-file.ts';

async function opened(name: string) {
  const file = await openFile(name, fixtureBytes(`reported/${name}`));
  if (file.kind === 'fault') throw new Error(file.fault.kind);
  const { table } = file.dataset;
  const { cells, fits } = await indexOf([table]).counts(
    EMPTY_FILTER,
    'target',
    undefined,
    UNINTERRUPTED,
  );
  const allOn = new Uint8Array(table.layers.length).fill(1);
  const clock = new HandClock();
  const timeline = new Timeline(clock);
  timeline.spanPeriod(table.period);
  const titles = async (window: TimeRange): Promise<readonly string[]> =>
    [...(await listOf([table], window)).rows].map((row) => {
      const recorded = recordedAt(table, row);
      return recorded?.title ?? '';
    });
  const certain = (window: TimeRange): number => totalsIn(cells, window, allOn).certain;
  return { table, cells, fits, allOn, clock, timeline, titles, certain };
}

/** Windows of the buttons, in the order in which they are seen. */
function steps(timeline: Timeline, direction: 1 | -1): readonly TimeRange[] {
  const windows: TimeRange[] = [];
  while (timeline.step(direction)) windows.push(timeline.span);
  return windows;
}

describe('01-month-play.csv', () => {
  it('shows all three events in playback by month, including the one on 31 May', async () => {
    const { timeline, clock, titles } = await opened('01-month-play.csv');
    expect(timeline.stepUnit).toBe('month');
    const playback = new Playback(timeline, clock);
    playback.play();
    const shown = [...(await titles(timeline.span))];
    while (playback.isPlaying) {
      const before = timeline.span;
      clock.pass(2000);
      if (timeline.span !== before) shown.push(...(await titles(timeline.span)));
    }
    expect(shown).toEqual(['first', 'last of May', 'last']);
  });
});

describe('02-week-forward.csv', () => {
  it('steps by calendar weeks, and the counts add up forwards and backwards', async () => {
    const { timeline, certain } = await opened('02-week-forward.csv');
    const forwards = steps(timeline, 1);
    expect(forwards.slice(0, 3).map(({ from, to }) => `${isoText(from)}/${isoText(to)}`)).toEqual([
      '2026-01-01/2026-01-05',
      '2026-01-05/2026-01-12',
      '2026-01-12/2026-01-19',
    ]);
    expect(forwards.reduce((sum, window) => sum + certain(window), 0)).toBe(3);
    timeline.showAll();
    const backwards = steps(timeline, -1);
    expect(backwards.toReversed()).toEqual(forwards);
  });
});

describe('07-year-0026.csv', () => {
  it('has a bar in year 26, regular ticks, and steps of one unit', async () => {
    const { table, cells, fits, timeline, certain } = await opened('07-year-0026.csv');
    expect(isoText(table.period.from)).toBe('0026-03-05');
    const slots = new Uint8Array(cells.length).fill(slotOf('hit', 0));
    const { counts, edges } = timelineColumns(
      cells.spans,
      fits,
      slots,
      timeline.axis,
      timeline.unit,
    );
    expect(partCounts(counts, 0).hit).toBe(1);
    expect(edges.length).toBeLessThanOrEqual(101);
    const ticks = axisTicks(timeScale(timeline.axis, 1340), timeline.unit, timeline.limits.from);
    expect(ticks.map(({ minute }) => isoText(minute))).toEqual(
      Array.from({ length: 10 }, (_, at) => isoText(minuteOf(200 * (at + 1), 1))),
    );
    expect(timeline.stepUnit).toBe('fifty-years');
    const windows = steps(timeline, 1);
    expect(windows.map(({ from }) => from)).toEqual([
      table.period.from,
      ...Array.from({ length: windows.length - 1 }, (_, at) => minuteOf(50 * (at + 1), 1)),
    ]);
    expect(windows.reduce((sum, window) => sum + certain(window), 0)).toBe(2);
  });
});
