import type { MarkCounts } from '../../core/index/mark-counter.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { keyLinesOf, type KeyLine } from '../legend/key-rows.ts';

/** A line of the key with what a mark has of it. `halts`: of the incidents, where they are counted apart. */
export type TipRow = {
  readonly line: KeyLine;
  readonly attacks: number;
  readonly halts: number;
  /** All in the second of two windows that are compared. */
  readonly second: number | undefined;
};

/**
 * What the colours of a mark mean, as in the key; together they are the count of the mark. Where the count
 * says attacks and halts, so do the rows; in schemes without targets, halts have a line of their own.
 */
export function tipRowsOf(
  shown: Shown,
  words: FirstWords,
  { shapes, counts }: Pick<MapModel, 'shapes' | 'counts'>,
  mark: number,
): readonly TipRow[] {
  const { scheme } = shapes.view.groups;
  const isByTarget = scheme === 'target';
  const allOf = (of: MarkCounts): readonly number[] =>
    isByTarget ? of.layersOf(mark) : of.categoriesOf(mark);
  const all = allOf(counts);
  const ofSecond = counts.second && allOf(counts.second);
  const ofHalts = isByTarget && shown.isBundledAlone ? counts.haltLayersOf(mark) : [];
  return keyLinesOf(shown, words, scheme)
    .map((line, row) => {
      const halts = ofHalts[row] ?? 0;
      return {
        line,
        attacks: (all[row] ?? 0) - halts,
        halts,
        second: ofSecond && (ofSecond[row] ?? 0),
      };
    })
    .filter(({ attacks, halts, second = 0 }) => attacks + halts + second > 0);
}
