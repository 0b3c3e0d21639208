/**
 * What had the focus until now; called when a part over the map goes, it gets the focus back, unless the reader has gone
 * elsewhere.
 */
export function focusReturn(isOfPart: (element: Element) => boolean): () => void {
  const { activeElement: before } = document;
  return () => {
    const { activeElement: now } = document;
    const isHere = now === null || now === document.body || isOfPart(now);
    if (!isHere || !(before instanceof HTMLElement)) return;
    queueMicrotask(() => {
      before.focus({ preventScroll: true });
    });
  };
}

/** An Escape key that nothing else lying over the page, such as a dialog, uses. */
export const isEscape = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' &&
  !event.isComposing &&
  !document.querySelector('dialog[open], :popover-open');
