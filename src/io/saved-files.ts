import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import {
  COLUMN_FIELDS,
  TABLE_SCHEMAS,
  PLACE_PRECISION_SCALES,
  TIME_PRECISION_SCALES,
  type ColumnMapping,
} from '../core/mapping/column-mapping.ts';
import { CALENDARS, DATE_ORDERS } from '../core/time/date-order.ts';
import { ENCODINGS, type Encoding } from '../core/mapping/format-info.ts';

/** A file of the reader's own that is saved on this device, and how its columns were read. */
export type SavedFile = {
  readonly name: string;
  readonly blob: Blob;
  readonly address: string | undefined;
  /** Undefined where it was saved by a version that described columns in another way. */
  readonly mapping: ColumnMapping | undefined;
  /** The text encoding that the reader chose; undefined: by its bytes. */
  readonly encoding?: Encoding | undefined;
};

/** The browser has no room for a file, or stores nothing, as in private windows. */
export type NotStored = { readonly why: 'no-room' | 'no-storage' };

/** Files that are saved on this device because the reader asked for it, and only there. */
export type SavedFileStore = {
  readonly all: () => Promise<readonly { readonly key: string; readonly file: SavedFile }[]>;
  /** Its key, or why there is none. */
  readonly put: (file: SavedFile) => Promise<string | NotStored>;
  /** Resolves to true if the file was deleted from this device. */
  readonly remove: (key: string) => Promise<boolean>;
};

/** Raised whenever `ColumnMapping` changes in a way that older ones cannot be read by. */
const MAPPING_VERSION = 2;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isOneOf = (values: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && values.includes(value);
const isColumn = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isColumnOrNone = (value: unknown): boolean => value === undefined || isColumn(value);

function isPlace(place: unknown): boolean {
  if (!isObject(place)) return false;
  switch (place['kind']) {
    case 'two':
      return isColumn(place['latitude']) && isColumn(place['longitude']);
    case 'one':
      return (
        isColumn(place['column']) && isOneOf(['latitude-first', 'longitude-first'], place['order'])
      );
    case 'geometry':
      return isColumnOrNone(place['column']) && isColumnOrNone(place['unread']);
    default:
      return place['kind'] === 'none';
  }
}

function isTime(time: unknown): boolean {
  if (!isObject(time) || !isColumnOrNone(time['clock'])) return false;
  switch (time['kind']) {
    case 'one':
    case 'leading':
      return isColumn(time['column']) && isOneOf(DATE_ORDERS, time['order']);
    case 'interval':
      return (
        isColumn(time['from']) &&
        isColumn(time['to']) &&
        isColumnOrNone(time['clockTo']) &&
        isOneOf(DATE_ORDERS, time['order'])
      );
    case 'parts':
      return isColumn(time['year']) && isColumnOrNone(time['month']) && isColumnOrNone(time['day']);
    case 'epoch':
      return (
        isColumn(time['column']) &&
        isColumnOrNone(time['to']) &&
        isOneOf(['seconds', 'milliseconds'], time['unit'])
      );
    default:
      return time['kind'] === 'none';
  }
}

const isPrecision = (precision: unknown, scales: readonly string[]): boolean =>
  precision === undefined ||
  (isObject(precision) && isColumn(precision['column']) && isOneOf(scales, precision['scale']));

/** Another version of the page or damage may have left anything in the entry. */
const isMapping = (value: unknown): value is ColumnMapping =>
  isObject(value) &&
  isOneOf(TABLE_SCHEMAS, value['schema']) &&
  isPlace(value['place']) &&
  isTime(value['time']) &&
  isPrecision(value['placePrecision'], PLACE_PRECISION_SCALES) &&
  isPrecision(value['timePrecision'], TIME_PRECISION_SCALES) &&
  (value['calendar'] === undefined || isOneOf([...CALENDARS, 'unknown'], value['calendar'])) &&
  COLUMN_FIELDS.every((name) => isColumnOrNone(value[name]));

const isEncoding = (value: unknown): value is Encoding => isOneOf(ENCODINGS, value);

/** How the columns were read. Version 1 called the mapping `meaning`, and its schema `layout`. */
function storedMapping(entry: Record<string, unknown>): unknown {
  if (entry['version'] === MAPPING_VERSION) return entry['mapping'];
  if (entry['version'] !== 1 || !isObject(entry['meaning'])) return undefined;
  const { layout, ...others } = entry['meaning'];
  return { ...others, schema: layout };
}

/** A stored entry; undefined without a file. Its column mapping counts only where its version is known. */
export function readEntry(value: unknown): SavedFile | undefined {
  if (!isObject(value) || !(value['blob'] instanceof Blob)) return undefined;
  const { name, blob, address, encoding } = value;
  const mapping = storedMapping(value);
  const isKnown = isMapping(mapping) && (encoding === undefined || isEncoding(encoding));
  return {
    name: typeof name === 'string' ? name : '?',
    blob,
    address: typeof address === 'string' ? address : undefined,
    mapping: isKnown ? mapping : undefined,
    encoding: isKnown ? encoding : undefined,
  };
}

/** What is written to the device: the file, and the version of its column mapping. */
export const entryOf = (file: SavedFile): SavedFile & { readonly version: number } => ({
  ...file,
  version: MAPPING_VERSION,
});

/** A key that no other entry has. `crypto.randomUUID` is missing on hosts without https. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

const isNoRoom = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError';

/** In the browser's own database; works without one too, then nothing is saved. */
export function browserSavedFiles(database: string): SavedFileStore {
  // Opened at the first use, within a try: a sandboxed page has no database and asking for it throws.
  let opened: UseStore | undefined;
  const store = (): UseStore => (opened ??= createStore(database, 'files'));
  return {
    async all() {
      try {
        const stored = await entries<string, unknown>(store());
        return stored.flatMap(([key, value]) => {
          const file = readEntry(value);
          return file ? [{ key, file }] : [];
        });
      } catch {
        return [];
      }
    },
    async put(file) {
      try {
        const key = newKey();
        await set(key, entryOf(file), store());
        return key;
      } catch (cause) {
        return { why: isNoRoom(cause) ? 'no-room' : 'no-storage' };
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
