import type { Clause } from '../../../src/core/filters/clause.ts';
import { TARGETS } from '../../../src/core/records/incident.ts';
import { searchTextOf, hiddenLayers } from '../../../src/core/filters/filter.ts';
import { describe, expect, it, vi } from 'vitest';
import type { QueryParameters } from '../../../src/core/url/query-parameters.ts';
import { readViewUrl } from '../../../src/core/url/read-view-url.ts';
import { writeViewUrl } from '../../../src/core/url/write-view-url.ts';
import { CLOSED_PANEL, OPENING_VIEW } from '../../../src/core/url/view-state.ts';
import { isoText, minuteOf, readIsoText } from '../../../src/core/time/minute.ts';
import { contains } from '../../../src/core/time/time-range.ts';
import type { AppState } from '../../../src/state/app-state.svelte.ts';
import { ok } from '../../../src/core/base/result.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { CrashedWorker } from '../../../src/worker/worker-client.ts';
import { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import { deferred } from '../deferred.ts';
import { MADE_UP, madeUpFiles, openPage, published } from './open-page.ts';

const HALT = '2026-02-28-khor-mor-production-halt';
const QUOTED_REPORT = 5;
const OTHER = '2026-02-28-erbil-airport-smoke';

const toldParts = (app: AppState) =>
  app.notices.all.flatMap(({ message }) =>
    message.kind === 'address-parts'
      ? message.parts.map(({ part, text }) => `${part}=${text}`)
      : [message.kind],
  );

describe('the page on the published data', () => {
  it('opens what the address asks for, and its own link opens the same', async () => {
    const query = `from=2026-02-28&to=2026-03-08&layers=energy&shade=shares&q=dana&id=${HALT}&source=${QUOTED_REPORT}`;
    const app = await openPage(query);
    expect(toldParts(app)).toEqual([]);
    expect(app.panel.showing).toBe('source');
    expect(app.shading.isOn).toBe(true);
    const again = await openPage(app.url.link);
    expect(again.pageView.view).toEqual(app.pageView.view);
    expect(writeViewUrl(again.pageView.view)).toEqual(new Map(new URLSearchParams(query)));
  });

  it('leaves out what names nothing in the data and says so', async () => {
    const app = await openPage('list=open&id=2026-03-01-never-was&group=area:Atlantis');
    expect(toldParts(app)).toEqual(['id=2026-03-01-never-was', 'group=Atlantis']);
    expect(app.panel.showing).toBe('list');
  });

  it.each(['1', '77'])('shows the record without report %s, which has no quotation', async (n) => {
    const app = await openPage(`id=${HALT}&source=${n}`);
    expect(toldParts(app)).toEqual([`source=${n}`]);
    expect(app.panel.showing).toBe('incident');
  });

  it('stands as it opened after an empty view is restored', async () => {
    const app = await openPage('q=koya&layers=none&list=open');
    app.pageView.restore(await app.pageView.resolve({ view: OPENING_VIEW, isLink: false }));
    await app.shown?.queries.askView();
    expect(app.pageView.view).toEqual(readViewUrl(new Map()).view);
    expect(app.shown?.totals.certain).toBe(app.shown?.incidentCount);
  });

  it('tells of a source index that did not arrive and opens all the same', async () => {
    const app = await openPage('', {
      fetch: (file) =>
        Promise.resolve(
          file === 'sources/index.json'
            ? { kind: 'failed', failure: { kind: 'file-missing', file, status: 404 } }
            : { kind: 'ok', value: published(file) },
        ),
    });
    expect(toldParts(app)).toEqual(['file-missing']);
    expect(app.open.status.kind).toBe('open');
  });

  it('follows the last of two travels, whichever is looked up first', async () => {
    const found: (() => void)[] = [];
    const travels: ((parts: Promise<QueryParameters>) => void)[] = [];
    const travel = (...parts: readonly [string, string][]): void =>
      travels[0]?.(Promise.resolve(new Map(parts)));
    const app = await openPage('', {
      find: () =>
        new Promise((resolve) => {
          found.push(() => {
            resolve(undefined);
          });
        }),
      addressBar: {
        read: () => Promise.resolve(new Map()),
        isWrittenHere: false,
        push: () => true,
        replace: () => true,
        linkTo: () => '',
        onTravel: (listener) => {
          travels.push(listener);
          return () => undefined;
        },
      },
    });
    travel(['id', 'slow']);
    await expect.poll(() => found).toHaveLength(1);
    travel(['list', 'open']);
    await Promise.resolve();
    found[0]?.();
    await expect.poll(() => app.panel.showing).toBe('list');
    expect(toldParts(app)).toEqual([]);
  });

  it('opens the last of two records that were asked for, whichever is found first', async () => {
    const slow = deferred<undefined>();
    const app = await openPage('', {}, (id) => (id === OTHER ? slow.promise : undefined));
    const older = app.selection.openWithId(OTHER);
    await app.selection.openWithId(HALT);
    slow.resolve(undefined);
    await expect(older).rejects.toSatisfy(isAbortError);
    expect(app.panel.state.incident).toBe(HALT);
  });

  it('opens no record that was asked for before the list was opened', async () => {
    const slow = deferred<undefined>();
    const app = await openPage('', {}, () => slow.promise);
    const opening = app.selection.openWithId(HALT);
    app.panel.openList();
    slow.resolve(undefined);
    await expect(opening).rejects.toSatisfy(isAbortError);
    expect(app.panel.showing).toBe('list');
  });

  it('shows the mark of a record that window, layers and search hide, and changes no more', async () => {
    const app = await openPage(
      `layers=civilian&q=no+such+word&only=deaths&known=2026-02-27&list=open&id=${HALT}`,
    );
    app.timeline.show({ from: minuteOf(2026, 3, 10), to: minuteOf(2026, 3, 12) });
    const recorded = await app.shown?.records.find({ id: HALT, dataset: undefined });
    if (!recorded) throw new Error('The record is missing.');
    const filteredBy = async () => app.shown?.queries.filteredBy(recorded, app.filters.filter);
    const reasons = (await filteredBy()) ?? [];
    expect(reasons.toSorted()).toEqual(['deaths', 'known', 'search']);
    app.filters.showOnly(['deaths', 'origins']);
    app.selection.showOnMap(recorded, ['window', 'layer', ...reasons]);
    expect([...app.filters.only]).toEqual(['origins']);
    expect(app.filters.knownOn).toBeUndefined();
    app.filters.search('khor mor');
    app.filters.showOnly([]);
    expect(await filteredBy()).toEqual([]);
    app.filters.search('');
    expect(contains(app.timeline.span, recorded.span)).toBe(true);
    expect(app.timeline.span.to).toBe(readIsoText('2026-03-12'));
    const { filter } = app.pageView.view;
    expect(TARGETS.filter((one) => !hiddenLayers(filter).has(one))).toEqual(['energy', 'civilian']);
    expect(searchTextOf(filter)).toBe('');
    expect(app.panel.showing).toBe('incident');
    await app.shown?.queries.askView();
    expect(app.shown?.totals.certain).toBeGreaterThan(0);
  });

  it('leaves layers that no link can name as the reader has set them', async () => {
    const app = await openPage('layers=energy');
    app.filters.toggle('1:camp');
    app.pageView.restore(
      await app.pageView.resolve({
        ...readViewUrl(new Map([['layers', 'civilian']])),
        isLink: false,
      }),
    );
    expect(app.filters.hidden.has('1:camp')).toBe(true);
    expect(app.filters.hidden.has('energy')).toBe(true);
    expect(app.filters.hidden.has('civilian')).toBe(false);
    const linked = hiddenLayers(app.pageView.view.filter);
    expect(TARGETS.filter((one) => !linked.has(one))).toEqual(['civilian']);
    expect(linked.has('1:camp')).toBe(false);
  });
});

describe('a worker that ends while the address is looked up', () => {
  /** A page with a kept file of this device and an address bar; `crash.isNext` ends the worker. */
  async function crashing(query: string, isAtStart: boolean) {
    const crash = { isNext: isAtStart };
    const address = { parts: new Map(new URLSearchParams(query)) as QueryParameters };
    const travels: ((parts: Promise<QueryParameters>) => void)[] = [];
    let storeReads = 0;
    const app = await openPage(
      query,
      {
        savedFiles: {
          all: () => {
            storeReads += 1;
            return Promise.resolve([]);
          },
          put: () => Promise.resolve({ why: 'no-storage' }),
          remove: () => Promise.resolve(true),
        },
        addressBar: {
          read: () => Promise.resolve(address.parts),
          isWrittenHere: false,
          push: () => true,
          replace: () => true,
          linkTo: () => '',
          onTravel: (listener) => {
            travels.push(listener);
            return () => undefined;
          },
        },
      },
      () => {
        if (!crash.isNext) return;
        crash.isNext = false;
        throw new CrashedWorker();
      },
    );
    return { app, crash, address, travels, storeReads };
  }

  it('at the start: kept files and Back are there, and the address is looked up again', async () => {
    const { app, travels, storeReads } = await crashing(`id=${HALT}`, true);
    expect([travels.length, storeReads, app.panel.state.incident]).toEqual([1, 1, undefined]);
    await app.recover();
    expect(app.panel.state.incident).toBe(HALT);
  });

  it('is followed after a look-up that was over: nothing is looked up twice', async () => {
    const { app } = await crashing(`id=${HALT}`, false);
    app.selection.close();
    await app.recover();
    expect(app.panel.state.incident).toBeUndefined();
  });
});

describe('a file that a reload closes', () => {
  const tabWith = (names: string) => {
    const stored = new Map([['open-files', names]]);
    const tabSettings = {
      read: (name: string) => stored.get(name),
      write: (name: string, value: string) => void stored.set(name, value),
    };
    return { stored, tabSettings };
  };
  const openAgain = (stored: ReadonlyMap<string, string>) =>
    openPage('', { tabSettings: tabWith(stored.get('open-files') ?? '').tabSettings });

  it('is named once when the page opens again, by its name alone', async () => {
    const { stored, tabSettings } = tabWith('');
    const app = await openPage('', { tabSettings });
    app.imports.openFiles([new File([MADE_UP], 'mine.csv')]);
    await expect.poll(() => app.imports.status.kind).toBe('confirming');
    app.imports.confirm();
    await expect.poll(() => stored.get('open-files')).toBe('["mine.csv"]');
    expect([...stored.keys()]).toEqual(['open-files']);
    const [notice] = (await openAgain(stored)).notices.all;
    expect(notice?.message).toEqual({ kind: 'files-not-kept', files: ['mine.csv'] });
    await app.datasets.close(1);
    await expect.poll(() => stored.get('open-files')).toBe('');
    expect((await openAgain(stored)).notices.all).toEqual([]);
  });

  it.each(['', '{', '7', '[1,null]', '{"a":1}'])(
    'names nothing for what is stored as %s',
    async (text) => {
      const { stored, tabSettings } = tabWith(text);
      const app = await openPage('', { tabSettings });
      expect(app.notices.all).toEqual([]);
      expect(stored.get('open-files')).toBe('');
    },
  );

  it('has columns that a link without it cannot filter by, which is said', async () => {
    const app = await openPage('filter=values(column:what,camp)values(weapon,drone)');
    expect(app.notices.all.map(({ message }) => message)).toEqual([
      { kind: 'address-columns', missing: ['what'], unfit: [] },
    ]);
  });
});

describe('a file that is saved on this device', () => {
  const openSaved = async (query: string, isViewLinked: boolean) => {
    const handlers = new RequestHandlers();
    handlers.useImportModule(madeUpFiles);
    const blob = new Blob([MADE_UP]);
    const proposed = (await handlers.propose({ dataset: 1, name: 'mine.csv', blob }, UNINTERRUPTED))
      .output;
    if (proposed.kind === 'failed') throw new Error('The made-up file cannot be read.');
    const { mapping } = proposed.value.proposal;
    const file = { name: 'mine.csv', blob, address: undefined, mapping: mapping };
    const app = await openPage(query, {
      isViewLinked,
      savedFiles: {
        all: () => Promise.resolve([{ key: 'k', file }]),
        put: () => Promise.resolve({ why: 'no-storage' }),
        remove: () => Promise.resolve(true),
      },
    });
    await expect.poll(() => app.imports.status.kind).toBe('idle');
    return app;
  };

  const LINK = `from=2026-03-01&to=2026-03-08&id=${HALT}`;

  it('opens switched off when a link names a view, which stays as it is', async () => {
    const alone = await openPage(LINK);
    const app = await openSaved(LINK, true);
    expect(app.datasets.all.map(({ isOn }) => isOn)).toEqual([true, false]);
    expect(app.pageView.view).toEqual(alone.pageView.view);
    expect(app.timeline.limits).toEqual(alone.timeline.limits);
    expect(app.shown?.totals).toEqual(alone.shown?.totals);
    expect(toldParts(app)).toEqual(['opened-off']);
    await app.datasets.toggle(1);
    expect(app.datasets.all.map(({ isOn }) => isOn)).toEqual([true, true]);
  });

  const ON_COLUMN: Clause = {
    kind: 'values',
    field: 'column:what',
    values: ['camp'],
    excluded: [],
  };
  const AT_PLACE: Clause = { ...ON_COLUMN, field: 'place' };
  const WITH_DRONES: Clause = { ...ON_COLUMN, field: 'weapon', values: ['drone'] };

  it('is named in nothing that a server reads, not even after it was switched off or closed', async () => {
    const app = await openSaved('', false);
    for (const clause of [ON_COLUMN, AT_PLACE, WITH_DRONES]) app.filters.put(clause);
    expect(app.pageView.view.filter).toEqual([WITH_DRONES]);
    expect(app.pageView.view.own).toEqual([ON_COLUMN, AT_PLACE]);
    await app.datasets.toggle(0);
    await app.datasets.toggle(1);
    app.filters.put({ ...AT_PLACE, values: ['camp', 'road'] });
    expect(app.pageView.view.filter).toEqual([WITH_DRONES]);
    await app.datasets.close(1);
    app.filters.put({ ...AT_PLACE, values: ['camp'] });
    expect(app.pageView.view.filter).toEqual([WITH_DRONES]);
    expect(app.pageView.view.own).toEqual([{ ...AT_PLACE, values: ['camp'] }]);
    app.filters.remove(AT_PLACE);
    app.filters.put(AT_PLACE);
    expect(app.pageView.view.filter).toEqual([WITH_DRONES, AT_PLACE]);
  });

  it('takes the filters on its columns with it, and brings them back', async () => {
    const app = await openSaved('', false);
    app.filters.put(ON_COLUMN);
    expect(app.filters.filter).toEqual([ON_COLUMN]);
    await app.datasets.toggle(0);
    await app.datasets.toggle(1);
    expect([app.filters.filter, app.filters.active]).toEqual([[], []]);
    await app.datasets.toggle(1);
    expect([app.filters.filter, app.filters.active]).toEqual([[ON_COLUMN], [ON_COLUMN]]);
    await app.datasets.toggle(1);
    await app.datasets.close(1);
    expect(app.filters.clauses).toEqual([]);
  });

  it('gives no link the name of a place among the records of a mark', async () => {
    const app = await openSaved('', false);
    const group = { kind: 'mark', zoom: 7, incident: HALT, place: 'camp' } as const;
    await app.datasets.toggle(0);
    app.panel.restore({ ...CLOSED_PANEL, group });
    expect(app.pageView.view.panel.group).toEqual({ ...group, place: undefined });
    await app.datasets.toggle(1);
    app.panel.restore({ ...CLOSED_PANEL, group });
    expect(app.pageView.view.panel.group).toEqual(group);
  });

  it('is shown when no link says what to show', async () => {
    const app = await openSaved('', false);
    expect(app.datasets.all.map(({ isOn }) => isOn)).toEqual([false, true]);
    expect(toldParts(app)).toEqual(['file-read']);
  });
});

describe('a link that loads data', () => {
  const ADDRESS = 'https://page.example/mine.csv';
  const attribution = { kind: 'values', field: 'attribution', excluded: [] } as const;

  /** A page whose linked data arrive when the test says so. */
  async function awaitingData(query: string) {
    let arrive: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    const app = await openPage(query, {
      linkedData: ADDRESS,
      isViewLinked: true,
      fetchData: async () => {
        await arrival;
        return ok({ blob: new Blob([MADE_UP]), answeredBy: undefined });
      },
    });
    const receive = async (): Promise<void> => {
      arrive();
      await expect.poll(() => app.imports.status.kind).toBe('confirming');
      app.imports.confirm();
      await expect.poll(() => app.datasets.all.length).toBe(2);
      await expect.poll(() => app.imports.status.kind).toBe('idle');
      await expect.poll(() => app.pageView.isAwaitingData).toBe(false);
      await vi.dynamicImportSettled();
    };
    return { app, receive };
  }

  it('keeps the dock, the filters and the colours that the reader chose until they came', async () => {
    const { app, receive } = await awaitingData('q=camp');
    app.dock.toggle();
    app.filters.put({ ...attribution, values: ['Iran'] });
    app.filters.search('');
    app.coloring.choose('outcome');
    app.panel.openList();
    await receive();
    expect(app.dock.shown).toBe('filters');
    expect(app.filters.clauses).toEqual([{ ...attribution, values: ['Iran'] }]);
    expect(app.coloring.scheme).toBe('outcome');
    expect(app.panel.showing).toBe('list');
  });

  it('takes the window and the columns that it names from them', async () => {
    const { app, receive } = await awaitingData(
      'from=2021-05-01&to=2021-05-02&filter=values(column:what,camp)values(column:none,a)',
    );
    await receive();
    expect(isoText(app.timeline.span.to)).toContain('2021-05-02');
    expect(app.filters.active.map(({ field }) => field)).toEqual(['column:what']);
    expect(toldParts(app)).toEqual(['address-columns']);
    expect(app.notices.all.map(({ message }) => message)).toContainEqual({
      kind: 'address-columns',
      missing: ['none'],
      unfit: [],
    });
  });
});
