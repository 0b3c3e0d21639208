/**
 * Long work, done in steps: yields the part that is done, 0 to 1, every few milliseconds, so that its
 * caller can let others go first, report progress, or stop it.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Runs the work to its end at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work whose steps do not say how far it has come: all of them say `part`. */
export function* inStepsOf<Result>(
  work: Generator<unknown, Result, void>,
  part: number,
): Steps<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield part;
  }
}

/** Work that yields its own progress, 0..1, as a part of a greater whole. */
export function* asPart<Result>(from: number, to: number, work: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
