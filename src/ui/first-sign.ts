const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'dragenter'] as const;

/**
 * Calls `load` once, with the first sign of a reader who does more than look: what is not part of the first view is
 * then there before it is needed. Returns what stops the waiting.
 */
export function onFirstSign(load: (sign: Event) => void): () => void {
  const listening = new AbortController();
  const stop = (): void => {
    listening.abort();
  };
  for (const sign of SIGNS)
    globalThis.addEventListener(
      sign,
      (event) => {
        stop();
        load(event);
      },
      { signal: listening.signal },
    );
  return stop;
}
