/** An expected success or failure; bugs throw instead. */
export type Result<Value, Failure> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const ok = <Value>(value: Value): Result<Value, never> => ({ kind: 'ok', value });

export const failed = <Failure>(failure: Failure): Result<never, Failure> => ({
  kind: 'failed',
  failure,
});
