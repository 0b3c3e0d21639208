import type { Row } from '../core/incident/incident-table.ts';
import type { Recorded } from '../core/incident/recorded.ts';

/** Where records come from: the worker, which decodes them. */
export type RecordDoors = {
  readonly records: (rows: readonly Row[]) => Promise<readonly Recorded[]>;
  readonly find: (id: string) => Promise<Recorded | undefined>;
};

/** Decoded records that are kept: more than any list shows at once. */
const MOST_KEPT = 2_000;

/**
 * The records that something on screen asked for. The worker keeps the text of all; here only what
 * is read is decoded, a page at a time.
 */
export class Records {
  readonly #doors: RecordDoors;
  #known = $state.raw<ReadonlyMap<Row, Recorded>>(new Map());
  #found = $state.raw<ReadonlyMap<string, Recorded | undefined>>(new Map());
  readonly #wanted = new Set<Row>();
  readonly #asked = new Set<string>();

  constructor(doors: RecordDoors) {
    this.#doors = doors;
  }

  /** The record of a row; undefined until it has been decoded, which this asks for. */
  at(row: Row): Recorded | undefined {
    const known = this.#known.get(row);
    if (!known) this.#want(row);
    return known;
  }

  /** The record of an id; undefined while it is looked for, and when there is none. */
  withId(id: string): Recorded | undefined {
    if (!this.#found.has(id) && !this.#asked.has(id)) void this.find(id);
    return this.#found.get(id);
  }

  /** Looks an id up; undefined when the data have no such record. */
  async find(id: string): Promise<Recorded | undefined> {
    if (this.#found.has(id)) return this.#found.get(id);
    this.#asked.add(id);
    const found = await this.#doors.find(id);
    this.#asked.delete(id);
    this.#found = new Map(this.#found).set(id, found);
    return found;
  }

  /** Decodes a row now. */
  async load(row: Row): Promise<Recorded | undefined> {
    const known = this.#known.get(row);
    if (known) return known;
    const page = await this.#doors.records([row]);
    this.#keep(page);
    return page[0];
  }

  /** What is asked for in one frame is asked of the worker at once. */
  #want(row: Row): void {
    if (this.#wanted.size === 0) queueMicrotask(() => void this.#loadWanted());
    this.#wanted.add(row);
  }

  async #loadWanted(): Promise<void> {
    const rows = [...this.#wanted];
    this.#wanted.clear();
    this.#keep(await this.#doors.records(rows));
  }

  #keep(page: readonly Recorded[]): void {
    const kept = [...this.#known].slice(-Math.max(MOST_KEPT - page.length, 0));
    this.#known = new Map([...kept, ...page.map((one) => [one.row, one] as const)]);
    const found = page.filter(({ incident }) => this.#found.get(incident.id) === undefined);
    if (found.length > 0)
      this.#found = new Map([
        ...this.#found,
        ...found.map((one) => [one.incident.id, one] as const),
      ]);
  }
}
