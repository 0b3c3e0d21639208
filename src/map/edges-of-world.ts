import { LngLat } from 'maplibre-gl';
import { LAST_LATITUDE } from '../core/place/bounds.ts';
import { wrapLongitude } from '../core/place/longitude.ts';
import { WORLD_PIXELS } from '../core/place/mercator.ts';

/** Zoomed out, the world is at least this part of the shorter side of the map: what covers the map takes the rest. */
const SMALLEST_WORLD = 0.7;

/**
 * How far the map can be moved. MapLibre would keep the edges of the world outside of the map, so what lies near a
 * pole would stay under a panel, and a narrow map could not show the whole world.
 */
export const stayOnWorld =
  (element: HTMLElement, closest: () => number) =>
  ({ lng, lat }: LngLat, zoom: number): { center: LngLat; zoom: number } => {
    const north = Math.min(Math.max(lat, -LAST_LATITUDE), LAST_LATITUDE);
    const shorter = Math.max(Math.min(element.clientWidth, element.clientHeight), 1);
    const farthest = Math.log2((SMALLEST_WORLD * shorter) / WORLD_PIXELS);
    return {
      center: new LngLat(wrapLongitude(lng), north),
      zoom: Math.min(Math.max(zoom, farthest), closest()),
    };
  };
