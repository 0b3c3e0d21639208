/**
 * Remembers where the reader is while something loads that takes the focus. What it gives says then whether they are
 * still there: one who has gone on, or pressed Escape, is not taken away, as the next key would be for another control.
 */
export function readersPlace(): () => boolean {
  const { activeElement: before } = document;
  const waiting = new AbortController();
  const { signal } = waiting;
  // The page itself may move the focus meanwhile, to a list that opens.
  let hasActed = false;
  let hasEscaped = false;
  const see = (event: Event): void => {
    hasActed = true;
    hasEscaped ||= event instanceof KeyboardEvent && event.key === 'Escape';
  };
  for (const sign of ['keydown', 'pointerdown'])
    globalThis.addEventListener(sign, see, { capture: true, signal });
  return () => {
    waiting.abort();
    const { activeElement: now } = document;
    return !hasEscaped && (!hasActed || now === before || now === document.body);
  };
}
