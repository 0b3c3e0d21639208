import { describe, expect, it } from 'vitest';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import type { MarkNames as FoundNames, MarkNamesQuery } from '../../../src/core/index/mark-view.ts';
import { MarkNames } from '../../../src/state/mark-names.svelte.ts';
import type { ShownView } from '../../../src/state/asked-view.svelte.ts';
import type { CallOptions } from '../../../src/worker/worker-client.ts';
import { deferred } from '../deferred.ts';
import { settled } from './fake-worker.ts';

/** A made-up view: of its marks only the numbers are looked at. */
const viewWith = (numbers: readonly number[]): ShownView =>
  ({
    view: { zoom: 7, marks: { number: Uint32Array.from(numbers) } },
    filter: [],
    window: { from: 0, to: 1 },
  }) as unknown as ShownView;

const VIEW = viewWith([70, 71, 72, 73]);

/** Names whose worker answers when the test says so; a mark is called by its number. */
function waiting() {
  const asked: { readonly marks: readonly number[]; readonly signal: AbortSignal | undefined }[] =
    [];
  const answers: (() => void)[] = [];
  const names = new MarkNames(
    ({ marks }: MarkNamesQuery, { signal }: CallOptions) => {
      asked.push({ marks: [...marks], signal });
      const { promise, resolve, reject } = deferred<FoundNames>();
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
      answers.push(() => {
        resolve({
          place: [...marks].map(String),
          isAround: [...marks].map(() => false),
          morePlaces: marks.map((mark) => mark - 70),
        });
      });
      return promise;
    },
    (ask, signal) => ask({ signal }),
  );
  return { names, asked, answers };
}

describe('`MarkNames`', () => {
  it('asks once for each mark of a view, whether it is on screen or pointed at', async () => {
    const { names, asked, answers } = waiting();
    void names.nameAll(VIEW, [0, 1]);
    void names.name(VIEW, 1);
    expect(names.of(VIEW.view, 1)).toBeUndefined();
    answers[0]?.();
    await settled();
    expect(names.of(VIEW.view, 1)).toEqual({ place: '71', isAround: false, morePlaces: 1 });
    void names.name(VIEW, 0);
    void names.name(VIEW, 2);
    answers[1]?.();
    await settled();
    void names.nameAll(VIEW, [0, 1, 2]);
    expect(asked.map(({ marks }) => marks)).toEqual([[70, 71], [72]]);
    expect(names.of(VIEW.view, 2)?.place).toBe('72');
  });

  it('leaves the marks on screen under way when another is pointed at', async () => {
    const { names, asked, answers } = waiting();
    void names.nameAll(VIEW, [0, 1]);
    const older = names.name(VIEW, 2);
    void names.name(VIEW, 3);
    await expect(older).rejects.toSatisfy(isAbortError);
    expect(asked.map(({ signal }) => signal?.aborted)).toEqual([false, true, false]);
    for (const answer of answers) answer();
    await settled();
    expect([0, 1, 2, 3].map((mark) => names.of(VIEW.view, mark)?.place)).toEqual([
      '70',
      '71',
      undefined,
      '73',
    ]);
  });

  it('asks for all that are on screen now, and for what an older query would have told', async () => {
    const { names, asked, answers } = waiting();
    const older = names.nameAll(VIEW, [0, 1]);
    void names.nameAll(VIEW, [1]);
    void names.nameAll(VIEW, [1, 2]);
    answers[0]?.();
    answers[1]?.();
    await expect(older).rejects.toSatisfy(isAbortError);
    await settled();
    expect(asked.map(({ marks }) => marks)).toEqual([
      [70, 71],
      [71, 72],
    ]);
    expect(names.of(VIEW.view, 2)?.place).toBe('72');
  });

  it('drops the names of a view that another one has replaced', async () => {
    const { names, asked, answers } = waiting();
    const older = names.nameAll(VIEW, [0]);
    const next = viewWith([80]);
    void names.nameAll(next, [0]);
    answers[0]?.();
    await expect(older).rejects.toSatisfy(isAbortError);
    expect([names.of(VIEW.view, 0), names.of(next.view, 0)]).toEqual([undefined, undefined]);
    expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
    answers[1]?.();
    await settled();
    expect(names.of(next.view, 0)?.place).toBe('80');
  });
});
