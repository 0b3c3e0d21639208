import type { NamedArea } from '../../../../src/core/place/named-area.ts';
import type { Spellings } from '../../../../src/core/text/search-text.ts';
import { LoadedAreas } from '../../../../src/worker/loaded-areas.ts';
import { worldAreasFile } from './world-areas-file.ts';

/** Areas of the world, loaded when a row needs them, as in the worker. */
export const areaSource = (own: readonly NamedArea[] = [], spellings: Spellings = []) =>
  new LoadedAreas(own, spellings, () => Promise.resolve(worldAreasFile()));

/** Own areas, where those of the world fail to load. */
export const failingAreas = (own: readonly NamedArea[]): LoadedAreas =>
  new LoadedAreas(own, [], () => Promise.reject(new Error('Made up.')));

/** No outlines at all. */
export const noAreas = (): LoadedAreas => new LoadedAreas([], [], undefined);
