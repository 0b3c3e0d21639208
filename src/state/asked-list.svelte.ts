import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import { filterKey } from '../core/filters/filter.ts';
import { EMPTY_RECORD_LIST, type RecordList } from '../core/index/record-list.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { GroupKey } from '../core/url/view-state.ts';
import type { ListRequest } from '../worker/protocol.ts';
import type { QueryClient } from './query-client.ts';

/** A listing, and what it was asked for. */
export type ShownList = {
  readonly listing: RecordList;
  readonly window: TimeRange;
  readonly group: GroupKey | undefined;
};

const keyOf = ({ filter, extent, window, group }: ListRequest): string =>
  JSON.stringify([filterKey(filter), extent, window, group]);

/** One listing that is asked for again and again; a newer query cancels the older. */
export class AskedList {
  readonly #client: Pick<QueryClient, 'list'>;
  #shown = $state.raw<ShownList | undefined>();
  #askedFor = '';
  readonly #latest = new LatestRequest();

  constructor(client: Pick<QueryClient, 'list'>) {
    this.#client = client;
  }

  get shown(): ShownList | undefined {
    return this.#shown;
  }

  /** Takes the answer to a request that need not be sent any more. */
  adopt(request: ListRequest, listing: RecordList): void {
    this.#latest.cancel();
    this.#askedFor = keyOf(request);
    this.#shown = { listing, window: request.window, group: request.group };
  }

  async ask(request: ListRequest): Promise<void> {
    const { window, group } = request;
    const askedFor = keyOf(request);
    if (askedFor === this.#askedFor) return;
    this.#askedFor = askedFor;
    try {
      const listing = await this.#latest.run((signal) => this.#client.list(request, { signal }));
      this.#shown = { listing: listing ?? EMPTY_RECORD_LIST, window, group };
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
