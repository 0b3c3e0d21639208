import type { Row } from '../core/incident/incident-table.ts';
import { idOf, type Recorded } from '../core/incident/recorded.ts';

/** Where records come from: the worker, which decodes them. */
export type RecordDoors = {
  /** Rows whose text is damaged are left out. */
  readonly records: (rows: readonly Row[]) => Promise<readonly Recorded[]>;
  readonly find: (id: string) => Promise<Recorded | undefined>;
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
  readonly #underWay = new Set<Row>();
  readonly #sought = new Set<string>();
  /** Answers about data of an earlier one are not kept. */
  #generation = 0;

  constructor(doors: RecordDoors) {
    this.#doors = doors;
  }

  /** Everything that is known is of other data. */
  forget(): void {
    this.#generation++;
    this.#known = new Map();
    this.#found = new Map();
    this.#wanted.clear();
    this.#underWay.clear();
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
  async find(id: string): Promise<Recorded | undefined> {
    if (this.#found.has(id)) return this.#found.get(id);
    this.#sought.add(id);
    const generation = this.#generation;
    try {
      const found = await this.#doors.find(id);
      return generation === this.#generation ? this.#remember(id, found) : undefined;
    } finally {
      this.#sought.delete(id);
    }
  }

  /** Decodes a row now. */
  async load(row: Row): Promise<Recorded | undefined> {
    const generation = this.#generation;
    const known = this.#known.get(row) ?? (await this.#doors.records([row]))[0];
    if (generation !== this.#generation) return undefined;
    if (known) this.#remember(idOf(known), known);
    return known;
  }

  /** Decodes rows without keeping them; none when the data have changed meanwhile. */
  async page(rows: readonly Row[]): Promise<readonly Recorded[]> {
    const generation = this.#generation;
    const page = await this.#doors.records(rows);
    return generation === this.#generation ? page : [];
  }

  #remember(id: string, found: Recorded | undefined): Recorded | undefined {
    this.#found = new Map([...this.#found].slice(-MOST_KEPT)).set(id, found);
    return found;
  }

  /** What is asked for in one frame is asked of the worker at once. */
  #want(row: Row): void {
    if (this.#wanted.size === 0) queueMicrotask(() => void this.#loadWanted());
    this.#wanted.add(row);
  }

  async #loadWanted(): Promise<void> {
    const rows = [...this.#wanted];
    this.#wanted.clear();
    const generation = this.#generation;
    for (const row of rows) this.#underWay.add(row);
    try {
      const page = await this.#doors.records(rows);
      if (generation !== this.#generation) return;
      const kept = [...this.#known].slice(-Math.max(MOST_KEPT - page.length, 0));
      this.#known = new Map([...kept, ...page.map((one) => [one.row, one] as const)]);
    } finally {
      for (const row of rows) this.#underWay.delete(row);
    }
  }
}
