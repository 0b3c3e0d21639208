import type { ColumnIndex } from '../../core/reading/meaning.ts';
import type { SampleRow } from '../../core/reading/sample-row.ts';
import { cutText } from '../../core/outside-text.ts';

/** A column to choose: its name, `#3` for a nameless third one, and what stands in it. */
export type ColumnChoice = {
  readonly index: ColumnIndex;
  readonly name: string;
  /** From the first row that has something there; empty where none has. */
  readonly example: string;
};

const MOST_NAME = 40;
const MOST_EXAMPLE = 28;

export const columnChoices = (
  columns: readonly string[],
  samples: readonly SampleRow[],
): readonly ColumnChoice[] =>
  columns.map((name, index) => ({
    index,
    name: cutText(name, MOST_NAME) || `#${index + 1}`,
    example: cutText(samples.find(({ cells }) => cells[index])?.cells[index] ?? '', MOST_EXAMPLE),
  }));
