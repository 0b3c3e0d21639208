/** A box in pixels; y grows to the south. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export const boxAround = (x: number, y: number, reach: number): Box => ({
  left: x - reach,
  right: x + reach,
  top: y - reach,
  bottom: y + reach,
});

export const sameBox = (a: Box | undefined, b: Box): boolean =>
  a?.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;

/** Whether a point is in a box that is widened by `margin` on each side. */
export const contains = (box: Box, x: number, y: number, margin = 0): boolean =>
  x > box.left - margin &&
  x < box.right + margin &&
  y > box.top - margin &&
  y < box.bottom + margin;

/** How deep two boxes lie in each other, in pixels; 0 or less when they do not. */
export const overlapOf = (a: Box, b: Box): number =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );

/** How deep a box lies in the ellipse that fills another, in pixels; 0 or less when it does not. */
export function depthInEllipse(box: Box, ellipse: Box): number {
  const radiusX = (ellipse.right - ellipse.left) / 2;
  const radiusY = (ellipse.bottom - ellipse.top) / 2;
  const middleX = ellipse.left + radiusX;
  const middleY = ellipse.top + radiusY;
  const dx = Math.min(Math.max(middleX, box.left), box.right) - middleX;
  const dy = Math.min(Math.max(middleY, box.top), box.bottom) - middleY;
  return (1 - Math.hypot(dx / radiusX, dy / radiusY)) * Math.min(radiusX, radiusY);
}

/** Pixels by which a box extends beyond another, summed over the four sides. */
export const excessOf = (box: Box, frame: Box): number =>
  Math.max(frame.left - box.left, 0) +
  Math.max(box.right - frame.right, 0) +
  Math.max(frame.top - box.top, 0) +
  Math.max(box.bottom - frame.bottom, 0);

/** Pixels from a point to a box; 0 inside of it. */
export const distanceTo = (box: Box, x: number, y: number): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
