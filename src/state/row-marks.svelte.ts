import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import { filterKey } from '../core/filters/filter.ts';
import { NO_MARK } from '../core/layout/mark-layout.ts';
import type { RecordRef } from '../core/records/record-ref.ts';
import type { ShownView } from './asked-view.svelte.ts';
import type { Queries } from './queries.svelte.ts';

const keyOf = ({ filter, view }: ShownView): string =>
  JSON.stringify([filterKey(filter), view.zoom]);

/** Numbers of marks are those of one layout: of some data, filter and zoom. */
type KnownMarks = {
  readonly data: unknown;
  readonly key: string;
  readonly of: ReadonlyMap<RecordRef, number>;
};

/** Which marks hold the rows of the table that are on screen, so that each can be shown with the other. */
export class RowMarks {
  readonly #queries: Pick<Queries, 'rowMarks'>;
  readonly #dataNow: () => unknown;
  #known = $state.raw<KnownMarks>({ data: undefined, key: '', of: new Map() });
  readonly #latest = new LatestRequest();

  /** `dataNow`: what is on; another object when that has changed. */
  constructor(queries: Pick<Queries, 'rowMarks'>, dataNow: () => unknown) {
    this.#queries = queries;
    this.#dataNow = dataNow;
  }

  #isOf(key: string): boolean {
    return this.#known.key === key && this.#known.data === this.#dataNow();
  }

  /** The position in a view of the mark that holds a row; undefined where none does, or while it is looked up. */
  in(shown: ShownView, row: RecordRef): number | undefined {
    const number = this.#isOf(keyOf(shown)) ? this.#known.of.get(row) : undefined;
    if (number === undefined || number === NO_MARK) return undefined;
    const at = shown.view.marks.number.indexOf(number);
    return at === -1 ? undefined : at;
  }

  /** Asks for those rows that are not known. */
  async ask(shown: ShownView, rows: readonly RecordRef[]): Promise<void> {
    const key = keyOf(shown);
    const data = this.#dataNow();
    const known: ReadonlyMap<RecordRef, number> = this.#isOf(key) ? this.#known.of : new Map();
    const unknown = rows.filter((row) => !known.has(row));
    if (unknown.length === 0) {
      this.#latest.cancel();
      return;
    }
    try {
      const numbers = await this.#latest.run((signal) =>
        this.#queries.rowMarks(shown, unknown, signal),
      );
      // Of rows that were scrolled away nothing is kept.
      const kept = rows.flatMap((row) => {
        const number = known.get(row);
        return number === undefined ? [] : [[row, number] as const];
      });
      const found = unknown.map((row, at) => [row, numbers[at] ?? NO_MARK] as const);
      this.#known = { data, key, of: new Map([...kept, ...found]) };
    } catch (cause) {
      // Scrolled on, or other data: those that are on screen then are asked for.
      if (!isAbortError(cause)) throw cause;
    }
  }
}
