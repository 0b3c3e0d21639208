/** What a click asks of the worker: one query, and nothing more for what was in its answer. */
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import { NO_ROW } from '../../../src/core/index/mark-view.ts';
import type { AppEdges } from '../../../src/state/app-edges.ts';
import type { AppState } from '../../../src/state/app-state.svelte.ts';
import { deferred } from '../deferred.ts';
import { settled } from './fake-worker.ts';
import { openPage } from './open-page.ts';

type QueryName = 'view' | 'list' | 'group' | 'records' | 'find';

/** A page whose marks are there, and the queries that it has sent since. */
async function countingPage(query = '', beforeGroup?: () => Promise<void> | undefined) {
  const asked: QueryName[] = [];
  let edges: AppEdges | undefined;
  const app = await openPage(query, (real) => ({
    ...(edges = real),
    view: (request, options) => (asked.push('view'), real.view(request, options)),
    list: (request, options) => (asked.push('list'), real.list(request, options)),
    group: async (request, options) => {
      asked.push('group');
      await beforeGroup?.();
      return real.group(request, options);
    },
    records: (rows, options) => (asked.push('records'), real.records(rows, options)),
    find: (id, options) => (asked.push('find'), real.find(id, options)),
  }));
  flushSync();
  await expect.poll(() => app.shown?.view).toBeDefined();
  await rest();
  const atStart = asked.splice(0);
  return { app, asked, atStart, edges: edges ?? expect.unreachable() };
}

/** Effects have run, and what they asked for is answered. */
async function rest(): Promise<void> {
  flushSync();
  await settled();
  flushSync();
  await settled();
}

const shownOf = (app: AppState) => app.shown ?? expect.unreachable();
const viewOf = (app: AppState) => shownOf(app).view?.view ?? expect.unreachable();

/** Clicks a mark of the view, by its position there. */
async function click(app: AppState, mark: number): Promise<void> {
  const { zoom, marks } = viewOf(app);
  await app.selection.openGroup(
    { kind: 'mark-of-record', zoom, record: marks.row[mark] ?? NO_ROW },
    { lon: marks.lon[mark] ?? 0, lat: marks.lat[mark] ?? 0 },
  );
  await rest();
}

const SINGLE = (app: AppState): number => viewOf(app).marks.count.indexOf(1);
const LARGEST = 0;

