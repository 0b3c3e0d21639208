import type { Cover, CoverKind } from '../../map/map-options.ts';

const KINDS: readonly string[] = [
  'part',
  'buttons',
  'a-little',
  'panel',
  'sheet',
] satisfies CoverKind[];

const kindOf = (text: string | undefined): CoverKind =>
  (KINDS.includes(text ?? '') ? text : 'part') as CoverKind;

/** The parts marked `data-covers-map`, in pixels of the map; read when the map is about to move. */
export const coversOf = (map: HTMLElement): readonly Cover[] => boxesIn(map, '[data-covers-map]');

/** With the card, which lies on the map, moves with it, and hides only names. */
export const allCoversOf = (map: HTMLElement): readonly Cover[] =>
  boxesIn(map, '[data-covers-map], [data-covers-names]');

/**
 * Says when parts over the map have come, gone or another size; some of them load after the map. They come and go in
 * `main`, or in what is marked `data-holds-covers`: to watch all of the page costs more, as it changes with each step
 * of the window. Returns how to stop.
 */
export function watchCovers(map: HTMLElement, changed: () => void): () => void {
  const resizes = new ResizeObserver(changed);
  const watch = (): void => {
    resizes.disconnect();
    for (const part of document.querySelectorAll('[data-covers-map]')) resizes.observe(part);
  };
  const parts = new MutationObserver(watch);
  const page = map.closest('main');
  const holders = page ? [page, ...page.querySelectorAll('[data-holds-covers]')] : [];
  for (const holder of holders) parts.observe(holder, { childList: true });
  watch();
  return () => {
    parts.disconnect();
    resizes.disconnect();
  };
}

function boxesIn(map: HTMLElement, parts: string): readonly Cover[] {
  const { left, top } = map.getBoundingClientRect();
  return [...document.querySelectorAll<HTMLElement>(parts)]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .map((part) => {
      const box = part.getBoundingClientRect();
      return {
        kind: 'coversNames' in part.dataset ? 'card' : kindOf(part.dataset['coversMap']),
        left: box.left - left,
        right: box.right - left,
        top: box.top - top,
        bottom: box.bottom - top,
      };
    });
}
