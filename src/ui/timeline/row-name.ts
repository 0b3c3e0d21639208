import type { BinUnit } from '../../core/time/bins.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { BelowRow } from './below-axis.ts';

/** What a row below the axis is called, with its number. */
export function rowName({ timeline }: FirstWords, row: BelowRow, unit: BinUnit): string {
  const { rows } = timeline;
  switch (row.kind) {
    case 'band':
      return rows.band[row.band.unit](row.count);
    case 'longer':
      return rows.longer(row.count);
    case 'spans':
      return rows.spans(unit, row.count);
    case 'halts':
      return rows.halts(row.count);
  }
}
