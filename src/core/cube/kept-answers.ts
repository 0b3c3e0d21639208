/** The answers that were asked for last, by their question. */
export class KeptAnswers<Answer> {
  readonly #most: number;
  readonly #answers = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  get(question: string): Answer | undefined {
    const answer = this.#answers.get(question);
    if (answer !== undefined) this.keep(question, answer);
    return answer;
  }

  /** Keeps an answer and lets go of the one that was not asked for longest. */
  keep(question: string, answer: Answer): Answer {
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
