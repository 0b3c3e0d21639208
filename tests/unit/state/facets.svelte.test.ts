import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { FacetsAnswer, FacetsQuery, FieldSummary } from '../../../src/core/index/facet.ts';
import type { FieldKind } from '../../../src/core/fields/field-column.ts';
import { Dock } from '../../../src/state/dock.svelte.ts';
import { Facets, FIRST_VALUES, type CountedNow } from '../../../src/state/facets.svelte.ts';
import type { CallOptions } from '../../../src/worker/worker-client.ts';
import { deferred } from '../deferred.ts';

const field = (key: string, kind: FieldKind = 'category'): FieldSummary => ({
  key,
  kind,
  column: key.startsWith('column:') ? key.slice(7) : undefined,
  isMultiple: false,
  given: 1,
  distinct: 1,
  bounds: undefined,
});
const answerOf = (certain: number): FacetsAnswer => ({
  facets: [
    {
      kind: 'values',
      field: 'weapon',
      values: ['drone'],
      certain: Uint32Array.of(certain),
      possible: Uint32Array.of(0),
      order: 'all',
      more: 0,
    },
  ],
  total: { certain, possible: 0 },
});

/** A dock whose worker answers when the test says so. */
function openDock(
  fields: readonly FieldSummary[] = [
    field('weapon'),
    field('quoted'),
    field('place'),
    field('column:notes', 'text'),
  ],
) {
  const asked: {
    readonly query: FacetsQuery;
    readonly signal: AbortSignal | undefined;
    readonly answer: ReturnType<typeof deferred<FacetsAnswer>>;
  }[] = [];
  const fieldsAsked: CallOptions[] = [];
  let [answered, failure]: [readonly FieldSummary[], Error?] = [fields];
  let counted = $state.raw<CountedNow>({
    data: 'first',
    filter: [],
    extent: undefined,
    window: { from: 0, to: 1 },
    isMoving: false,
    isPlaying: false,
  });
  const dock = new Dock();
  const facets = new Facets(
    {
      fields: (_, options) => {
        fieldsAsked.push(options);
        return failure ? Promise.reject(failure) : Promise.resolve(answered);
      },
      facets: (query, { signal }) => {
        const answer = deferred<FacetsAnswer>();
        asked.push({ query, signal, answer });
        return answer.promise;
      },
    },
    () => counted,
    () => dock.tab,
  );
  return {
    facets,
    dock,
    asked,
    fieldsAsked,
    has: (others: readonly FieldSummary[]) => {
      answered = others;
    },
    fails: () => {
      failure = new Error('no fields');
    },
    change: (part: Partial<CountedNow>) => {
      counted = { ...counted, ...part };
      flushSync();
    },
    /** Answers what is asked now. */
    answers: async (certain: number) => {
      asked.at(-1)?.answer.resolve(answerOf(certain));
      await settled();
    },
  };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  flushSync();
};
const moveTo = (to: number) => ({ window: { from: 0, to } });
const secondOf = (facets: Facets) => facets.secondOf('weapon')?.certain[0];
const certainOf = (facets: Facets) => facets.countsOf('weapon')?.certain[0];

