/** In every browser, worker and Node; the DOM library that declares them is not for `core`. */
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
