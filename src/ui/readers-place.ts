/**
 * Remembers where the reader is while something loads that takes the focus. What it gives says then whether they are
 * still there: one who has gone on, or pressed Escape, is not taken away, as the next key would be for another control.
 */
export function readersPlace(): () => boolean {
  const { activeElement: before } = document;
  const waiting = new AbortController();
  let hasEscaped = false;
  const see = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') hasEscaped = true;
  };
  globalThis.addEventListener('keydown', see, { capture: true, signal: waiting.signal });
  return () => {
    waiting.abort();
    const { activeElement: now } = document;
    return !hasEscaped && (now === before || now === document.body);
  };
}
