/** What follows from a change of state by itself: Svelte runs these effects after each change. */
import { searchTextOf } from '../../../src/core/filters/filter.ts';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { QueryParameters } from '../../../src/core/url/query-parameters.ts';
import type { CallOptions } from '../../../src/worker/worker-client.ts';
import type { ListRequest, ViewRequest } from '../../../src/worker/protocol.ts';
import { HandClock } from './hand-clock.ts';
import { openPage } from './open-page.ts';

/** A worker that never answers, and what it was asked. */
function silent<Request>() {
  const asked: { readonly request: Request; readonly signal: AbortSignal | undefined }[] = [];
  const ask = (request: Request, { signal }: CallOptions) => {
    asked.push({ request, signal });
    return new Promise<never>(() => undefined);
  };
  return { asked, ask, cancelled: () => asked.map(({ signal }) => signal?.aborted) };
}

describe('the effect that queries marks', () => {
  it('sends one query for several changes, and a newer query cancels the older', async () => {
    const { asked, ask, cancelled } = silent<ViewRequest>();
    const app = await openPage('', { view: ask });
    flushSync();
    expect(asked.map(({ request }) => searchTextOf(request.filter))).toEqual(['']);
    app.filters.search('da');
    app.filters.search('dana');
    flushSync();
    expect(asked.map(({ request }) => searchTextOf(request.filter))).toEqual(['', 'dana']);
    expect(cancelled()).toEqual([true, false]);
  });

  it('leaves the counts of a link that filters unsaid until it is answered', async () => {
    const { ask } = silent<ViewRequest>();
    expect((await openPage('q=dana', { view: ask })).isUnanswered).toBe(true);
    expect((await openPage('', { view: ask })).isUnanswered).toBe(false);
    const app = await openPage('q=dana');
    flushSync();
    await vi.waitFor(() => {
      expect(app.isUnanswered).toBe(false);
    });
  });

  it('sends a query when the window settles, not while it moves', async () => {
    const { asked, ask } = silent<ViewRequest>();
    const clock = new HandClock();
    const app = await openPage('', { view: ask, surroundings: clock });
    flushSync();
    app.timeline.step(1);
    flushSync();
    expect(asked).toHaveLength(1);
    clock.pass(350);
    flushSync();
    expect(asked.map(({ request }) => request.window)).toEqual([
      app.timeline.limits,
      app.timeline.span,
    ]);
  });

  it('sends a query when the map leaves the extent of the last one, not before', async () => {
    const { asked, ask } = silent<ViewRequest>();
    const app = await openPage('', { view: ask });
    const camera = { lon: 44, lat: 36, zoom: 7 };
    const report = (west: number): void => {
      app.camera.report(camera, { west, east: west + 2, south: 35, north: 37 }, true);
      flushSync();
    };
    report(43);
    expect(asked.at(-1)?.request.extent).toEqual({ west: 42, east: 46, south: 34, north: 38 });
    const { length } = asked;
    report(43.5);
    expect(asked).toHaveLength(length);
  });
});

describe('the effect that queries the list', () => {
  it('sends a query when the list opens, and cancels it when the list closes', async () => {
    const { asked, ask, cancelled } = silent<ListRequest>();
    const app = await openPage('', { list: ask });
    flushSync();
    expect(asked).toEqual([]);
    app.panel.openList();
    flushSync();
    app.filters.search('dana');
    flushSync();
    expect(cancelled()).toEqual([true, false]);
    app.panel.close();
    flushSync();
    expect(cancelled()).toEqual([true, true]);
  });
});

describe('the effect that writes the URL', () => {
  it('writes what is on screen, after the window has settled', async () => {
    const written: QueryParameters[] = [];
    const clock = new HandClock();
    const write = (parts: QueryParameters): boolean => {
      written.push(parts);
      return true;
    };
    const app = await openPage('', {
      surroundings: clock,
      addressBar: {
        read: () => Promise.resolve(new Map()),
        isWrittenHere: false,
        push: write,
        replace: write,
        linkTo: () => '',
        onTravel: () => () => undefined,
      },
    });
    flushSync();
    app.panel.openList();
    flushSync();
    expect(written).toEqual([new Map([['list', 'open']])]);
    app.timeline.step(1);
    flushSync();
    expect(written).toHaveLength(1);
    clock.pass(350);
    flushSync();
    expect(written.map((parts) => [...parts.keys()])).toEqual([['list'], ['list', 'from', 'to']]);
  });
});
