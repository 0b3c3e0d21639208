/**
 * A record of any open data set: the first reference of its data set and its row there. A plain
 * number, so that lists and marks are typed arrays.
 */
export type RecordRef = number;

/**
 * A record by name, where a reference would not last. Ids are unique within a data set only: a link,
 * which has the id alone (`dataset` undefined), means the first data set that has it.
 */
export type RecordName = { readonly id: string; readonly dataset: number | undefined };

/** No record: above every reference. */
export const NO_REF: RecordRef = 0xffff_ffff;

/** References that are taken: from `first`, `length` of them. */
export type TakenRefs = { readonly first: RecordRef; readonly length: number };

/** Gives each table that is opened references of its own. */
export class RecordRefs {
  #next = 0;

  /**
   * The first of `length` references that no open table has. Those of closed tables are not given again
   * before all others have been, four thousand million later: something may still ask for them.
   */
  take(length: number, open: readonly TakenRefs[]): RecordRef {
    const starts = [this.#next, 0, ...open.map((one) => one.first + one.length)];
    const first = starts.find(
      (start) =>
        start + length <= NO_REF &&
        open.every((one) => start + length <= one.first || one.first + one.length <= start),
    );
    if (first === undefined)
      throw new Error('Too many rows are open: record references have run out.');
    this.#next = first + length;
    return first;
  }
}
