import type { RecordName, RecordRef } from '../core/records/record-ref.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import type { Ask, CallOptions } from '../worker/worker-client.ts';

/** Where records come from: the worker, which decodes them. */
export type RecordClient = {
  /** Rows whose text is damaged are left out. */
  readonly records: Ask<readonly RecordRef[], readonly IncidentRecord[]>;
  readonly find: Ask<RecordName, IncidentRecord | undefined>;
};

const keyOf = ({ id, dataset }: RecordName): string => `${dataset ?? ''}:${id}`;

/** Decoded records that are kept: more than any list shows at once. */
const MAX_KEPT = 1_000;

/**
 * The records that something on screen asked for. The worker keeps the text of all; here only what
 * is read is decoded, a page at a time.
 */
export class Records {
  readonly #options: RecordClient;
  #known = $state.raw<ReadonlyMap<RecordRef, IncidentRecord>>(new Map());
  /** By name, with and without its data set; undefined for a name that the data do not hold. */
  #found = $state.raw<ReadonlyMap<string, IncidentRecord | undefined>>(new Map());
  readonly #wanted = new Set<RecordRef>();
  #underWay = new Set<RecordRef>();
  /** Asked for, and not there: damaged, or of a table that another one has replaced. */
  readonly #missing = new Set<RecordRef>();
  #sought = new Set<string>();
  /** Cancels what was asked about data that are not shown any more. */
  #ofData = new AbortController();

  constructor(options: RecordClient) {
    this.#options = options;
  }

  /** Everything that is known is of other data. */
  forget(): void {
    this.#ofData.abort();
    this.#ofData = new AbortController();
    this.#known = new Map();
    this.#found = new Map();
    this.#wanted.clear();
    this.#missing.clear();
    this.#underWay = new Set();
    this.#sought = new Set();
  }

  /** The record of a row; undefined until it has been decoded, which this asks for. */
  at(row: RecordRef): IncidentRecord | undefined {
    const known = this.#known.get(row);
    if (!known && !this.#underWay.has(row) && !this.#missing.has(row)) this.#want(row);
    return known;
  }

  /** The record of a name; undefined while it is looked for, and when there is none. */
  named(name: RecordName): IncidentRecord | undefined {
    const key = keyOf(name);
    if (!this.#found.has(key) && !this.#sought.has(key)) void this.#seek(name, key);
    return this.#found.get(key);
  }

  /** Looks a name up; undefined when the data have no such record. */
  async find(name: RecordName, signal?: AbortSignal): Promise<IncidentRecord | undefined> {
    const key = keyOf(name);
    if (this.#found.has(key)) return this.#found.get(key);
    const found = await this.ask((options) => this.#options.find(name, options), signal);
    this.#remember(key, found);
    if (found) this.keep([found]);
    return found;
  }

  /** A query of its own: that of a navigation may be cancelled, and nothing would ask again. */
  async #seek(name: RecordName, key: string): Promise<void> {
    const sought = this.#sought;
    sought.add(key);
    try {
      await this.find(name);
    } finally {
      sought.delete(key);
    }
  }

  /** Decodes a row now. */
  async load(row: RecordRef, signal?: AbortSignal): Promise<IncidentRecord | undefined> {
    const [recorded] = await this.page([row], signal);
    if (recorded) this.open(recorded);
    return recorded;
  }

  /** Decodes rows, except those that are kept, without keeping them. */
  async page(rows: readonly RecordRef[], signal?: AbortSignal): Promise<readonly IncidentRecord[]> {
    const known = this.#known;
    const unknown = rows.filter((row) => !known.has(row));
    if (unknown.length === 0) return rows.flatMap((row) => known.get(row) ?? []);
    const found = await this.ask((options) => this.#options.records(unknown, options), signal);
    if (unknown.length === rows.length) return found;
    const all = new Map([...known, ...found.map((one) => [one.row, one] as const)]);
    return rows.flatMap((row) => all.get(row) ?? []);
  }

  /** Keeps records that came with another answer. */
  keep(records: readonly IncidentRecord[]): void {
    const known = new Map(this.#known);
    for (const one of records) known.set(one.row, one);
    this.#known = new Map([...known].slice(-MAX_KEPT));
  }

  /** Keeps a record that is about to be opened: of several with its id, a link now means this one. */
  open(recorded: IncidentRecord): void {
    const { id } = recorded;
    this.keep([recorded]);
    this.#remember(keyOf(recorded), recorded);
    this.#remember(keyOf({ id, dataset: undefined }), recorded);
  }

  /** Asks about the data that are shown now: when others are shown, it is cancelled. */
  async ask<Answer>(
    ask: (options: CallOptions) => Promise<Answer>,
    own: AbortSignal | undefined,
  ): Promise<Answer> {
    const { signal: ofData } = this.#ofData;
    const answer = await ask({ signal: own ?? ofData });
    own?.throwIfAborted();
    ofData.throwIfAborted();
    return answer;
  }

  #remember(key: string, found: IncidentRecord | undefined): void {
    this.#found = new Map([...this.#found].slice(-MAX_KEPT)).set(key, found);
  }

  /** What is asked for in one frame is asked of the worker at once. */
  #want(row: RecordRef): void {
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
      const answered = new Set(page.map(({ row }) => row));
      for (const row of rows) if (!answered.has(row)) this.#missing.add(row);
      this.keep(page);
    } finally {
      for (const row of rows) underWay.delete(row);
    }
  }
}
