/** The answers that were asked for last, by their question. */
export class LruCache<Answer> {
  readonly #most: number;
  readonly #answers = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  get(question: string): Answer | undefined {
    const answer = this.#answers.get(question);
    if (answer !== undefined) this.set(question, answer);
    return answer;
  }

  /** Keeps an answer and lets go of the one that was not asked for longest. */
  set(question: string, answer: Answer): Answer {
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  get all(): readonly Answer[] {
    return [...this.#answers.values()];
  }
}
