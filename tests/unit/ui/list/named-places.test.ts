import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { namedPlaces } from '../../../../src/ui/list/named-places.ts';
import { openPage } from '../../state/open-page.ts';

describe('`namedPlaces`', () => {
  it('lists the names, then the others, then what has no closer place', () => {
    const topPlaces = [
      { name: 'Town', count: 8 },
      { name: 'Town Airport', count: 5 },
      { name: 'Camp, near Town', count: 2 },
    ];
    expect(namedPlaces({ topPlaces, incidents: 18 })).toEqual([
      { kind: 'place', name: 'Town Airport', count: 5 },
      { kind: 'place', name: 'Camp, near Town', count: 2 },
      { kind: 'others', count: 3 },
      { kind: 'no-closer', name: 'Town', count: 8 },
    ]);
  });

  it('takes no part of a word for a name', () => {
    const topPlaces = [
      { name: 'Har', count: 8 },
      { name: 'Harir', count: 5 },
    ];
    expect(namedPlaces({ topPlaces, incidents: 13 }).map(({ kind }) => kind)).toEqual([
      'place',
      'place',
    ]);
  });

  it('says nothing of few incidents, of one name, or without names', () => {
    const two = [
      { name: 'A', count: 5 },
      { name: 'B', count: 4 },
    ];
    expect(namedPlaces({ topPlaces: two, incidents: 9 })).toEqual([]);
    expect(namedPlaces({ topPlaces: two.slice(0, 1), incidents: 50 })).toEqual([]);
    expect(namedPlaces({ topPlaces: [], incidents: 50 })).toEqual([]);
  });

  it('counts the published records of the largest mark as brute force does', async () => {
    const app = await openPage('');
    const view = await vi.waitFor(() => {
      flushSync();
      if (!app.shown?.view) throw new Error('There is no view yet.');
      return app.shown.view.view;
    });
    const record = view.marks.row[0] ?? 0;
    const window = app.timeline.span;
    const found = await app.shown?.queries.findGroup(
      { kind: 'mark-of-record', zoom: view.zoom, record },
      window,
      undefined,
      EMPTY_FILTER,
    );
    const rows = [...(found?.list.rows ?? [])];
    const records = (await app.shown?.records.page(rows)) ?? [];
    const counts = new Map<string, number>();
    for (const { place } of records)
      counts.set(place?.name ?? '', (counts.get(place?.name ?? '') ?? 0) + 1);
    const top = found?.list.topPlaces ?? [];
    expect(top).toHaveLength(6);
    for (const { name, count } of top) expect(counts.get(name), name).toBe(count);
    const sorted = [...counts.values()].toSorted((a, b) => b - a);
    expect(top.map(({ count }) => count)).toEqual(sorted.slice(0, 6));
    const listed = namedPlaces(found?.list ?? { topPlaces: [], incidents: 0 });
    const sum = listed.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(rows.length);
    expect(view.marks.count[0]).toBe(rows.length);
  });
});
