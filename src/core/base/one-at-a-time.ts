/**
 * Requests of which one is under way at a time. Of those asked for meanwhile only the newest is sent next, so that
 * answers keep coming while a reader drags, and never queue.
 */
export class OneAtATime<Query, Answer> {
  readonly #send: (query: Query, signal: AbortSignal) => Promise<Answer>;
  readonly #take: (answer: Answer) => void;
  #next: { readonly query: Query } | undefined;
  #running: AbortController | undefined;

  constructor(
    send: (query: Query, signal: AbortSignal) => Promise<Answer>,
    take: (answer: Answer) => void,
  ) {
    this.#send = send;
    this.#take = take;
  }

  /**
   * Resolves when nothing is asked for any more; at once where a request is under way. Rejects where the last one
   * failed: of one that another waits behind, no answer is missed.
   */
  async ask(query: Query): Promise<void> {
    this.#next = { query };
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    try {
      while (this.#next) {
        const { query: sent } = this.#next;
        this.#next = undefined;
        try {
          const answer = await this.#send(sent, running.signal);
          running.signal.throwIfAborted();
          this.#take(answer);
        } catch (cause) {
          if (running.signal.aborted || !this.#isWaiting) throw cause;
        }
      }
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  get #isWaiting(): boolean {
    return this.#next !== undefined;
  }

  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#next = undefined;
  }
}
