import type { FetchEdges } from './incoming-file.ts';
import type { Notices } from './notices.svelte.ts';

/** The base map while it is downloaded as a whole, because its server does not send parts of files. */
export class WholeBaseMap {
  readonly #edges: Pick<FetchEdges, 'fetchData'>;
  readonly #notices: Notices;
  readonly #cancelling = new AbortController();
  #part = $state<number | undefined>();

  constructor(edges: Pick<FetchEdges, 'fetchData'>, notices: Notices) {
    this.#edges = edges;
    this.#notices = notices;
  }

  /** How much of it has come, 0 to 1; undefined where the server does not say how long it is. */
  get part(): number | undefined {
    return this.#part;
  }

  cancel(): void {
    this.#cancelling.abort();
  }

  /** Undefined where the reader cancelled or it failed, which is said. */
  async download(file: string, address: string): Promise<Blob | undefined> {
    this.#notices.notify({ kind: 'base-map-whole' });
    const { signal } = this.#cancelling;
    try {
      // The page's own site may send on to where it keeps large files.
      const fetched = await this.#edges.fetchData(
        address,
        (part) => (this.#part = part),
        signal,
        true,
      );
      if (fetched.kind === 'ok') return fetched.value.blob;
      this.#notices.notify({ kind: 'base-map-missing', file });
    } catch (cause) {
      if (!signal.aborted) throw cause;
    } finally {
      this.#notices.withdraw('base-map-whole');
    }
    return undefined;
  }
}
