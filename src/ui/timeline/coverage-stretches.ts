import type { Coverage } from '../../core/records/dataset-info.ts';
import { readIsoText } from '../../core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../core/time/time-range.ts';

/** A part of the period with a note on how well it is covered. */
export type CoverageStretch = {
  readonly span: TimeRange;
  readonly note: string;
  /** The note up to its first colon, for where there is little room. */
  readonly heading: string;
  /** Covered otherwise than the longest stretch, which is the usual one. */
  readonly isUnusual: boolean;
};

/**
 * The stretches whose dates can be read, in their order. `lead` goes before the note on the usual one: its figures
 * are of all data, whatever is filtered.
 */
export function coverageStretches(
  coverage: readonly Coverage[],
  lead = '',
): readonly CoverageStretch[] {
  const read = coverage.flatMap(({ from, to, note }) => {
    const span = { from: readIsoText(from), to: readIsoText(to) };
    if (span.from === undefined || span.to === undefined || span.from >= span.to) return [];
    return [{ span: { from: span.from, to: span.to }, note }];
  });
  const longest = Math.max(...read.map(({ span }) => lengthOf(span)));
  const usual = read.find(({ span }) => lengthOf(span) === longest);
  return read.map((stretch) => ({
    ...stretch,
    note: stretch === usual && lead ? `${lead}. ${stretch.note}` : stretch.note,
    heading: (stretch.note.split(':')[0] ?? stretch.note).replace(/\.$/, ''),
    isUnusual: stretch !== usual,
  }));
}
