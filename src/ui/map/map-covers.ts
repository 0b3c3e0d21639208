import type { Box } from '../../map/box.ts';
import type { Clearance } from '../../map/map-options.ts';

/** A part wider than this share of the map covers its top or bottom, not a side. */
const WIDE_PART = 0.7;

const coveringParts = (): NodeListOf<HTMLElement> =>
  document.querySelectorAll<HTMLElement>('[data-covers-map]');

/**
 * What the parts marked `data-covers-map` leave free, read when the map is about to move. The home view
 * may lie under those that cover a little.
 */
export function clearanceOf(map: HTMLElement, isPanelCounted: boolean): Clearance {
  const frame = map.getBoundingClientRect();
  const free = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const part of coveringParts()) {
    const box = part.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const isSmall = part.tagName === 'ASIDE' || part.dataset['coversMap'] === 'a-little';
    if (isSmall && !isPanelCounted) continue;
    const isAcross = box.width > WIDE_PART * frame.width;
    const isLow = box.top + box.bottom > frame.top + frame.bottom;
    const isLeft = box.left + box.right < frame.left + frame.right;
    if (isAcross && isLow) free.bottom = Math.max(free.bottom, frame.bottom - box.top);
    else if (isAcross) free.top = Math.max(free.top, box.bottom - frame.top);
    else if (isLeft) free.left = Math.max(free.left, box.right - frame.left);
    else free.right = Math.max(free.right, frame.right - box.left);
  }
  return free;
}

/** What lies over the map, in its pixels. */
export const coversOf = (map: HTMLElement): readonly Box[] => boxesIn(map, coveringParts());

/** What hides names of the map that it covers in part: also the card, which lies on the map and moves with it. */
export const nameCoversOf = (map: HTMLElement): readonly Box[] =>
  boxesIn(map, document.querySelectorAll('[data-covers-map], [data-covers-names]'));

function boxesIn(map: HTMLElement, parts: ArrayLike<Element>): readonly Box[] {
  const { left, top } = map.getBoundingClientRect();
  return Array.from(parts, (part) => {
    const box = part.getBoundingClientRect();
    return {
      left: box.left - left,
      right: box.right - left,
      top: box.top - top,
      bottom: box.bottom - top,
    };
  });
}
