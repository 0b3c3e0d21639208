import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import { filterKey } from '../core/filters/filter.ts';
import type { RecordName } from '../core/records/record-ref.ts';
import type { ShownView } from './asked-view.svelte.ts';
import type { QueryClient } from './query-client.ts';

const keyOf = ({ filter, view }: ShownView, record: RecordName): string =>
  JSON.stringify([filterKey(filter), view.zoom, record.id, record.dataset]);

/** Which mark holds the open record; asked apart from the marks, which stay while a reader goes from record to record. */
export class AskedMark {
  readonly #client: Pick<QueryClient, 'locate'>;
  #found = $state.raw<{ readonly key: string; readonly number: number | undefined }>();
  #askedFor = '';
  readonly #latest = new LatestRequest();

  constructor(client: Pick<QueryClient, 'locate'>) {
    this.#client = client;
  }

  /** The position of that mark in the view; undefined while it is looked up, and where no mark holds the record. */
  in(shown: ShownView, record: RecordName): number | undefined {
    const found = this.#found;
    if (found?.number === undefined || found.key !== keyOf(shown, record)) return undefined;
    const at = shown.view.marks.number.indexOf(found.number);
    return at === -1 ? undefined : at;
  }

  async ask(shown: ShownView, record: RecordName): Promise<void> {
    const key = keyOf(shown, record);
    if (key === this.#askedFor) return;
    this.#askedFor = key;
    const query = { filter: shown.filter, zoom: shown.view.zoom, records: [record] };
    try {
      const [one] = await this.#latest.run((signal) => this.#client.locate(query, { signal }));
      this.#found = { key, number: one?.mark };
    } catch (cause) {
      if (!isAbortError(cause)) this.#askedFor = '';
      throw cause;
    }
  }

  close(): void {
    this.#latest.cancel();
    this.#askedFor = '';
    this.#found = undefined;
  }
}
