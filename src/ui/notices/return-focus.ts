/** Marks the element that gets the focus if no other element can. */
const LAST_RESORT = 'open-list';

const canTakeFocus = (element: HTMLElement | undefined): element is HTMLElement =>
  element !== undefined && element.isConnected && element.checkVisibility();

/**
 * Remembers what had the focus outside of a region, for when what has it inside vanishes. Listens on the
 * whole page: by mouse and by keyboard the focus may have been anywhere before.
 */
export function returnFocus(region: HTMLElement): {
  /** After what had the focus is gone: to the last button that is left, else to where it came from. */
  readonly restore: () => void;
  readonly stop: () => void;
} {
  let cameFrom: HTMLElement | undefined;
  const listening = new AbortController();
  const remember = (target: EventTarget | null): void => {
    if (target instanceof HTMLElement && target !== document.body && !region.contains(target))
      cameFrom = target;
  };
  remember(document.activeElement);
  document.addEventListener(
    'focusin',
    (event) => {
      remember(event.target);
    },
    { signal: listening.signal },
  );
  return {
    restore() {
      if (region.contains(document.activeElement)) return;
      const left = [...region.querySelectorAll('button')].at(-1);
      const target = left ?? (canTakeFocus(cameFrom) ? cameFrom : undefined);
      (target ?? document.getElementById(LAST_RESORT))?.focus();
    },
    stop() {
      listening.abort();
    },
  };
}
