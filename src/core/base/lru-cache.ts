/** The answers that were asked for last, by their question. */
export class LruCache<Answer> {
  readonly #maxAnswers: number;
  readonly #answers = new Map<string, Answer>();

  constructor(maxAnswers: number) {
    this.#maxAnswers = maxAnswers;
  }

  get(question: string): Answer | undefined {
    const answer = this.#answers.get(question);
    if (answer !== undefined) this.set(question, answer);
    return answer;
  }

  /** Keeps an answer and drops the one that was last asked for longest ago. */
  set(question: string, answer: Answer): Answer {
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#maxAnswers && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  delete(question: string): void {
    this.#answers.delete(question);
  }

  clear(): void {
    this.#answers.clear();
  }

  get all(): readonly Answer[] {
    return [...this.#answers.values()];
  }
}
