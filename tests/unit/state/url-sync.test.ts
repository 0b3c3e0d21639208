/** The address of a page over a history that behaves like that of a browser. */
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { QueryParameters } from '../../../src/core/url/query-parameters.ts';
import type { Filter } from '../../../src/core/filters/filter.ts';
import type { AppState } from '../../../src/state/app-state.svelte.ts';
import { BrowserUrlBar } from '../../../src/io/url-bar.ts';
import { FakeWindow } from '../io/fake-window.ts';
import { HandClock } from './hand-clock.ts';
import { MADE_UP, openPage, readEntry } from './open-page.ts';

const REFUSED_MILLISECONDS = 5_000;

const IS_CAMP = {
  kind: 'values',
  field: 'column:what',
  values: ['camp'],
  excluded: [],
} as const;

const kinds = (app: AppState): readonly string[] =>
  app.notices.all.map(({ message }) => message.kind);

async function openMine(app: AppState): Promise<void> {
  app.imports.openFiles([new File([MADE_UP], 'mine.csv')]);
  await expect.poll(() => app.imports.status.kind).toBe('confirming');
  app.imports.confirm();
  await expect.poll(() => app.datasets.localOn.length).toBe(1);
}

async function pageWithHistory(
  beforeFind?: (id: string) => Promise<void> | undefined,
  address = '',
) {
  const window = new FakeWindow(address);
  const clock = new HandClock();
  const addressBar = await BrowserUrlBar.open(window);
  const app = await openPage('', { addressBar, surroundings: clock }, beforeFind);
  flushSync();
  const travel = async (steps: number): Promise<void> => {
    await window.go(steps);
    await readEntry(addressBar);
    flushSync();
  };
  const openFirstRecord = async (): Promise<void> => {
    await app.selection.openIncident(0);
    flushSync();
  };
  return { window, clock, app, travel, openFirstRecord };
}

