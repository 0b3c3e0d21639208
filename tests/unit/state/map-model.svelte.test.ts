import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { MapModel } from '../../../src/core/model/map-model.ts';
import { openPage } from './open-page.ts';

async function pageWithMarks() {
  const app = await openPage('');
  const models: MapModel[] = [];
  $effect.root(() => {
    $effect(() => {
      if (app.mapModel?.current) models.push(app.mapModel.current);
    });
  });
  await vi.waitFor(() => {
    flushSync();
    expect(models).not.toEqual([]);
  });
  const last = (): MapModel => {
    flushSync();
    const model = models.at(-1);
    if (!model) throw new Error('There is no model.');
    return model;
  };
  return { app, last };
}

describe('`MapModelState`', () => {
  it('makes a new emphasis on a hover, and keeps every other part', async () => {
    const { app, last } = await pageWithMarks();
    const before = last();
    const row = before.shapes.view.marks.row[0] ?? 0;
    app.hovered.set({ kind: 'mark', row });
    const { emphasis, ...others } = last();
    const { emphasis: none, ...same } = before;
    expect(emphasis).not.toBe(none);
    expect(emphasis.halos.size).toBeGreaterThan(0);
    for (const [part, value] of Object.entries(others))
      expect(value, part).toBe(same[part as keyof typeof same]);
  });

  it('makes new counts when the window moves, and keeps the shapes', async () => {
    const { app, last } = await pageWithMarks();
    const before = last();
    app.timeline.step(1);
    const after = last();
    expect(after.counts).not.toBe(before.counts);
    expect(after.shapes).toBe(before.shapes);
    expect(after.halos.circles).toBe(before.halos.circles);
    expect(after.emphasis).toBe(before.emphasis);
  });
});
