/** What is there for as long as the filters are, or else what opens them. */
const ELSE = ['search h2[tabindex]', '#open-filters'];

/**
 * What had the focus until now; called when a part over the map goes, it gets the focus back, unless the reader has gone
 * elsewhere. It may be gone too, as the entry of an area that Back takes out of the filter.
 */
export function focusReturn(isOfPart: (element: Element) => boolean): () => void {
  const { activeElement: before } = document;
  return () => {
    const { activeElement: now } = document;
    const isHere = now === null || now === document.body || isOfPart(now);
    if (!isHere || !(before instanceof HTMLElement)) return;
    queueMicrotask(() => {
      const [other] = ELSE.flatMap((one) => document.querySelector<HTMLElement>(one) ?? []);
      (before.isConnected ? before : other)?.focus({ preventScroll: true });
    });
  };
}

/**
 * A part over the map takes the focus from the button that asked for it, or from nothing: it may come late, and the next
 * key of a reader who has gone on is for another control.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  const { activeElement: now } = document;
  const isWhereAsked = now === document.body || now?.matches('.area-fields [aria-pressed="true"]');
  if (isWhereAsked) element?.focus({ preventScroll: true });
}

/** An Escape key that nothing else lying over the page, such as a dialog, uses. */
export const isEscape = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' &&
  !event.isComposing &&
  !document.querySelector('dialog[open], :popover-open');
