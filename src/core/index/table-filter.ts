import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Clause } from '../filters/clause.ts';
import { filterKey, withoutLayers, type Filter } from '../filters/filter.ts';
import { NO, POSSIBLY, YES, type RowFlags, type RowSource } from '../filters/match.ts';
import { matchClause } from '../filters/match-clause.ts';

/** Clauses whose rows are kept: a byte a row each. */
const MAX_CLAUSES = 8;
const MAX_FILTERS = 3;

/** Which rows of a table pass filters: each clause is matched once, and what it matched is kept. */
export class TableFilter {
  readonly #source: RowSource;
  // New ones when all is forgotten: what is matched meanwhile is kept in those that are no longer in use.
  #ofClauses = new LruCache<RowFlags>(MAX_CLAUSES);
  #ofFilters = new LruCache<RowFlags>(MAX_FILTERS);

  constructor(source: RowSource) {
    this.#source = source;
  }

  /** The rows of any kind that pass one clause; undefined: all do. Not to be changed. */
  async ofClause(clause: Clause, task: Task): Promise<RowFlags | undefined> {
    const key = filterKey([clause]);
    const kept = this.#ofClauses;
    const known = kept.get(key);
    if (known) return known;
    const flags = await matchClause(clause, this.#source, task);
    return flags && kept.set(key, flags);
  }

  /** The rows of any kind that pass all clauses but that of the layers. Not to be changed. */
  async flags(filter: Filter, task: Task): Promise<RowFlags> {
    const clauses = withoutLayers(filter);
    const key = filterKey(clauses);
    const kept = this.#ofFilters;
    const known = kept.get(key);
    if (known) return known;
    const { length } = this.#source.table;
    let joined: RowFlags | undefined;
    for (const [at, clause] of clauses.entries()) {
      const own = await this.ofClause(
        clause,
        task.part(at / clauses.length, (at + 1) / clauses.length),
      );
      if (!own) continue;
      if (joined) await takeBoth(joined, own, task);
      else joined = own.slice();
    }
    return kept.set(key, joined ?? new Uint8Array(length).fill(YES));
  }

  /** An outline has become known: which rows lie in it is found anew. */
  forget(): void {
    this.#ofClauses = new LruCache(MAX_CLAUSES);
    this.#ofFilters = new LruCache(MAX_FILTERS);
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    return [...this.#ofClauses.all, ...this.#ofFilters.all].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }
}

/** What passes both, and only possibly where either says so. */
async function takeBoth(flags: RowFlags, others: RowFlags, task: Task): Promise<void> {
  for (let row = 0; row < flags.length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / flags.length);
    const other = others[row] ?? NO;
    if (other === NO) flags[row] = NO;
    else if (other === POSSIBLY && flags[row] === YES) flags[row] = POSSIBLY;
  }
}

/** Whether a row passes only possibly; undefined: none does. */
export function possibleRows(flags: RowFlags): ((row: number) => boolean) | undefined {
  return flags.includes(POSSIBLY) ? (row) => flags[row] === POSSIBLY : undefined;
}
