/** Every file is made up. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FileCheck } from '../../../src/state/file-check.svelte.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const file = (text: string): File => new File([text], 'made-up.txt');
const hashes = [
  { sha256: sha256('a page'), of: 'the page' },
  { sha256: sha256('a picture').toUpperCase(), of: 'the picture' },
];

async function outcomes(text: string): Promise<readonly boolean[]> {
  const check = new FileCheck();
  await check.check([file(text)], hashes);
  if (check.status.kind !== 'done') throw new Error(check.status.kind);
  expect(check.status.file.sha256).toBe(sha256(text));
  return check.status.file.comparisons.map(({ isSame }) => isSame);
}

describe('a file that is compared with recorded hashes', () => {
  it('is the same as one of them, or as none', async () => {
    expect(await outcomes('a page')).toEqual([true, false]);
    expect(await outcomes('a picture')).toEqual([false, true]);
    expect(await outcomes('a page.')).toEqual([false, false]);
    expect(await outcomes('')).toEqual([false, false]);
  });

  it('is one at a time', async () => {
    const check = new FileCheck();
    await check.check([file('a page'), file('a picture')], hashes);
    expect(check.status).toEqual({ kind: 'several' });
    await check.check([], hashes);
    expect(check.status).toEqual({ kind: 'several' });
  });

  it('may be unreadable', async () => {
    const check = new FileCheck();
    const gone = file('a page');
    gone.arrayBuffer = () => Promise.reject(new DOMException('made up', 'NotFoundError'));
    await check.check([gone], hashes);
    expect(check.status).toEqual({ kind: 'failed', name: 'made-up.txt' });
  });

  it('is forgotten when it is cancelled, and replaced by a newer one', async () => {
    const check = new FileCheck();
    const cancelled = check.check([file('a page')], hashes);
    expect(check.status.kind).toBe('reading');
    check.cancel();
    await cancelled;
    expect(check.status).toEqual({ kind: 'idle' });

    const older = check.check([file('a page')], hashes);
    await check.check([file('a picture')], hashes);
    await older;
    expect(check.status).toMatchObject({ kind: 'done', file: { sha256: sha256('a picture') } });
  });
});
