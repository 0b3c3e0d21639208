import { LruCache } from '../base/lru-cache.ts';
import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import type { RecordRef } from '../records/record-ref.ts';
import type { MergedParts } from './merged-parts.ts';
import type { RecordList } from './record-list.ts';
import { NO_RANK, rankRows, type RowRanks } from './row-ranks.ts';
import type { TableSort } from './table-sort.ts';

/** Columns whose ranks are kept, 4 bytes a row each: a window that moves sorts by the same one again. */
const MAX_COLUMNS = 3;

/** The rows of a list in the order of a column, over all data sets that are on. */
export class TableOrder {
  readonly #parts: MergedParts;
  readonly #ranks = new LruCache<RowRanks>(MAX_COLUMNS);

  constructor(parts: MergedParts) {
    this.#parts = parts;
  }

  /** Incidents, series and totals stay apart; what is equal stays in the order of the list. */
  async sorted(list: RecordList, sort: TableSort, task: Task): Promise<RecordList> {
    const ranks = await this.#ranksOf(sort, task.part(0, 0.7));
    const rankOf = this.#lookUp(ranks);
    const { isDescending } = sort;
    const keyOf = (ref: RecordRef): number => {
      const rank = rankOf(ref);
      return isDescending && rank !== NO_RANK ? ranks.count - rank : rank;
    };
    const rows = new Uint32Array(list.rows.length);
    let start = 0;
    for (const length of [list.incidents, list.series, list.totals]) {
      const section = list.rows.slice(start, start + length);
      rows.set(await sortByKey(section, keyOf, task.part(0.7, 1)), start);
      start += length;
    }
    return { ...list, rows };
  }

  async #ranksOf({ column, values, language }: TableSort, task: Task): Promise<RowRanks> {
    const key = JSON.stringify([column, values, language]);
    const known = this.#ranks.get(key);
    if (known) return known;
    const all = await this.#parts.ask(
      async ({ index }, part) => ({
        rows: index.length,
        values: await index.sortValues(column, part),
      }),
      task,
      0,
      0.5,
    );
    return this.#ranks.set(key, await rankRows(all, { values, language }, task.part(0.5, 1)));
  }

  #lookUp({ of }: RowRanks): (ref: RecordRef) => number {
    const parts = this.#parts.all.map(({ index: { firstRef, length } }, at) => ({
      firstRef,
      end: firstRef + length,
      ranks: of[at],
    }));
    const [only] = parts;
    if (parts.length === 1 && only) {
      const { firstRef, ranks } = only;
      return (ref) => ranks?.[ref - firstRef] ?? NO_RANK;
    }
    return (ref) => {
      const part = parts.find(({ firstRef, end }) => ref >= firstRef && ref < end);
      return part?.ranks?.[ref - part.firstRef] ?? NO_RANK;
    };
  }
}
