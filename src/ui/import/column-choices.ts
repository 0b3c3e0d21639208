import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { SampleRow } from '../../core/mapping/sample-row.ts';
import { cutText } from '../../core/text/outside-text.ts';

/** A column to choose: its name, `#3` for a nameless third one, and what is in it. */
export type ColumnChoice = {
  readonly index: ColumnIndex;
  readonly name: string;
  /** From the first row that has something there; empty where none has. */
  readonly example: string;
};

const MAX_NAME = 40;
const MAX_EXAMPLE = 28;

export const columnChoices = (
  columns: readonly string[],
  samples: readonly SampleRow[],
): readonly ColumnChoice[] =>
  columns.map((name, index) => ({
    index,
    name: cutText(name, MAX_NAME) || `#${index + 1}`,
    example: cutText(samples.find(({ cells }) => cells[index])?.cells[index] ?? '', MAX_EXAMPLE),
  }));
