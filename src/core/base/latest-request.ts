/** True for what a cancelled request rejects with: nothing went wrong. */
export const isAbortError = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === 'AbortError';

/** The answer; undefined where the request was cancelled. */
export const unlessCancelled = <Answer>(request: Promise<Answer>): Promise<Answer | undefined> =>
  request.catch((cause: unknown) => {
    if (!isAbortError(cause)) throw cause;
    return undefined;
  });

/** Requests of which only the latest is wanted: a newer one cancels the older. */
export class LatestRequest {
  #controller: AbortController | undefined;

  /** Cancels the request before, and gives the signal of the new one. */
  start(): AbortSignal {
    this.cancel();
    this.#controller = new AbortController();
    return this.#controller.signal;
  }

  /**
   * The answer; rejects with an `AbortError` when the request was cancelled, also where it does not pass
   * its signal on, or fails only then.
   */
  async run<Answer>(request: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const signal = this.start();
    try {
      return await request(signal);
    } finally {
      signal.throwIfAborted();
    }
  }

  cancel(): void {
    this.#controller?.abort();
  }
}
