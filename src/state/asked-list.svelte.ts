import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import { filterKey } from '../core/filters/filter.ts';
import { EMPTY_RECORD_LIST, type RecordList } from '../core/index/record-list.ts';
import type { TableSort } from '../core/index/table-sort.ts';
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

const keyOf = ({ filter, extent, window, group }: ListRequest, sort?: TableSort): string =>
  JSON.stringify([filterKey(filter), extent, window, group, sort]);

type ListClient = Pick<QueryClient, 'list' | 'tableOrder'>;

/** One listing that is asked for again and again; a newer query cancels the older. */
export class AskedList {
  readonly #client: ListClient;
  #shown = $state.raw<ShownList | undefined>();
  #askedFor = '';
  #isAsking = $state(false);
  #progress = $state.raw<number | undefined>();
  readonly #latest = new LatestRequest();

  constructor(client: ListClient) {
    this.#client = client;
  }

  get shown(): ShownList | undefined {
    return this.#shown;
  }

  /** What is shown is not yet what was asked for last. */
  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** How far the worker has come with an order, 0 to 1; undefined when it is idle. */
  get progress(): number | undefined {
    return this.#progress;
  }

  /** Takes the answer to a request that need not be sent any more. */
  adopt(request: ListRequest, listing: RecordList): void {
    this.#latest.cancel();
    this.#isAsking = false;
    this.#progress = undefined;
    this.#askedFor = keyOf(request);
    this.#shown = { listing, window: request.window, group: request.group };
  }

  /** `sort`: in the order of a column of the table view. */
  async ask(request: ListRequest, sort?: TableSort): Promise<void> {
    const { window, group } = request;
    const askedFor = keyOf(request, sort);
    if (askedFor === this.#askedFor) return;
    this.#askedFor = askedFor;
    this.#isAsking = true;
    try {
      const listing = await this.#latest.run((signal) => this.#request(request, sort, signal));
      this.#shown = { listing: listing ?? EMPTY_RECORD_LIST, window, group };
      this.#isAsking = false;
      this.#progress = undefined;
    } catch (cause) {
      if (isAbortError(cause)) throw cause;
      this.#askedFor = '';
      this.#isAsking = false;
      this.#progress = undefined;
      throw cause;
    }
  }

  #request(
    request: ListRequest,
    sort: TableSort | undefined,
    signal: AbortSignal,
  ): Promise<RecordList | undefined> {
    this.#progress = undefined;
    if (!sort) return this.#client.list(request, { signal });
    const onProgress = (part: number): void => {
      this.#progress = part;
    };
    return this.#client.tableOrder({ ...request, sort }, { signal, onProgress });
  }

  close(): void {
    this.#latest.cancel();
    this.#isAsking = false;
    this.#progress = undefined;
    this.#askedFor = '';
    this.#shown = undefined;
  }
}
