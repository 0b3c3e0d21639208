import type { Layer } from '../records/layer.ts';
import type { Bounds } from '../place/bounds.ts';

/** What a reader asked to see, the window apart. An empty text asks for everything. */
export type Filter = {
  /** Keys of the layers that are switched off. */
  readonly hidden: ReadonlySet<string>;
  readonly text: string;
};

export const EMPTY_FILTER: Filter = { hidden: new Set(), text: '' };

/** The part of the world that counts; undefined: all of it. */
export type Extent = Bounds | undefined;

/** One flag for each layer: 1 when it is on. */
export const layerFlags = (
  layers: readonly Layer[],
  hidden: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> => Uint8Array.from(layers, ({ key }) => (hidden.has(key) ? 0 : 1));

/** Equal for filters that let the same rows through. */
export const filterKey = ({ hidden, text }: Filter): string =>
  JSON.stringify([[...hidden].toSorted(), text]);
