/** The end of every exhaustive switch: the compiler proves it is never reached. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