describe('facets', () => {
  it('ask nothing while the dock is closed', async () => {
    const { facets, asked, fieldsAsked, change } = openDock();
    change(moveTo(2));
    await settled();
    expect([asked.length, fieldsAsked.length]).toEqual([0, 0]);
    const close = facets.follow();
    flushSync();
    await settled();
    expect([asked.length, fieldsAsked.length]).toEqual([1, 1]);
    close();
    change(moveTo(3));
    await settled();
    expect([asked.length, fieldsAsked.length]).toEqual([1, 1]);
    expect(asked[0]?.signal?.aborted).toBe(true);
  });

  it('out of sight wait until the window rests, and keep their counts till then', async () => {
    const { facets, asked, change, answers } = openDock([field('weapon'), field('effect')]);
    const close = facets.follow();
    flushSync();
    await settled();
    const fieldsAsked = (): readonly string[] =>
      (asked.at(-1)?.query.facets ?? []).map(({ field: key }) => key);
    const open = fieldsAsked();
    expect(open).toEqual(['weapon', 'effect']);
    await answers(1);
    facets.see('weapon', false);
    await settled();
    // At rest all are counted already.
    expect(asked.length).toBe(1);
    change({ ...moveTo(2), isMoving: true });
    await settled();
    expect(fieldsAsked()).toEqual(['effect']);
    // The answer comes when the window rests already.
    change({ isMoving: false });
    asked.at(-1)?.answer.resolve({ facets: [], total: { certain: 2, possible: 0 } });
    await settled();
    expect(certainOf(facets)).toBe(1);
    await answers(3);
    expect([fieldsAsked(), certainOf(facets)]).toEqual([open, 3]);
    // In sight again it is counted while the window moves.
    facets.see('weapon', true);
    change({ ...moveTo(4), isMoving: true });
    await answers(4);
    expect([fieldsAsked(), certainOf(facets)]).toEqual([open, 4]);
    close();
  });

  it('count the second of two periods after the first, and show both together', async () => {
    const { facets, asked, change, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    await answers(1);
    change({ ...moveTo(10), second: { from: 10, to: 20 } });
    await answers(5);
    expect([asked.length, certainOf(facets), secondOf(facets)]).toEqual([3, 1, undefined]);
    await answers(12);
    expect(asked.map(({ query }) => query.window)).toEqual([
      { from: 0, to: 1 },
      { from: 0, to: 10 },
      { from: 10, to: 20 },
    ]);
    expect([certainOf(facets), secondOf(facets)]).toEqual([5, 12]);
    // One period again: what was counted of B is no longer shown, and not asked for.
    change({ second: undefined });
    expect(secondOf(facets)).toBeUndefined();
    await answers(5);
    expect(asked.length).toBe(4);
    close();
  });

  it('send one request at a time, and next the newest window', async () => {
    const { facets, asked, change, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    for (const to of [2, 3, 4]) change(moveTo(to));
    expect(asked.map(({ query }) => query.window.to)).toEqual([1]);
    await answers(10);
    expect(asked.map(({ query }) => query.window.to)).toEqual([1, 4]);
    expect(certainOf(facets)).toBe(10);
    await answers(20);
    expect(certainOf(facets)).toBe(20);
    expect(asked).toHaveLength(2);
    close();
  });

  it('keep the last counts until the next ones are there, also over closing', async () => {
    const { facets, change, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    await answers(7);
    change({ filter: [{ kind: 'text', field: '*', text: 'a' }] });
    expect(certainOf(facets)).toBe(7);
    close();
    expect(certainOf(facets)).toBe(7);
  });

  it('count all open facets in one request', async () => {
    const { facets, asked, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    await answers(1);
    facets.unfold('quoted', true);
    flushSync();
    expect(asked.at(-1)?.query.facets).toEqual([
      { field: 'weapon', search: '', limit: FIRST_VALUES, order: 'all' },
      { field: 'quoted', search: '', limit: FIRST_VALUES, order: 'all' },
    ]);
    await answers(1);
    facets.search('quoted', 'ye');
    facets.listMore('quoted');
    flushSync();
    expect(asked.at(-1)?.query.facets[1]).toMatchObject({ search: 'ye' });
    expect(asked.at(-1)?.query.facets[1]?.limit).toBeGreaterThan(FIRST_VALUES);
    close();
  });

  it('ask for the fields once, and again for other data', async () => {
    const { facets, fieldsAsked, change } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    change(moveTo(5));
    expect(fieldsAsked).toHaveLength(1);
    fieldsAsked[0]?.onProgress?.(0.5);
    change({ data: 'second' });
    await settled();
    expect(fieldsAsked).toHaveLength(2);
    expect(facets.progress).toBeUndefined();
    close();
  });

  it('open a few columns of a file that has none of our fields, categories first', async () => {
    const { facets } = openDock([
      field('column:id', 'text'),
      field('column:b', 'number'),
      field('column:c', 'number'),
      field('column:d', 'number'),
      field('column:e', 'number'),
      field('column:a'),
    ]);
    const close = facets.follow();
    flushSync();
    await settled();
    const open = facets.fields?.map(({ key }) => key).filter((key) => facets.isOpen(key));
    expect(open).toEqual(['column:b', 'column:c', 'column:d', 'column:a']);
    close();
  });

  it('choose again where the data have none of the open fields, unless all are folded', async () => {
    const { facets, has, change } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    has([field('column:a'), field('column:b')]);
    change({ data: 'file' });
    await settled();
    expect([facets.isOpen('column:a'), facets.isOpen('column:b')]).toEqual([true, true]);
    facets.unfold('column:b', false);
    change({ data: 'the file again' });
    await settled();
    expect(facets.isOpen('column:b')).toBe(false);
    for (const key of ['weapon', 'column:a']) facets.unfold(key, false);
    change({ data: 'the file once more' });
    await settled();
    expect(facets.isOpen('column:a')).toBe(false);
    close();
  });

  it('count no texts, and no field that the data do not have', async () => {
    const { facets, asked, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    await answers(1);
    facets.unfold('column:notes', true);
    facets.unfold('column:gone', true);
    flushSync();
    expect(asked.at(-1)?.query.facets.map((one) => one.field)).toEqual(['weapon']);
    close();
  });

  it('count what the charts show while these are chosen', async () => {
    const { facets, dock, asked, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    await answers(1);
    facets.chart([{ field: 'place', search: '', limit: 12, order: 'all' }]);
    dock.tab = 'charts';
    flushSync();
    expect(asked.at(-1)?.query.facets.map((one) => one.field)).toEqual(['place']);
    close();
  });

  it.each(['isMoving', 'isPlaying'] as const)(
    'are ordered by the periods of the last rest while %s',
    async (motion) => {
      const { facets, dock, asked, change, answers } = openDock();
      const orders = () => asked.at(-1)?.query.orderedIn;
      const close = facets.follow();
      flushSync();
      await settled();
      await answers(1);
      // Filters keep the order of all data.
      expect(orders()).toEqual([]);
      facets.chart([{ field: 'place', search: '', limit: 12, order: 'shown' }]);
      dock.tab = 'charts';
      flushSync();
      await answers(1);
      expect(orders()).toEqual([{ from: 0, to: 1 }]);
      change({ ...moveTo(5), [motion]: true });
      await answers(1);
      expect(asked.at(-1)?.query).toMatchObject({ ...moveTo(5), orderedIn: [{ from: 0, to: 1 }] });
      change({ [motion]: false });
      await answers(1);
      expect(orders()).toEqual([{ from: 0, to: 5 }]);
      // Of two periods, both order: a value is in one place for both.
      change({ second: { from: 10, to: 20 } });
      await answers(1);
      await answers(1);
      expect(orders()).toEqual([
        { from: 0, to: 5 },
        { from: 10, to: 20 },
      ]);
      close();
    },
  );

  it('keep the counts of a chart and a filter of one field apart', async () => {
    const { facets, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    await answers(1);
    expect(facets.countsOf('weapon')?.certain[0]).toBe(1);
    expect(facets.countsOf('weapon', 'shown')).toBeUndefined();
    close();
  });

  it('are idle again where the fields could not be read', async () => {
    const { facets, fails } = openDock();
    fails();
    await expect(facets.askFields()).rejects.toThrow('no fields');
    expect(facets.progress).toBeUndefined();
  });

  it('ask for the fields again where the dock closes before they are there', async () => {
    const { facets, fieldsAsked } = openDock();
    const close = facets.follow();
    flushSync();
    close();
    // In the same task, as what takes the place of the dock does.
    await facets.askFields();
    expect(fieldsAsked.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
    expect([facets.fields?.length, facets.progress]).toEqual([4, undefined]);
  });

  it('take no counts of the data before', async () => {
    const { facets, asked, change, answers } = openDock();
    const close = facets.follow();
    flushSync();
    await settled();
    change({ data: 'second' });
    await settled();
    expect(asked[0]?.signal?.aborted).toBe(true);
    asked[0]?.answer.resolve(answerOf(10));
    await settled();
    expect(certainOf(facets)).toBeUndefined();
    await answers(20);
    expect(certainOf(facets)).toBe(20);
    close();
  });
});
