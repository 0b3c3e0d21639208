import { markRadius } from '../core/cube/mark-radius.ts';
import type { MapScene } from '../core/view/map-scene.ts';

/** What a pointer or a key found on the map: a mark or an area by its position in the scene. */
export type Found =
  | { readonly kind: 'mark'; readonly mark: number }
  | { readonly kind: 'area'; readonly area: number }
  | { readonly kind: 'series'; readonly incident: string };

export type Point = { readonly x: number; readonly y: number };

/** Radius of a mark as it is drawn in the window, the possible ones included; 0 when empty. */
export function drawnRadius(scene: MapScene, mark: number): number {
  const { certain, possible } = scene.counts.marks;
  return markRadius((certain[mark] ?? 0) + (possible[mark] ?? 0), scene.shapes.level.zoom);
}

/**
 * The mark under a point, or the nearest within `reach` pixels of its edge. Asks the scene, not the
 * drawn features: radii are feature states, which MapLibre's own query does not know of.
 */
export function pickMark(
  scene: MapScene,
  at: Point,
  reach: number,
  project: (lon: number, lat: number) => Point,
): number | undefined {
  let nearest: { readonly mark: number; readonly gap: number } | undefined;
  for (const mark of scene.shapes.level.marks) {
    const radius = drawnRadius(scene, mark.id);
    if (radius === 0) continue;
    const centre = project(mark.lon, mark.lat);
    const gap = Math.hypot(centre.x - at.x, centre.y - at.y) - radius;
    if (gap <= reach && gap < (nearest?.gap ?? Infinity)) nearest = { mark: mark.id, gap };
  }
  return nearest?.mark;
}
