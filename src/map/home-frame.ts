import { toMercator, WORLD_PIXELS } from '../core/place/mercator.ts';
import type { ModelShapes } from '../core/model/map-model.ts';
import type { Box } from './box.ts';

/** Pixels that the home view leaves free around what it shows. */
export const HOME_PADDING = 24;

/**
 * What the home view shows at least, in pixels of the level: labels inside are not cut by its edges.
 * Undefined where nothing has a place.
 */
export function homeFrame({ home, view }: Pick<ModelShapes, 'home' | 'view'>): Box | undefined {
  if (!home) return undefined;
  const pixels = WORLD_PIXELS * 2 ** view.zoom;
  const { x: left, y: top } = toMercator(home.west, home.north);
  const { x: right, y: bottom } = toMercator(home.east, home.south);
  return {
    left: left * pixels - HOME_PADDING,
    right: right * pixels + HOME_PADDING,
    top: top * pixels - HOME_PADDING,
    bottom: bottom * pixels + HOME_PADDING,
  };
}
