import type { Layer } from '../records/layer.ts';
import type { Bounds } from '../place/bounds.ts';
import type { Minute } from '../time/minute.ts';
import type { RowFilterName } from './row-filters.ts';

/** What the reader filters by, except the time window. An empty search text matches everything. */
export type Filter = {
  /** Keys of the layers that are switched off. */
  readonly hidden: ReadonlySet<string>;
  readonly text: string;
  /** The row filters that are on; absent: none. */
  readonly only?: ReadonlySet<RowFilterName>;
  /** Only what was reported before a time, as a reader then could know it; absent: all. */
  readonly knownBefore?: Minute | undefined;
};

/** What is counted by layer: a filter whatever layers it hides. */
export type RowQuery = Omit<Filter, 'hidden'>;

const NONE: ReadonlySet<never> = new Set<never>();

export const EMPTY_FILTER: Filter = { hidden: new Set(), text: '' };

/** The area that is counted; undefined means the whole world. */
export type Extent = Bounds | undefined;

/** One flag for each layer: 1 when it is on. */
export const layerFlags = (
  layers: readonly Layer[],
  hidden: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> => Uint8Array.from(layers, ({ key }) => (hidden.has(key) ? 0 : 1));

/** Returns a key that is equal for filters that match the same rows. */
export const filterKey = ({ hidden, text, only = NONE, knownBefore }: Filter): string =>
  JSON.stringify([[...hidden].toSorted(), text, [...only].toSorted(), knownBefore]);

/** The same of what is counted. */
export const queryKey = (query: RowQuery): string => filterKey({ ...query, hidden: NONE });
