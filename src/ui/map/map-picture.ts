import { createContext } from 'svelte';
import type { MapPicture } from '../../map/map-options.ts';

export type { MapPicture };

/** Draws the map as it is now; undefined while there is none. */
export type MapPictureSource = { draw: () => MapPicture | undefined };

/** For parts of the page that show the map elsewhere, as on paper. */
export const [useMapPicture, provideMapPicture] = createContext<MapPictureSource>();
