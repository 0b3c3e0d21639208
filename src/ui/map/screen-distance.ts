export type ScreenPoint = { readonly x: number; readonly y: number };

/** A pointer that moves less has not dragged. */
export const DRAG_PIXELS = 5;

export const screenDistance = (a: ScreenPoint, b: ScreenPoint): number =>
  Math.hypot(a.x - b.x, a.y - b.y);