describe('`UrlSync` over a browser history', () => {
  it('closes with Back what was opened, and opens it again with Forward', async () => {
    const { window, app, travel } = await pageWithHistory();
    app.panel.openList();
    flushSync();
    expect([window.length, window.query]).toEqual([2, '?list=open']);
    await travel(-1);
    expect(app.panel.showing).toBe('nothing');
    expect([window.length, window.query]).toEqual([2, '']);
    await travel(1);
    expect(app.panel.showing).toBe('list');
    expect([window.length, window.query]).toEqual([2, '?list=open']);
  });

  it('opens and closes the dock with Back and Forward, at its charts', async () => {
    const { window, app, travel } = await pageWithHistory();
    const { dock } = app;
    dock.toggle();
    flushSync();
    dock.tab = 'charts';
    flushSync();
    expect([window.length, window.query]).toEqual([2, '?dock=charts']);
    await travel(-1);
    expect(dock.shown).toBeUndefined();
    dock.tab = 'filters';
    await travel(1);
    expect(dock.shown).toBe('charts');
    dock.close();
    flushSync();
    expect([window.length, window.query]).toEqual([2, '']);
  });

  it('drops the stops ahead when something else is opened after Back', async () => {
    const { window, app, travel, openFirstRecord } = await pageWithHistory();
    app.panel.openList();
    flushSync();
    await travel(-1);
    await openFirstRecord();
    expect(window.length).toBe(2);
    await travel(1);
    expect(window.query).toContain('id=');
    expect(app.panel.state.incident).toBeDefined();
  });

  it('shows the last stop when a look-up of the one before is still under way', async () => {
    let answer: () => void = () => undefined;
    let isSlow = false;
    let isAsked = false;
    const { window, app, travel, openFirstRecord } = await pageWithHistory(() => {
      isAsked ||= isSlow;
      return isSlow ? new Promise<void>((resolve) => (answer = resolve)) : undefined;
    });
    app.panel.openList();
    flushSync();
    await openFirstRecord();
    const { length, query } = window;
    await travel(-1);
    app.shown?.records.forget();
    isSlow = true;
    await travel(1);
    expect(isAsked).toBe(true);
    await travel(-1);
    answer();
    await travel(0);
    expect(app.panel.state.incident).toBeUndefined();
    expect(app.panel.showing).toBe('list');
    expect(window.length).toBe(length);
    expect(window.query).not.toBe(query);
  });

  it('undoes each filter that was pressed with one Back, and a drag or typing with one', async () => {
    const { window, clock, app, travel } = await pageWithHistory();
    const { filters } = app;
    const queries = [window.query];
    const change = (press: () => void): void => {
      press();
      flushSync();
      clock.pass(1_000);
      queries.push(window.query);
    };
    const weapon = { kind: 'values', field: 'weapon', excluded: [] } as const;
    change(() => {
      filters.put({ ...weapon, values: ['drone'] });
    });
    change(() => {
      filters.put({ ...weapon, values: ['drone', 'rocket'] });
    });
    change(() => {
      filters.toggle('energy');
    });
    change(() => {
      for (const from of [1, 2, 3]) {
        const killed = { kind: 'range', field: 'killed', to: undefined } as const;
        filters.put({ ...killed, from, orNotGiven: false }, true);
        flushSync();
      }
    });
    for (const text of ['k', 'ko']) filters.search(text);
    flushSync();
    clock.pass(1_000);
    const typed = window.query;
    change(() => {
      filters.clear();
    });
    expect([window.length, window.query]).toEqual([queries.length, '']);
    const undone: string[] = [];
    for (let left = queries.length - 1; left > 0; left--) {
      await travel(-1);
      undone.push(window.query);
    }
    expect(undone).toEqual([typed, ...queries.slice(0, 4).toReversed()]);
    expect(typed).toContain('q=ko');
    expect(filters.clauses).toEqual([]);
  });

  it('adds no stop where a file of the reader takes a filter out of the address', async () => {
    const { window, app } = await pageWithHistory();
    const attribution = { kind: 'values', field: 'attribution', excluded: [] } as const;
    app.filters.put({ ...attribution, values: ['Iran'] });
    flushSync();
    const { query } = window;
    expect([window.length, query]).toEqual([2, '?filter=values(attribution,Iran)']);
    await openMine(app);
    flushSync();
    expect([window.length, window.query]).toEqual([2, '']);
    expect(window.fragment).toBe('#own=values(attribution,Iran)');
    for (const expected of [query, '']) {
      await app.datasets.toggle(1);
      flushSync();
      expect([window.length, window.query]).toEqual([2, expected]);
    }
  });

  it('undoes with Back each filter on a column of a file of the reader, which stays open', async () => {
    const { window, app, travel } = await pageWithHistory();
    await openMine(app);
    const { filters, panel } = app;
    const stops: (readonly [length: number, fragment: string, clauses: Filter])[] = [];
    const change = (press: () => void): void => {
      press();
      flushSync();
      stops.push([window.length, window.fragment, filters.clauses]);
      expect(window.query).not.toContain('camp');
    };
    change(() => undefined);
    change(() => {
      filters.put(IS_CAMP);
    });
    change(() => {
      filters.put({ ...IS_CAMP, values: [], excluded: ['road'] });
    });
    change(() => {
      filters.put({ kind: 'range', field: 'column:lat', from: 36.2, to: 36.25, orNotGiven: false });
    });
    change(() => {
      filters.clear();
    });
    expect(stops.map(([length, fragment]) => [length, fragment])).toEqual([
      [1, ''],
      [2, '#own=values(column:what,camp)'],
      [3, '#own=values(column:what,!road)'],
      [4, '#own=values(column:what,!road)range(column:lat,36.2,36.25)'],
      [5, ''],
    ]);
    for (const [, fragment, clauses] of stops.slice(0, -1).toReversed()) {
      await travel(-1);
      await expect.poll(() => filters.clauses).toEqual(clauses);
      expect(filters.active).toEqual(clauses);
      flushSync();
      expect([window.fragment, app.datasets.localOn.length]).toEqual([fragment, 1]);
    }
    await travel(1);
    expect(filters.active).toEqual([IS_CAMP]);
    panel.openList();
    flushSync();
    expect(window.length).toBe(3);
    expect(kinds(app)).toEqual(['file-read']);
  });

  it('names a filter of a link whose column no data have, and filters by it when a file has it', async () => {
    const address = '#own=values(column:what,camp)values(column:none,a)range(column:lat,1,2)';
    const { window, app } = await pageWithHistory(undefined, address);
    expect(app.filters.filter).toEqual([]);
    expect(app.notices.all.map(({ message }) => message)).toEqual([
      { kind: 'address-columns', missing: ['what', 'none', 'lat'], unfit: [] },
    ]);
    await openMine(app);
    await expect
      .poll(() => app.filters.active.map(({ field }) => field))
      .toEqual(['column:what', 'column:lat']);
    expect(app.notices.all.map(({ message }) => message)).toContainEqual({
      kind: 'address-columns',
      missing: ['none'],
      unfit: [],
    });
    flushSync();
    expect([window.length, window.query]).toEqual([1, '']);
    expect(window.fragment).toContain('values(column:none,a)');
    app.filters.clear();
    flushSync();
    expect([window.length, window.fragment]).toEqual([2, '']);
  });

  it.each([
    ['range(column:what,1,2)', 'what'],
    ['values(column:lat,36.2)', 'lat'],
    ['contains(column:date,2021)', 'date'],
    ['range(column:date,1,2)', 'date'],
    ['range(column:lat,2021-05-01,)', 'lat'],
  ])(
    'leaves out a filter on a column of another kind, and names it: %s',
    async (clause, column) => {
      const { app } = await pageWithHistory(undefined, `#own=${clause}`);
      await openMine(app);
      await expect
        .poll(() => app.notices.all.map(({ message }) => message))
        .toContainEqual({ kind: 'address-columns', missing: [], unfit: [column] });
      expect([app.filters.clauses, app.filters.awaited]).toEqual([[], []]);
    },
  );

  it('restores dates, an order and all that a link names once its file is open', async () => {
    const address =
      '?list=table#own=range(column:date,2021-05-01,2021-05-02)contains(column:what,cam)&order=-column:what';
    const { window, app, travel } = await pageWithHistory(undefined, address);
    const { fragment } = window;
    expect(kinds(app)).toEqual(['address-columns']);
    await openMine(app);
    await expect.poll(() => app.filters.active.length).toBe(2);
    expect(app.shown?.queries.sortedBy).toEqual({ column: 'column:what', isDescending: true });
    expect(kinds(app)).not.toContain('address-columns');
    await app.shown?.queries.askView();
    expect(app.shown?.totals.certain).toBe(1);
    flushSync();
    expect([window.length, window.fragment]).toEqual([1, fragment]);
    app.panel.close();
    flushSync();
    expect(window.fragment).not.toContain('order');
    await travel(0);
  });

  it('keeps what waits for a file out of the way of the reader', async () => {
    const { app } = await pageWithHistory(undefined, '#own=values(column:what,camp)');
    app.filters.put({ ...IS_CAMP, values: ['road'] });
    await openMine(app);
    expect(app.filters.active).toEqual([{ ...IS_CAMP, values: ['road'] }]);
    await app.datasets.close(1);
    expect([app.filters.clauses, app.filters.awaited]).toEqual([[], []]);
  });

  it.each(['throws', 'ignores'] as const)(
    'writes the last view when a browser that %s takes changes again',
    async (refusal) => {
      const { window, clock, app } = await pageWithHistory();
      window.refusal = refusal;
      window.allowed = 0;
      app.panel.openList();
      flushSync();
      app.panel.close();
      app.filters.showOnlySeen(true);
      flushSync();
      expect(window.query).toBe('');
      window.allowed = Infinity;
      clock.pass(REFUSED_MILLISECONDS);
      expect(window.query).toContain('only=');
      expect(window.length).toBe(1);
    },
  );
});

