import { iran } from './place-names/iran.ts';
import { federalIraq, kurdistanRegion } from './place-names/iraq.ts';
import { otherNeighbours } from './place-names/other-neighbours.ts';
import type { PlaceNames } from './place-names/place-name.ts';
import { syria } from './place-names/syria.ts';
import { turkey } from './place-names/turkey.ts';

/** Places whose own spelling, the one under the Latin name, is the Kurdish one. */
export const kurdishFirst: ReadonlySet<string> = new Set(Object.keys(kurdistanRegion));

/** By GeoNames id. What is listed is on the map, however close to a larger place. */
export const placeNames: PlaceNames = {
  ...kurdistanRegion,
  ...federalIraq,
  ...iran,
  ...turkey,
  ...syria,
  ...otherNeighbours,
};

/** Second points of a city listed above, too far from the first to be found by distance: Duhok, Kermanshah, Anah. */
export const secondPoints: ReadonlySet<string> = new Set(['90708', '23814', '98885']);
