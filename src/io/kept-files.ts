import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { Meaning } from '../core/reading/meaning.ts';
import type { Encoding } from '../core/reading/sheet-form.ts';

/** A file of the reader's own that this device keeps, and how its columns were read. */
export type KeptFile = {
  readonly name: string;
  readonly blob: Blob;
  readonly address: string | undefined;
  /** Undefined where it was kept by a version that described columns in another way. */
  readonly meaning: Meaning | undefined;
  /** The text encoding that the reader chose; undefined: by its bytes. */
  readonly encoding?: Encoding | undefined;
};

/** What is kept on this device because the reader asked for it, and only here. */
export type KeptFiles = {
  readonly all: () => Promise<readonly { readonly key: string; readonly file: KeptFile }[]>;
  /** Its key; undefined where the browser keeps nothing: private windows, no room. */
  readonly put: (file: KeptFile) => Promise<string | undefined>;
  /** Whether it is gone from this device. */
  readonly remove: (key: string) => Promise<boolean>;
};

/** Raised whenever `Meaning` changes in a way that older ones cannot be read by. */
const MEANING_VERSION = 1;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Checked only as far as another version or a damaged entry shows: the parts that every meaning has. */
const isMeaning = (value: unknown): value is Meaning =>
  isObject(value) &&
  'layout' in value &&
  isObject(value['place']) &&
  typeof value['place']['kind'] === 'string';

/** A kept entry as it is meant; undefined without a file. Its column mapping counts only in this version. */
export function readKept(value: unknown): KeptFile | undefined {
  if (!isObject(value) || !(value['blob'] instanceof Blob)) return undefined;
  const { name, blob, address, meaning, encoding, version } = value;
  const isKnown = version === MEANING_VERSION && isMeaning(meaning);
  return {
    name: typeof name === 'string' ? name : 'file',
    blob,
    address: typeof address === 'string' ? address : undefined,
    meaning: isKnown ? meaning : undefined,
    encoding: isKnown ? (encoding as Encoding | undefined) : undefined,
  };
}

/** What is written to the device: the file, and the version of its column mapping. */
export const writtenKept = (file: KeptFile): KeptFile & { readonly version: number } => ({
  ...file,
  version: MEANING_VERSION,
});

/** A key that no other entry has. `crypto.randomUUID` is missing on hosts without https. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/** In the browser's own database; works without one too, then nothing is kept. */
export function browserKeptFiles(): KeptFiles {
  // Opened at the first use, within a try: a sandboxed page has no database and asking for it throws.
  let opened: UseStore | undefined;
  const store = (): UseStore => (opened ??= createStore('dateline', 'files'));
  return {
    async all() {
      try {
        const kept = await entries<string, unknown>(store());
        return kept.flatMap(([key, value]) => {
          const file = readKept(value);
          return file ? [{ key, file }] : [];
        });
      } catch {
        return [];
      }
    },
    async put(file) {
      try {
        const key = newKey();
        await set(key, writtenKept(file), store());
        return key;
      } catch {
        return undefined;
      }
    },
    async remove(key) {
      try {
        await del(key, store());
        return true;
      } catch {
        return false;
      }
    },
  };
}
