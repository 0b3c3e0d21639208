/** Links and Back steps with a filter that no open data answer: it is said, never silent. */
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/faults/message.ts';
import { BrowserUrlBar } from '../../../src/io/url-bar.ts';
import { words } from '../../../src/i18n/words.ts';
import type { AppState } from '../../../src/state/app-state.svelte.ts';
import { FakeWindow } from '../io/fake-window.ts';
import { MADE_UP, openPage, readEntry } from './open-page.ts';

type Said = Extract<Message, { readonly kind: 'address-filters' }>;

const said = (app: AppState): readonly Said[] =>
  app.notices.all.flatMap(({ message }) => (message.kind === 'address-filters' ? [message] : []));

const of = (changes: Partial<Said>): readonly Said[] => [
  { kind: 'address-filters', missing: [], unfit: [], values: [], ...changes },
];

const pageOf = (filter: string): Promise<AppState> =>
  openPage(`filter=${encodeURIComponent(filter)}`);

describe('a link that filters by what no open data have', () => {
  it.each([
    ['a field that there is not', 'values(weapn,drone)', { missing: ['weapn'] }],
    ['a number that there is not', 'range(dead,1,)', { missing: ['dead'] }],
    ['a text that there is not', 'contains(remarks,x)', { missing: ['remarks'] }],
    ['a range of a category', 'range(weapon,1,2)', { unfit: ['weapon'] }],
    ['a value of a number', 'values(killed,3)', { unfit: ['killed'] }],
    ['a text in a date', 'contains(reported,March)', { unfit: ['reported'] }],
  ] as const)('leaves it out and names it: %s', async (_, filter, named) => {
    const app = await pageOf(filter);
    await expect.poll(() => said(app)).toEqual(of(named));
    expect([app.filters.clauses, app.filters.awaited]).toEqual([[], []]);
    expect(app.shown?.totals).toEqual((await openPage('')).shown?.totals);
  });

  it.each([
    ['a value', 'values(weapon,drone,lasergun)', 'weapon', ['lasergun']],
    ['a value to leave out', 'values(weapon,!lasergun)', 'weapon', ['lasergun']],
    ['an hour of the week', 'values(week-hour,9-9,1-0)', 'week-hour', ['9-9']],
    ['a place', 'area(place:Atlantis,place:Irbil)', 'place', ['Atlantis']],
    ['a governorate', 'area(named:Atlantis,named:Irbil)', 'governorate', ['Atlantis']],
  ])('applies it and names it: %s', async (_, filter, field, values) => {
    const app = await pageOf(filter);
    await expect.poll(() => said(app)).toEqual(of({ values: [{ field, values }] }));
    expect(app.filters.active).toHaveLength(1);
  });

  it('says all of it in one notice, and applies the rest', async () => {
    const app = await pageOf('values(weapn,drone)values(weapon,lasergun)range(effect,1,)');
    const all = of({
      missing: ['weapn'],
      unfit: ['effect'],
      values: [{ field: 'weapon', values: ['lasergun'] }],
    });
    await expect.poll(() => said(app)).toEqual(all);
    expect(app.filters.active.map(({ field }) => field)).toEqual(['weapon']);
    const sentence = all.map((one) => words.faults.sentence(one)).join();
    expect(sentence).toContain('“weapn”, which no open data have');
    expect(sentence).toContain('by effect was left out');
    expect(sentence).toContain('“lasergun” (weapon), which occurs nowhere');
    expect(sentence).toContain('remove it');
  });

  it('names a layer that there is not as a part that was ignored', async () => {
    const app = await openPage('layers=energy,castles');
    expect(app.notices.all.map(({ message }) => message)).toContainEqual({
      kind: 'address-parts',
      parts: [{ part: 'layers', text: 'castles' }],
    });
  });

  it.each([
    'values(weapon,drone,!rocket,)',
    'values(week-hour,1-0,1-1)',
    'range(killed,1,)range(reported,29500000,)',
    'contains(place,Irbil)hours(13:00,14:00)',
    'area(named:Irbil,named:Halabja,place:Irbil,box:43~2c.35~2c.44~2c.36)',
  ])('says nothing of what they have: %s', async (filter) => {
    const app = await pageOf(filter);
    expect(said(app)).toEqual([]);
    expect(app.filters.active.length).toBeGreaterThan(0);
  });
});

describe('a step of the browser', () => {
  it('to such a filter says it again, and the one back takes it away', async () => {
    const window = new FakeWindow('?filter=values(weapon,lasergun)');
    const addressBar = await BrowserUrlBar.open(window);
    const app = await openPage('', { addressBar });
    const named = of({ values: [{ field: 'weapon', values: ['lasergun'] }] });
    await expect.poll(() => said(app)).toEqual(named);
    const travel = async (steps: number): Promise<void> => {
      await window.go(steps);
      await readEntry(addressBar);
      flushSync();
    };
    app.filters.clear();
    flushSync();
    expect(window.length).toBe(2);
    await travel(-1);
    await expect.poll(() => said(app)).toEqual(named);
    await travel(1);
    await expect.poll(() => said(app)).toEqual([]);
  });
});

describe('a value of a column of a file', () => {
  it('is named once the file is open', async () => {
    const window = new FakeWindow('#own=values(column:what,camp,castle)');
    const app = await openPage('', { addressBar: await BrowserUrlBar.open(window) });
    expect(said(app)).toEqual([]);
    app.imports.openFiles([new File([MADE_UP], 'mine.csv')]);
    await expect.poll(() => app.imports.status.kind).toBe('confirming');
    app.imports.confirm();
    await expect
      .poll(() => said(app))
      .toEqual(of({ values: [{ field: 'column:what', values: ['castle'] }] }));
  });
});
