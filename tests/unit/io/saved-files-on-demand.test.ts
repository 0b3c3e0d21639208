import { expect, it, vi } from 'vitest';
import { savedFilesOnDemand } from '../../../src/io/saved-files-on-demand.ts';

/** A browser whose databases cannot be opened; `names`: those that it has. */
function stubBrowser(names: () => readonly string[]) {
  const open = vi.fn(() => {
    throw new Error('Not here');
  });
  const databases = () => Promise.resolve(names().map((name) => ({ name })));
  vi.stubGlobal('indexedDB', { open, databases });
  return open;
}

it('makes and opens no database where nothing was ever saved', async () => {
  const open = stubBrowser(() => ['of another page']);
  expect(await savedFilesOnDemand().all()).toEqual([]);
  expect(open).not.toHaveBeenCalled();
});

it.each([
  ['there is one', () => ['dateline']],
  [
    'the browser does not say',
    () => {
      throw new Error('Made up');
    },
  ],
])('looks into the database where %s', async (_, names) => {
  const open = stubBrowser(names);
  expect(await savedFilesOnDemand().all()).toEqual([]);
  expect(open).toHaveBeenCalledWith('dateline');
});
