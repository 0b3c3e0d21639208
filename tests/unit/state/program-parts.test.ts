import { describe, expect, it } from 'vitest';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { ProgramParts } from '../../../src/state/program-parts.ts';

function parts(answers: readonly boolean[]) {
  const notices = new Notices();
  const left = [...answers];
  let reloads = 0;
  const program = new ProgramParts(
    {
      answers: () => Promise.resolve(left.shift() ?? false),
      reload: () => {
        reloads++;
      },
    },
    notices,
  );
  return {
    program,
    notices,
    kinds: () => notices.all.map(({ message }) => message.kind),
    reloads: () => reloads,
  };
}

describe('`ProgramParts`', () => {
  it('reports missing parts once', () => {
    const { program, kinds } = parts([]);
    program.reportMissing();
    program.reportMissing();
    expect(kinds()).toEqual(['part-missing']);
  });

  it('reloads the page when the server answers', async () => {
    const { program, kinds, reloads } = parts([false, true]);
    program.reportMissing();
    await program.tryAgain();
    // Without a connection a reload would lose the page that is still there.
    expect([kinds(), reloads()]).toEqual([['page-unreachable'], 0]);
    await program.tryAgain();
    expect(reloads()).toBe(1);
  });
});
