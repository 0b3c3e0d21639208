import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import type { DataSnapshot, DatasetSummary } from '../worker/protocol.ts';
import type { Ask } from '../worker/worker-client.ts';

type ShowDatasets = Ask<readonly number[], DataSnapshot>;

type Switched = readonly Pick<DatasetSummary, 'number' | 'isOn'>[];

/** Switches of data sets that the worker has not answered yet. */
export class DatasetSwitches {
  readonly #show: ShowDatasets;
  readonly #latest = new LatestRequest();
  readonly #switched = new Map<number, boolean>();

  constructor(show: ShowDatasets) {
    this.#show = show;
  }

  /** Switches one of the data sets that `all` gives; what is on once that is answered. */
  async toggle(dataset: number, all: () => Switched): Promise<DataSnapshot> {
    this.#switched.set(dataset, !this.#wantedOf(all()).includes(dataset));
    let wanted: readonly number[];
    let opened: DataSnapshot;
    try {
      do {
        wanted = this.#wantedOf(all());
        const asked = wanted;
        opened = await this.#latest.run((signal) => this.#show(asked, { signal }));
        // A file that was opened meanwhile is not among them: then they are asked for once more.
      } while (wanted.join() !== this.#wantedOf(all()).join());
    } catch (cause) {
      // One that replaces this one has its switches too; those that failed are forgotten.
      if (!isAbortError(cause)) this.#switched.clear();
      throw cause;
    }
    this.#switched.clear();
    return opened;
  }

  /** Nothing of what was asked for has an effect any more. */
  cancel(): void {
    this.#latest.cancel();
    this.#switched.clear();
  }

  #wantedOf(all: Switched): readonly number[] {
    return all.flatMap(({ number, isOn }) => ((this.#switched.get(number) ?? isOn) ? number : []));
  }
}
