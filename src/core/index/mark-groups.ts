import { startsOfKeys } from './build-interval-index.ts';
import type { PartShare } from './join-mark-shares.ts';

/** The cells of all data sets by mark, as columns: a counting sort. `groupOf`: the group of each cell, by data set. */
export function groupsByMark(shares: readonly PartShare[], marks: number) {
  const held = new Uint32Array(marks);
  for (const { share } of shares)
    for (const mark of share.cells.mark) held[mark] = (held[mark] ?? 0) + 1;
  const ofMark = startsOfKeys(held);
  const length = ofMark[marks] ?? 0;
  const columns = {
    layer: new Uint32Array(length),
    effectClass: new Uint8Array(length),
    category: new Uint8Array(length),
    deaths: new Uint8Array(length),
    isPossible: new Uint8Array(length),
  };
  const next = ofMark.slice();
  const groupOf = shares.map(({ part: { firstLayer }, share: { cells } }) =>
    Uint32Array.from(cells.mark, (mark, cell) => {
      const group = next[mark] ?? 0;
      next[mark] = group + 1;
      columns.layer[group] = firstLayer + (cells.layer[cell] ?? 0);
      columns.effectClass[group] = cells.effectClass[cell] ?? 0;
      columns.category[group] = cells.category[cell] ?? 0;
      columns.deaths[group] = cells.deaths[cell] ?? 0;
      columns.isPossible[group] = cells.isPossible[cell] ?? 0;
      return group;
    }),
  );
  return { ...columns, ofMark, groupOf };
}
