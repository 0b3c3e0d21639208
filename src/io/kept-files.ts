import { createStore, del, entries, set } from 'idb-keyval';
import type { Meaning } from '../core/reading/meaning.ts';
import type { Encoding } from '../core/reading/sheet-form.ts';

/** A file of the reader's own that this device keeps, and how its columns were read. */
export type KeptFile = {
  readonly name: string;
  readonly blob: Blob;
  readonly address: string | undefined;
  readonly meaning: Meaning;
  /** The text encoding that the reader chose; undefined: by its bytes. */
  readonly encoding?: Encoding | undefined;
};

/** What is kept on this device because the reader asked for it, and only here. */
export type KeptFiles = {
  readonly all: () => Promise<readonly { readonly key: string; readonly file: KeptFile }[]>;
  /** Its key; undefined where the browser keeps nothing: private windows, no room. */
  readonly put: (file: KeptFile) => Promise<string | undefined>;
  readonly remove: (key: string) => Promise<void>;
};

const isKeptFile = (value: unknown): value is KeptFile =>
  typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Blob;

/** In the browser's own database; works without one too, then nothing is kept. */
export function browserKeptFiles(): KeptFiles {
  const store = createStore('dateline', 'files');
  return {
    async all() {
      try {
        const kept = await entries<string, unknown>(store);
        return kept.flatMap(([key, file]) => (isKeptFile(file) ? [{ key, file }] : []));
      } catch {
        return [];
      }
    },
    async put(file) {
      const key = crypto.randomUUID();
      try {
        await set(key, file, store);
        return key;
      } catch {
        return undefined;
      }
    },
    async remove(key) {
      try {
        await del(key, store);
      } catch {
        return;
      }
    },
  };
}
