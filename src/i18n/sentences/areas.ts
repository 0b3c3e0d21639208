import type { AreaShape } from '../../core/filters/area-shape.ts';
import type { Messages } from '../messages.ts';

/** Smaller areas need more decimals to be told from others. */
const SMALL_DEGREES = 0.2;
const SMALL_KM = 5;

const rounded = (degrees: number, isSmall: boolean): number =>
  Number(degrees.toFixed(isSmall ? 4 : 2));

/** `coordinates`: `36.19° N, 44.01° E` of a latitude and a longitude. */
export function areaSentences(
  words: Messages['areas'],
  coordinates: (lat: number, lon: number) => string,
) {
  const at = (lat: number, lon: number, isSmall: boolean): string =>
    coordinates(rounded(lat, isSmall), rounded(lon, isSmall));
  const distance = (km: number): string =>
    km < 1 ? words.metres(Math.round(km * 1000)) : words.kilometres(km);
  return {
    distance,
    /** `within 25 km of 36.19° N, 44.01° E` */
    shapeWords: (shape: AreaShape): string => {
      switch (shape.kind) {
        case 'box': {
          const { west, south, east, north } = shape;
          const isSmall = Math.min(north - south, Math.abs(east - west)) < SMALL_DEGREES;
          return words.shapes.box(at(south, west, isSmall), at(north, east, isSmall));
        }
        case 'circle': {
          const { lon, lat, radiusKm } = shape;
          return words.shapes.circle(distance(radiusKm), at(lat, lon, radiusKm < SMALL_KM));
        }
        case 'polygon':
          return words.shapes.polygon(shape.corners.length);
        case 'place':
          return words.shapes.place(shape.name);
        case 'named':
          return words.shapes.named(shape.name);
      }
    },
    /** The point under the cross. */
    pointWords: (lat: number, lon: number): string => at(lat, lon, false),
  };
}
