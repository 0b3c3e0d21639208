/** Something that the reader is asked. */
export class Question<Answer> {
  readonly answered: Promise<Answer>;
  answer: (answer: Answer) => void = () => undefined;
  fail: (cause: unknown) => void = () => undefined;

  /** A cancelled question rejects with the reason of its signal. */
  constructor(signal: AbortSignal) {
    this.answered = new Promise((resolve, reject) => {
      this.answer = resolve;
      this.fail = reject;
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  }
}
