import type { NamedArea } from '../../../../src/core/place/named-area.ts';
import type { Spellings } from '../../../../src/core/text/search-text.ts';
import { LoadedAreas } from '../../../../src/worker/loaded-areas.ts';
import { worldAreasFile } from './world-areas-file.ts';

/** Areas of the world, loaded when a row needs them, as in the worker. */
export const areaSource = (own: readonly NamedArea[] = [], spellings: Spellings = []) =>
  new LoadedAreas(own, spellings, () => Promise.resolve(worldAreasFile()));

/** No outlines at all. */
export const noAreas = (): LoadedAreas => new LoadedAreas([], [], undefined);

/** Outlines that do not arrive. */
export const lostAreas = (own: readonly NamedArea[]): LoadedAreas =>
  new LoadedAreas(own, [], () => Promise.reject(new TypeError('No connection.')));
