import type { Row } from '../core/incident/incident-table.ts';
import { idOf, type Recorded } from '../core/incident/recorded.ts';
import type { Ask, CallOptions } from '../worker/data-client.ts';

/** Where records come from: the worker, which decodes them. */
export type RecordDoors = {
  /** Rows whose text is damaged are left out. */
  readonly records: Ask<readonly Row[], readonly Recorded[]>;
  readonly find: Ask<string, Recorded | undefined>;
};

/** Decoded records that are kept: more than any list shows at once. */
const MOST_KEPT = 1_000;

/**
 * The records that something on screen asked for. The worker keeps the text of all; here only what
 * is read is decoded, a page at a time.
 */
export class Records {
  readonly #doors: RecordDoors;
  #known = $state.raw<ReadonlyMap<Row, Recorded>>(new Map());
  /** By id, as records name each other; undefined for an id that the data do not hold. */
  #found = $state.raw<ReadonlyMap<string, Recorded | undefined>>(new Map());
  readonly #wanted = new Set<Row>();
  #underWay = new Set<Row>();
  readonly #sought = new Set<string>();
  /** Cancels what was asked about data that are not shown any more. */
  #ofData = new AbortController();

  constructor(doors: RecordDoors) {
    this.#doors = doors;
  }

  /** Everything that is known is of other data. */
  forget(): void {
    this.#ofData.abort();
    this.#ofData = new AbortController();
    this.#known = new Map();
    this.#found = new Map();
    this.#wanted.clear();
    this.#underWay = new Set();
    this.#sought.clear();
  }

  /** The record of a row; undefined until it has been decoded, which this asks for. */
  at(row: Row): Recorded | undefined {
    const known = this.#known.get(row);
    if (!known && !this.#underWay.has(row)) this.#want(row);
    return known;
  }

  /** The record of an id; undefined while it is looked for, and when there is none. */
  withId(id: string): Recorded | undefined {
    if (!this.#found.has(id) && !this.#sought.has(id)) void this.find(id);
    return this.#found.get(id);
  }

  /** Looks an id up; undefined when the data have no such record. */
  async find(id: string, signal?: AbortSignal): Promise<Recorded | undefined> {
    if (this.#found.has(id)) return this.#found.get(id);
    this.#sought.add(id);
    try {
      const found = await this.#ask((options) => this.#doors.find(id, options), signal);
      this.#remember(id, found);
      return found;
    } finally {
      this.#sought.delete(id);
    }
  }

  /** Decodes a row now. */
  async load(row: Row, signal?: AbortSignal): Promise<Recorded | undefined> {
    const known = this.#known.get(row) ?? (await this.page([row], signal))[0];
    if (known) this.#remember(idOf(known), known);
    return known;
  }

  /** Decodes rows without keeping them. */
  page(rows: readonly Row[], signal?: AbortSignal): Promise<readonly Recorded[]> {
    return this.#ask((options) => this.#doors.records(rows, options), signal);
  }

  /** Asks about the data that are shown now: when others are shown, it is cancelled. */
  async #ask<Answer>(
    ask: (options: CallOptions) => Promise<Answer>,
    own: AbortSignal | undefined,
  ): Promise<Answer> {
    const { signal: ofData } = this.#ofData;
    const answer = await ask({ signal: own ?? ofData });
    own?.throwIfAborted();
    ofData.throwIfAborted();
    return answer;
  }

  #remember(id: string, found: Recorded | undefined): void {
    this.#found = new Map([...this.#found].slice(-MOST_KEPT)).set(id, found);
  }

  /** What is asked for in one frame is asked of the worker at once. */
  #want(row: Row): void {
    if (this.#wanted.size === 0) queueMicrotask(() => void this.#loadWanted());
    this.#wanted.add(row);
  }

  async #loadWanted(): Promise<void> {
    const rows = [...this.#wanted];
    this.#wanted.clear();
    const underWay = this.#underWay;
    for (const row of rows) underWay.add(row);
    try {
      const page = await this.page(rows);
      const kept = [...this.#known].slice(-Math.max(MOST_KEPT - page.length, 0));
      this.#known = new Map([...kept, ...page.map((one) => [one.row, one] as const)]);
    } finally {
      for (const row of rows) underWay.delete(row);
    }
  }
}
