import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { minuteOf } from '../../../src/core/time/minute.ts';
import type { Annotations } from '../../../src/state/annotations.svelte.ts';
import { openPage } from './open-page.ts';

async function pageWithCaptions() {
  const app = await openPage('');
  const annotations = await vi.waitFor(() => {
    flushSync();
    if (!app.annotations || app.annotations.captions.length === 0) throw new Error('None yet.');
    return app.annotations;
  });
  const all = app.shown?.info.annotations ?? [];
  return { app, annotations, all };
}

const namesOf = (captions: Annotations['captions']) => captions.map(({ number }) => number);
const settled = (check: () => void) =>
  vi.waitFor(() => {
    flushSync();
    check();
  });

describe('`Annotations` on the published data', () => {
  it('has all of them at first, each at the mark of its record', async () => {
    const { app, annotations, all } = await pageWithCaptions();
    expect(namesOf(annotations.captions)).toEqual(all.map((_, i) => i));
    expect(annotations.inWindow).toEqual(annotations.captions);
    for (const caption of annotations.captions) {
      const mark = annotations.markIn(caption);
      expect(mark).toBeDefined();
      const record = await app.shown?.records.load(caption.row);
      expect(record?.id).toBe(caption.annotation.view.record);
    }
  });

  it('leaves out what is not certainly in the window, on the map alone', async () => {
    const { app, annotations, all } = await pageWithCaptions();
    app.timeline.show({ from: minuteOf(2026, 2, 28), to: minuteOf(2026, 3, 10) });
    flushSync();
    const ends = all.map(({ view }) => view.to);
    expect(namesOf(annotations.inWindow)).toEqual(
      [...all.keys()].filter((i) => (ends[i] ?? '') <= '2026-03-10'),
    );
    expect(annotations.captions).toHaveLength(all.length);
  });

  it('leaves out what a search or a switched-off layer hides', async () => {
    const { app, annotations, all } = await pageWithCaptions();
    app.filters.search('sarsang');
    await settled(() => {
      expect(annotations.captions.map(({ annotation }) => annotation.short)).toEqual(
        all.map(({ short }) => short).filter(({ en }) => /sarsang/i.test(en)),
      );
    });
    app.filters.search('');
    app.filters.hideLayers(['energy']);
    await settled(() => {
      const left = annotations.captions.map(({ annotation: { incidents } }) => incidents.join(' '));
      expect(left).toHaveLength(3);
      expect(left.join(' ')).not.toMatch(/khor-mor|sarsang/);
    });
  });

  it('has none while they are switched off, and remembers it', async () => {
    const { app, annotations } = await pageWithCaptions();
    app.settings.turn('captions', false);
    flushSync();
    expect(annotations.captions).toEqual([]);
    expect(app.settings.isOn('captions')).toBe(false);
  });

  it('opens the days and the record of a caption', async () => {
    const { app, annotations, all } = await pageWithCaptions();
    const caption = annotations.captions.at(-1);
    if (!caption) throw new Error('There are captions.');
    await annotations.open(caption);
    expect(app.panel.state.incident).toBe(all.at(-1)?.view.record);
    expect(app.timeline.span).toEqual({
      from: minuteOf(2026, 3, 12),
      to: minuteOf(2026, 3, 13),
    });
  });
});
