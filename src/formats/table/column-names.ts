import { foldText } from '../../core/text/fold-text.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';

/** A column's name without case, accents and punctuation: `Event_Date` and `eventDate` are one. */
export type FoldedName = {
  /** The words in one: `eventdate`. */
  readonly whole: string;
  /** Letters and digits apart: `admin1` is two. */
  readonly words: readonly string[];
};

export function foldName(name: string): FoldedName {
  const apart = name.slice(0, 120).replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2');
  const words = foldText(apart).match(/\p{L}+|\d+/gu) ?? [];
  return { whole: words.join(''), words };
}

/** The columns of a table by their folded names; of two equal names, the first. */
export class ColumnNames {
  readonly #byName = new Map<string, ColumnIndex>();

  constructor(columns: readonly string[]) {
    columns.forEach((column, index) => {
      const { whole } = foldName(column);
      if (whole !== '' && !this.#byName.has(whole)) this.#byName.set(whole, index);
    });
  }

  /** The column that has the first of these names that any column has. */
  find(...names: readonly string[]): ColumnIndex | undefined {
    for (const name of names) {
      const index = this.#byName.get(foldName(name).whole);
      if (index !== undefined) return index;
    }
    return undefined;
  }

  count(names: readonly string[]): number {
    return names.filter((name) => this.find(name) !== undefined).length;
  }
}