describe('a click on a mark', () => {
  it('with one record asks once, and the panel has the record', async () => {
    const { app, asked } = await countingPage();
    const mark = SINGLE(app);
    await click(app, mark);
    expect(asked).toEqual(['group']);
    expect(app.panel.showing).toBe('incident');
    const record = app.panel.record ?? expect.unreachable();
    expect(shownOf(app).records.named(record)?.row).toBe(viewOf(app).marks.row[mark]);
    await rest();
    expect(asked).toEqual(['group']);
  });

  it('with many records asks once, and the panel has its list and first records', async () => {
    const { app, asked } = await countingPage();
    await click(app, LARGEST);
    expect(app.panel.showing).toBe('group');
    const { listing } = shownOf(app).list ?? expect.unreachable();
    expect(listing.rows).toHaveLength(viewOf(app).marks.count[LARGEST] ?? NO_ROW);
    const first = [...listing.rows.subarray(0, 10)];
    expect(first.map((row) => shownOf(app).records.at(row)?.row)).toEqual(first);
    expect(app.mapModel?.current?.emphasis.mark).toBe(LARGEST);
    await rest();
    expect(asked).toEqual(['group']);
  });

  it('lists the same records as the query for a list', async () => {
    const { app, edges } = await countingPage('from=2026-03-01&to=2026-03-08&layers=energy');
    await click(app, LARGEST);
    const { listing, window, group } = shownOf(app).list ?? expect.unreachable();
    const { filter } = app.filters;
    expect(await edges.list({ filter, extent: undefined, window, group }, {})).toEqual(listing);
  });

  it('opens no record of its list twice, and its group closes without a query', async () => {
    const { app, asked } = await countingPage();
    await click(app, LARGEST);
    const [row = NO_ROW] = shownOf(app).list?.listing.rows ?? [];
    asked.length = 0;
    await app.selection.openIncident(row);
    await rest();
    app.panel.back();
    await rest();
    expect(app.panel.showing).toBe('group');
    app.panel.back();
    await rest();
    expect(app.panel.showing).toBe('nothing');
    expect(asked).toEqual([]);
  });

  it('is found again among the marks of another zoom, which come with it', async () => {
    const { app, asked } = await countingPage();
    await click(app, LARGEST);
    const before = viewOf(app);
    app.camera.report(
      { lon: 44, lat: 36, zoom: 9 },
      { west: 43, east: 45, south: 35, north: 37 },
      true,
    );
    flushSync();
    await expect.poll(() => viewOf(app)).not.toBe(before);
    expect(asked).toEqual(['group', 'view']);
    expect(app.mapModel?.current?.emphasis.mark).toBe(viewOf(app).markOfSelected);
    expect(viewOf(app).markOfSelected).toBeDefined();
  });

  it('opens nothing when the list is opened meanwhile', async () => {
    const slow = deferred<undefined>();
    const { app } = await countingPage('', () => slow.promise);
    const clicked = click(app, LARGEST);
    app.panel.openList();
    slow.resolve(undefined);
    await expect(clicked).rejects.toSatisfy(isAbortError);
    expect(app.panel.showing).toBe('list');
    expect(app.panel.state.group).toBeUndefined();
  });

  it('opens nothing when other data are shown meanwhile', async () => {
    const slow = deferred<undefined>();
    const { app } = await countingPage('', () => slow.promise);
    const clicked = click(app, LARGEST);
    shownOf(app).replace(shownOf(app).data);
    slow.resolve(undefined);
    await expect(clicked).rejects.toSatisfy(isAbortError);
    expect(app.panel.showing).toBe('nothing');
  });

  it('opens the last of two marks, whichever is answered first', async () => {
    const first = deferred<undefined>();
    const answers = [first.promise, Promise.resolve()];
    const { app } = await countingPage('', () => answers.shift());
    const older = click(app, LARGEST);
    await click(app, SINGLE(app));
    first.resolve(undefined);
    await expect(older).rejects.toSatisfy(isAbortError);
    expect(app.panel.showing).toBe('incident');
  });
});

describe('a click on an area', () => {
  it('asks once, and the panel has its list', async () => {
    const { app, asked } = await countingPage();
    const area = shownOf(app).areaTotals.find(({ certain }) => certain > 1);
    await app.selection.openGroup({ kind: 'area', name: area?.name ?? '' });
    await rest();
    expect(app.panel.showing).toBe('group');
    expect(shownOf(app).list?.listing.incidents).toBe(area?.certain);
    expect(asked).toEqual(['group']);
  });
});

describe('a total on the timeline', () => {
  it('opens without a query: the page has its record', async () => {
    const { app, asked } = await countingPage();
    const [total] = shownOf(app).data.aggregates;
    await app.selection.openIncident(total?.row ?? NO_ROW, true);
    await rest();
    expect(app.panel.state.incident).toBe(total?.id);
    expect(asked).toEqual([]);
  });
});

describe('the link of a group', () => {
  it.each(['', 'from=2026-03-01&to=2026-03-08', 'mode=cumulative&to=2026-03-08'])(
    'opens the list with one query: %s',
    async (window) => {
      const before = await countingPage(window);
      await click(before.app, LARGEST);
      const { app, atStart } = await countingPage(before.app.url.link);
      expect(app.panel.state).toEqual(before.app.panel.state);
      expect(shownOf(app).list).toEqual(shownOf(before.app).list);
      expect(atStart).toEqual(['group', 'view']);
      expect(app.mapModel?.current?.emphasis.mark).toBeDefined();
    },
  );
});