describe('`UrlSync` while the address is read', () => {
  type Listener = (parts: Promise<QueryParameters>) => void;

  /** A page whose history entries are read when the test says so. */
  async function pageReadByHand() {
    const listeners: Listener[] = [];
    const written: QueryParameters[] = [];
    const write = (parts: QueryParameters): boolean => {
      written.push(parts);
      return true;
    };
    const app = await openPage('', {
      addressBar: {
        read: () => Promise.resolve(new Map()),
        isWrittenHere: true,
        push: write,
        replace: write,
        linkTo: () => '',
        onTravel: (listener) => {
          listeners.push(listener);
          return () => undefined;
        },
      },
    });
    flushSync();
    const travel = (): ((query: string) => void) => {
      let read: (parts: QueryParameters) => void = () => undefined;
      const reading = new Promise<QueryParameters>((resolve) => (read = resolve));
      for (const listener of listeners) listener(reading);
      return (query) => {
        read(new Map(new URLSearchParams(query)));
      };
    };
    return { app, written, travel };
  }

  it('writes nothing over the entry that Back has gone to', async () => {
    const { app, written, travel } = await pageReadByHand();
    const read = travel();
    app.panel.openList();
    flushSync();
    expect(written).toEqual([]);
    read('q=koya');
    await expect.poll(() => app.filters.searchText).toBe('koya');
    flushSync();
    expect(written).toEqual([]);
    expect(app.panel.showing).toBe('nothing');
  });

  it('follows the last of two travels, whichever is read first', async () => {
    const { app, travel } = await pageReadByHand();
    const readOlder = travel();
    const readNewer = travel();
    readNewer('list=open');
    await expect.poll(() => app.panel.showing).toBe('list');
    readOlder('q=koya');
    await new Promise((resolve) => setTimeout(resolve));
    expect([app.panel.showing, app.filters.searchText]).toEqual(['list', '']);
  });
});
