import { overlapOf, type Box } from '../../map/box.ts';

type Size = { readonly width: number; readonly height: number };
type Mark = { readonly x: number; readonly y: number; readonly reach: number };
export type TipPlace = { readonly left: number; readonly top: number };

/** Between a tip and what else lies over the map, in pixels. */
const APART = 6;

/**
 * Next to a mark, at the height at which the tip is clear of the covers and nearest to the mark's own; after it where
 * both sides are as good. Where no place is clear, in the window.
 */
export function tipPlace(tip: Size, mark: Mark, window: Size, covers: readonly Box[]): TipPlace {
  const middle = mark.y - tip.height / 2;
  const inWindow = (top: number): number =>
    Math.max(Math.min(top, window.height - tip.height - APART), APART);
  const after = mark.x + mark.reach;
  const sides = [after, mark.x - mark.reach - tip.width].filter(
    (left) => left >= 0 && left + tip.width <= window.width,
  );
  const heights = [
    middle,
    ...covers.flatMap(({ top, bottom }) => [bottom + APART, top - tip.height - APART]),
  ];
  const clear = sides.flatMap((left) =>
    heights.map(inWindow).flatMap((top) => {
      const box = { left, top, right: left + tip.width, bottom: top + tip.height };
      return covers.some((cover) => overlapOf(cover, box) > 0) ? [] : [{ left, top }];
    }),
  );
  const [best] = clear.sort((a, b) => Math.abs(a.top - middle) - Math.abs(b.top - middle));
  return best ?? { left: sides[0] ?? after, top: inWindow(middle) };
}
