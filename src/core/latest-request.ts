/** True for what a cancelled request rejects with: nothing went wrong. */
export const isAbortError = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === 'AbortError';

/** Requests of which only the latest is wanted: each cancels the one before, which rejects with an `AbortError`. */
export class LatestRequest {
  #controller: AbortController | undefined;

  /** True from the begin of a request until it has settled or was cancelled. */
  get isPending(): boolean {
    return this.#controller !== undefined;
  }

  /** `request` passes its signal on; where it cannot, its answer is dropped all the same. */
  async run<Answer>(request: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = controller;
    try {
      const answer = await request(signal);
      signal.throwIfAborted();
      return answer;
    } catch (cause) {
      // What fails after it was cancelled is of no interest either.
      signal.throwIfAborted();
      throw cause;
    } finally {
      if (this.#controller === controller) this.#controller = undefined;
    }
  }

  cancel(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }
}
