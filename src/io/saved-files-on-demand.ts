import type { SavedFileStore } from './saved-files.ts';

/** What the browser's own database of saved files is called. */
const DATABASE = 'dateline';

/** False only where the browser says that no file was ever saved. A sandboxed page throws when it asks. */
async function mayBeSaved(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return true;
  }
}

/** The saved files of this device. What reads and writes them is loaded once there are any: most readers save none. */
export function savedFilesOnDemand(): SavedFileStore {
  let loaded: SavedFileStore | undefined;
  const store = async (): Promise<SavedFileStore> =>
    (loaded ??= (await import('./saved-files.ts')).browserSavedFiles(DATABASE));
  return {
    all: async () => ((await mayBeSaved()) ? (await store()).all() : []),
    put: async (file) => (await store()).put(file),
    remove: async (key) => (await store()).remove(key),
  };
}
