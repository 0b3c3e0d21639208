const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'dragenter'] as const;

/** Calls `see` with each sign of a reader who does more than look, until what it returns is called. */
export function seeSigns(see: (sign: Event) => void): () => void {
  const listening = new AbortController();
  for (const sign of SIGNS) globalThis.addEventListener(sign, see, { signal: listening.signal });
  return () => {
    listening.abort();
  };
}
