import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { isArea } from '../../../src/core/place/place.ts';
import { mappedShares, type MappedShare } from '../../../src/core/records/mapped-shares.ts';
import type { MapModel } from '../../../src/core/model/map-model.ts';
import type { AppEdges } from '../../../src/state/app-edges.ts';
import { findingsOf } from '../../../src/core/records/figures.ts';
import { DATASET, RECORDS } from '../published-records.ts';
import { openPage, published } from './open-page.ts';

const byName = (a: MappedShare, b: MappedShare): number => a.name.localeCompare(b.name);

/** The published data as the build writes them: with what the records say together. */
const withFindings: AppEdges['fetch'] = (file) => {
  if (file !== 'dataset.json') return Promise.resolve({ kind: 'ok', value: published(file) });
  const findings = findingsOf(
    RECORDS.map(({ incident }) => incident),
    DATASET,
  );
  const bytes = new TextEncoder().encode(JSON.stringify({ ...DATASET, findings }));
  return Promise.resolve({ kind: 'ok', value: bytes.buffer });
};

async function pageWithMarks(edges: Partial<AppEdges> = {}) {
  const app = await openPage('', edges);
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

  it('draws nothing for a filter until the marks of it are there', async () => {
    const { app, last } = await pageWithMarks();
    const before = last();
    app.filters.search('drone');
    expect(last()).toBe(before);
    await vi.waitFor(() => {
      expect(last().shapes).not.toBe(before.shapes);
    });
  });

  it('emphasises an area while its row in the key is pointed at, and while its list is open', async () => {
    const { app, last } = await pageWithMarks();
    const { areas } = last().shapes;
    const name = areas[0]?.name ?? '';
    expect(last().emphasis.areas.size).toBe(0);
    app.hovered.set({ kind: 'area', name });
    expect([...last().emphasis.areas]).toEqual([0]);
    app.hovered.set(undefined);
    expect(last().emphasis.areas.size).toBe(0);
    await app.selection.openGroup({ kind: 'area', name });
    await vi.waitFor(() => {
      expect([...last().emphasis.areas]).toEqual([0]);
    });
  });

  it('emphasises the circles of the mark whose group is open', async () => {
    const { app, last } = await pageWithMarks();
    const { zoom, marks } = last().shapes.view;
    await app.selection.openGroup({
      kind: 'mark-of-record',
      zoom,
      record: marks.row[0] ?? 0,
    });
    await vi.waitFor(() => {
      const { emphasis, shapes } = last();
      const ofMark = shapes.view.halos.mark;
      expect(emphasis.halos.size).toBeGreaterThan(0);
      for (const halo of emphasis.halos) expect(ofMark[halo]).toBe(emphasis.mark);
    });
  });

  it('emphasises the mark that holds the open record, alone or with others, and the circle of the record', async () => {
    const { app, last } = await pageWithMarks();
    const { view } = last().shapes;
    const [largest = 0] = view.marks.row;
    const group = { kind: 'mark-of-record', zoom: view.zoom, record: largest } as const;
    const found = await app.shown?.queries.findGroup(group, app.timeline.span);
    for (const [row = 0, mark] of [
      [largest, 0],
      [found?.list.rows.at(-1), 0],
      [view.marks.row.at(-1), view.marks.length - 1],
    ] as const) {
      await app.selection.openIncident(row, true);
      await vi.waitFor(() => {
        const { emphasis, halos } = last();
        expect(emphasis.mark).toBe(mark);
        const open = app.shown?.records.at(row)?.place;
        expect([...emphasis.halos].map((halo) => halos.circles[halo])).toMatchObject([
          { lon: open?.lon, lat: open?.lat },
        ]);
      });
    }
  });

  it('emphasises no mark for a record that the window does not hold', async () => {
    const { app, last } = await pageWithMarks();
    const row = last().shapes.view.marks.row[0] ?? 0;
    await app.selection.openIncident(row, true);
    await vi.waitFor(() => {
      expect(last().emphasis.mark).toBe(0);
    });
    const { to } = app.shown?.records.at(row)?.span ?? { to: 0 };
    app.timeline.show({ from: to, to: app.timeline.span.to });
    expect(last().emphasis.mark).toBeUndefined();
    expect(last().emphasis.halos.size).toBeGreaterThan(0);
  });

  it('has no circle of a series until the series is open', async () => {
    const { app, last } = await pageWithMarks();
    const { length } = last().shapes.view.halos;
    expect(last().halos.circles).toHaveLength(length);
    const series = app.shown?.data.aggregates.find(
      ({ place }) => place && !isArea(place.precision),
    );
    await app.selection.openWithId(series?.id ?? '');
    await vi.waitFor(() => {
      const { emphasis, halos } = last();
      const open = [...emphasis.halos].map((halo) => halos.circles[halo]);
      expect(open).toMatchObject([{ lon: series?.place?.lon, lat: series?.place?.lat }]);
    });
  });

  it('has the circles of both periods that are compared', async () => {
    const { app, last } = await pageWithMarks();
    const circlesIn = (): readonly number[] => {
      const { circles, isInWindow } = last().halos;
      return circles.flatMap((_, i) => (isInWindow[i] === 1 ? [i] : []));
    };
    const [from, middle, to] = [minuteOf(2026, 3, 1), minuteOf(2026, 3, 8), minuteOf(2026, 3, 15)];
    app.timeline.show({ from, to: middle });
    const ofB = circlesIn();
    app.timeline.show({ from: middle, to });
    const ofA = circlesIn();
    // Loading takes more than promises.
    await import('../../../src/state/comparison.svelte.ts');
    app.comparing.choose({ from, to: middle });
    await vi.waitFor(() => {
      flushSync();
      expect(app.comparing.current).toBeDefined();
    });
    const both = [...new Set([...ofA, ...ofB])].toSorted((a, b) => a - b);
    expect(circlesIn()).toEqual(both);
    expect(both.length).toBeGreaterThan(ofA.length);
    app.comparing.choose(undefined);
    expect(circlesIn()).toEqual(ofA);
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

  it('has the shares of governorates only while a reader asks for them, and keeps every other part', async () => {
    const { app, last } = await pageWithMarks({ fetch: withFindings });
    const before = last();
    expect(before.shares).toEqual([]);
    app.shading.show(true);
    // Loading takes more than promises.
    await import('../../../src/core/model/shaded-shares.ts');
    await vi.waitFor(() => {
      expect(last().shares).not.toEqual([]);
    });
    const { shares, ...others } = last();
    const info = app.shown?.info;
    expect(shares.flatMap((area) => area.shares).toSorted(byName)).toEqual(
      [...((info && mappedShares(info)?.governorates) ?? [])].toSorted(byName),
    );
    expect(shares).not.toEqual([]);
    const { shares: none, ...same } = before;
    for (const [part, value] of Object.entries(others))
      expect(value, part).toBe(same[part as keyof typeof same]);
    app.shading.show(false);
    expect(last().shares).toBe(none);
  });

  it('has the governorates of the page’s own data only while these are on', async () => {
    const { app, last } = await pageWithMarks();
    const { subject } = last();
    expect(subject.map(({ name }) => name)).toEqual(expect.arrayContaining(['Irbil', 'Kirkuk']));
    await app.datasets.toggle(0);
    await vi.waitFor(() => {
      expect(last().subject).toHaveLength(0);
    });
    await app.datasets.toggle(0);
    await vi.waitFor(() => {
      expect(last().subject).toBe(subject);
    });
  });
});
