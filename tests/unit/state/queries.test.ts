import { searchTextOf } from '../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import type { ListRequest, ViewAnswer, ViewRequest } from '../../../src/worker/protocol.ts';
import type { RecordList } from '../../../src/core/index/record-list.ts';
import type { CallOptions } from '../../../src/worker/worker-client.ts';
import { openPage } from './open-page.ts';

type Call<Request, Answer> = {
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  answer(answer: Answer): void;
  fail(): void;
};

/** A worker that answers when the test says so, in any order; a cancelled call rejects at once. */
function byHand<Request, Answer>() {
  const calls: Call<Request, Answer>[] = [];
  const ask = (request: Request, { signal }: CallOptions): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(signal.reason as DOMException);
      });
      const fail = (): void => {
        reject(new Error('The worker failed.'));
      };
      calls.push({ request, signal, answer: resolve, fail });
    });
  return { calls, ask };
}

/** A real answer of the worker, to be given by hand. */
async function realView(): Promise<ViewAnswer> {
  let view: ViewAnswer['view'] | undefined;
  const app = await openPage('');
  await expect.poll(() => (view = app.shown?.view?.view)).toBeDefined();
  if (!view) throw new Error('There is no view.');
  return { view, counts: undefined };
}

const cancelled = (query: Promise<unknown> | undefined) =>
  expect(query).rejects.toMatchObject({ name: 'AbortError' });

async function pageWithViews() {
  const { calls, ask } = byHand<ViewRequest, ViewAnswer>();
  const app = await openPage('', { view: ask });
  const shown = app.shown ?? expect.unreachable();
  calls.length = 0;
  // What the effects of the page asked for is no subject here.
  shown.replace(shown.data);
  return { app, shown, queries: shown.queries, calls };
}

describe('`Queries` for marks', () => {
  it('shows the answer to the newer query, even if the older one answers last', async () => {
    const answer = await realView();
    const { app, queries, calls } = await pageWithViews();
    app.filters.search('older');
    const older = cancelled(queries.askView());
    app.filters.search('newer');
    const newer = queries.askView();
    expect(calls[0]?.signal?.aborted).toBe(true);
    calls[1]?.answer(answer);
    await newer;
    calls[0]?.answer(answer);
    await older;
    expect(searchTextOf(queries.view?.filter ?? [])).toBe('newer');
  });

  it('sends one query while nothing changes', async () => {
    const answer = await realView();
    const { queries, calls } = await pageWithViews();
    const first = queries.askView();
    await queries.askView();
    calls[0]?.answer(answer);
    await first;
    await queries.askView();
    expect(calls).toHaveLength(1);
  });

  it('sends the query again after a failure', async () => {
    const answer = await realView();
    const { queries, calls } = await pageWithViews();
    const failing = queries.askView();
    calls[0]?.fail();
    await expect(failing).rejects.toThrow('The worker failed.');
    expect(queries.view).toBeUndefined();
    const again = queries.askView();
    calls[1]?.answer(answer);
    await again;
    expect(queries.view?.view).toBe(answer.view);
  });

  it('drops an answer about data that were replaced', async () => {
    const answer = await realView();
    const { shown, queries, calls } = await pageWithViews();
    const before = cancelled(queries.askView());
    shown.replace(shown.data);
    calls[0]?.answer(answer);
    await before;
    expect(queries.view).toBeUndefined();
    expect(queries.progress).toBeUndefined();
    const after = queries.askView();
    expect(calls).toHaveLength(2);
    calls[1]?.answer(answer);
    await after;
    expect(queries.view?.view).toBe(answer.view);
  });
});

describe('`Queries` for a list', () => {
  it('sends the query again after a failure, and drops its answer when the data are replaced', async () => {
    const { calls, ask } = byHand<ListRequest, RecordList | undefined>();
    const app = await openPage('', { list: ask });
    const shown = app.shown ?? expect.unreachable();
    const { queries } = shown;
    app.panel.openList();
    const failing = queries.askListing();
    calls[0]?.fail();
    await expect(failing).rejects.toThrow('The worker failed.');
    const again = queries.askListing();
    calls[1]?.answer(undefined);
    await again;
    expect(queries.list?.listing.rows).toHaveLength(0);
    shown.replace(shown.data);
    expect(queries.list).toBeUndefined();
  });
});
