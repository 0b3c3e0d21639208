import { LngLat, type Map } from 'maplibre-gl';
import { wrapLongitude } from '../core/place/longitude.ts';
import { LAST_LATITUDE } from '../core/place/bounds.ts';
import { WORLD_PIXELS } from '../core/place/mercator.ts';

/** Zoomed out, the world is at least this part of the shorter side of the map: what covers the map takes the rest. */
const SMALLEST_WORLD = 0.7;

/**
 * How far the map can be moved. MapLibre would keep the edges of the world outside of the map, so what lies near a
 * pole would stay under a panel, and a narrow map could not show the whole world.
 */
export function stayOnWorld(mapOf: () => Map | undefined) {
  return ({ lng, lat }: LngLat, zoom: number): { center: LngLat; zoom: number } => {
    const map = mapOf();
    const north = Math.min(Math.max(lat, -LAST_LATITUDE), LAST_LATITUDE);
    const center = new LngLat(wrapLongitude(lng), north);
    if (!map) return { center, zoom };
    const { clientWidth, clientHeight } = map.getContainer();
    const shorter = Math.max(Math.min(clientWidth, clientHeight), 1);
    const least = Math.log2((SMALLEST_WORLD * shorter) / WORLD_PIXELS);
    return { center, zoom: Math.min(Math.max(zoom, least), map.getMaxZoom()) };
  };
}
