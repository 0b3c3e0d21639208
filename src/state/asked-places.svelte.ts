import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import { filterKey } from '../core/filters/filter.ts';
import type { FoundMarkPlaces } from '../core/index/record-group.ts';
import type { MarkPlacesRequest } from '../worker/protocol.ts';
import type { Ask, CallOptions } from '../worker/worker-client.ts';

/** The named places of a mark, and what was asked for them. */
export type ShownPlaces = FoundMarkPlaces & { readonly request: MarkPlacesRequest };

/** Asks about the data that are shown now. */
type AskOfData = <Answer>(
  ask: (options: CallOptions) => Promise<Answer>,
  signal: AbortSignal,
) => Promise<Answer>;

const keyOf = ({ filter, ...request }: MarkPlacesRequest): string =>
  JSON.stringify([filterKey(filter), request]);

/** The named places of one mark. Asked for once: their counts of any window are made on the page. */
export class AskedPlaces {
  readonly #client: Ask<MarkPlacesRequest, FoundMarkPlaces | undefined>;
  readonly #ofData: AskOfData;
  #shown = $state.raw<ShownPlaces | undefined>();
  #askedFor = '';
  readonly #latest = new LatestRequest();

  constructor(client: Ask<MarkPlacesRequest, FoundMarkPlaces | undefined>, ofData: AskOfData) {
    this.#client = client;
    this.#ofData = ofData;
  }

  /** The last answer; undefined where the records name fewer than two places. */
  get shown(): ShownPlaces | undefined {
    return this.#shown;
  }

  async ask(request: MarkPlacesRequest): Promise<void> {
    const askedFor = keyOf(request);
    if (askedFor === this.#askedFor) return;
    this.#askedFor = askedFor;
    try {
      const found = await this.#latest.run((signal) =>
        this.#ofData((options) => this.#client(request, options), signal),
      );
      this.#shown = found && { ...found, request };
    } catch (cause) {
      if (!isAbortError(cause)) this.#askedFor = '';
      throw cause;
    }
  }

  close(): void {
    this.#latest.cancel();
    this.#askedFor = '';
    this.#shown = undefined;
  }
}
